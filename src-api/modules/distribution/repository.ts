/** Rules of queues, what people are good at, moves and pauses. */
import type { HubTables } from '@api/db/tables.ts';
import type { KeptQueueRule, QueueMove, QueuePause } from '@shared/contracts/http/distribution.ts';
import type { Qualification, QueueRule } from '@shared/domain/distribution/wanted.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type RuledQueue = {
  readonly queue: string;
  readonly brandId: string;
  readonly label: string;
  readonly rule: KeptQueueRule;
};

/** What a queue has before anybody decided: the switch alone says who serves it. */
export const noRule: QueueRule = {
  isDriven: false,
  principles: [],
  required: [],
  byValue: null,
  lastAdvisor: null,
};

/** The queues that numbers of brands lead to. */
export const readRuledQueues = async (db: Db): Promise<RuledQueue[]> => {
  const { rows } = await sql<{
    queue: string;
    brandId: string;
    label: string;
    rule: QueueRule | null;
    version: number;
  }>`
    select number.queue, min(brand_id) as "brandId", min(label) as label, rule,
      coalesce(version, 0) as version
    from brand_numbers number left join queue_rules on queue_rules.queue = number.queue
    where number.queue <> '' group by number.queue, rule, version order by 3`.execute(db);
  return rows.map(({ queue, brandId, label, rule, version }) => ({
    queue,
    brandId,
    label,
    rule: { ...noRule, ...rule, version },
  }));
};

/** False when somebody changed it after that version was read. */
export const writeRule = async (
  tx: Db,
  queue: string,
  { version, ...rule }: KeptQueueRule,
): Promise<boolean> => {
  const values = { rule: JSON.stringify(rule), version: version + 1 };
  const written =
    version === 0
      ? await tx
          .insertInto('queue_rules')
          .values({ queue, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('queue_rules')
          .set(values)
          .where('queue', '=', queue)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst();
  return written !== undefined;
};

export type ServingPerson = {
  readonly userId: string;
  readonly name: string;
  readonly teamId: string | null;
  readonly extension: string;
  readonly brandIds: string[];
  readonly qualifications: Qualification[];
};

/** Active advisors with a telephone. */
export const readServers = async (db: Db): Promise<ServingPerson[]> => {
  const { rows } = await sql<ServingPerson>`
    select users.id as "userId", trim(first_name || ' ' || last_name) as name,
      team_id as "teamId", extension,
      array(select brand_id from user_brands where user_id = users.id order by 1) as "brandIds",
      coalesce((
        select jsonb_agg(jsonb_build_object('kind', kind, 'code', code, 'level', level)
          order by kind, code)
        from user_qualifications where user_id = users.id
      ), '[]') as qualifications
    from users join lines on lines.user_id = users.id
    where active and role = 'advisor' order by 2`.execute(db);
  return rows;
};

export const writeQualifications = async (
  tx: Db,
  userId: string,
  qualifications: readonly Qualification[],
): Promise<void> => {
  await tx.deleteFrom('user_qualifications').where('user_id', '=', userId).execute();
  if (qualifications.length > 0)
    await tx
      .insertInto('user_qualifications')
      .values(qualifications.map((one) => ({ user_id: userId, ...one })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
};

/** In the order in which they were made: of two for the same the later holds. */
export const movesAt = (db: Db, at: string): Promise<QueueMove[]> =>
  db
    .selectFrom('queue_moves')
    .select([
      'id',
      'user_id as userId',
      'queue',
      'direction',
      'penalty',
      'reason',
      'moved_by as by',
      'since',
      'until',
    ])
    .where('until', '>', at)
    .orderBy('since')
    .execute();

export const pausesAt = (db: Db, at: string): Promise<QueuePause[]> =>
  db
    .selectFrom('queue_pauses')
    .select(['id', 'user_id as userId', 'queue', 'reason', 'paused_by as by', 'since', 'until'])
    .where('until', '>', at)
    .orderBy('since')
    .execute();

export const insertMove = async (tx: Db, { userId, by, ...move }: QueueMove): Promise<void> => {
  await tx
    .insertInto('queue_moves')
    .values({ ...move, user_id: userId, moved_by: by })
    .execute();
};

export const insertPause = async (tx: Db, { userId, by, ...pause }: QueuePause): Promise<void> => {
  await tx
    .insertInto('queue_pauses')
    .values({ ...pause, user_id: userId, paused_by: by })
    .execute();
};

/** It is over now. */
export const endNow = async (
  tx: Db,
  table: 'queue_moves' | 'queue_pauses',
  { id, at }: { readonly id: string; readonly at: string },
): Promise<void> => {
  await sql`
    update ${sql.table(table)} set until = greatest(${at}::timestamptz, since + interval '1 ms')
    where id = ${id}`.execute(tx);
};
