/** What queues are to achieve, and which decision it was. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { KeptQueueTarget } from '@shared/contracts/http/queue-targets.ts';
import { type DecidedTarget, usualDecision } from '@shared/domain/queue-call/target.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;
type Row = Omit<HubTables['queue_targets'], 'version'>;

export const targetIn = (row: Row): DecidedTarget => ({
  targetS: row.target_s,
  shortS: row.short_s,
  answeredShare: row.answered_share,
  waitS: row.wait_s,
});

/** By queue; one that nobody decided of is not among them. */
export const decidedTargets = async (db: Db): Promise<ReadonlyMap<string, DecidedTarget>> => {
  const rows = await db.selectFrom('queue_targets').selectAll().execute();
  return new Map(rows.map((row) => [row.queue, targetIn(row)]));
};

/** The queues that numbers of these brands lead to. */
export const readTargets = async (
  db: Db,
  brandIds: readonly string[],
): Promise<KeptQueueTarget[]> => {
  const queues = await db
    .selectFrom('brand_numbers')
    .select([
      'queue',
      sql<string>`min(label)`.as('label'),
      sql<string>`min(brand_id)`.as('brandId'),
    ])
    .where(isOneOf('brand_id', brandIds))
    .where('queue', '<>', '')
    .groupBy('queue')
    .orderBy('label')
    .execute();
  const rows = await db.selectFrom('queue_targets').selectAll().execute();
  return queues.map((queue) => {
    const own = rows.find((row) => row.queue === queue.queue);
    const target = own === undefined ? usualDecision : targetIn(own);
    return { ...queue, target, version: own?.version ?? 0 };
  });
};

/** @returns whether the version is still the one that was read */
export const writeTarget = async (
  tx: Db,
  {
    queue,
    target,
    version,
  }: { readonly queue: string; readonly target: DecidedTarget; readonly version: number },
): Promise<boolean> => {
  const { rows } = await sql`
    insert into queue_targets (queue, target_s, short_s, answered_share, wait_s, version)
    select ${queue}, ${target.targetS}, ${target.shortS}, ${target.answeredShare}::integer,
      ${target.waitS}::integer, 1
    where ${version} = 0 or exists (select from queue_targets where queue = ${queue})
    on conflict (queue) do update set target_s = excluded.target_s, short_s = excluded.short_s,
      answered_share = excluded.answered_share, wait_s = excluded.wait_s,
      version = queue_targets.version + 1
    where queue_targets.version = ${version}
    returning queue`.execute(tx);
  return rows.length === 1;
};
