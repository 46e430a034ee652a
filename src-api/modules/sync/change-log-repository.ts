/**
 * Reads the change log without ever skipping: only rows of transactions older than the oldest one
 * still running are read, so whatever commits late has a place after the cursor.
 */

import { settingOf } from '@api/db/hub-settings.ts';
import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, sql } from 'kysely';
import type { Position } from './cursor.ts';

type Db = Kysely<HubTables>;

const horizonKey = 'change-log-horizon';

export type LoggedChange = {
  readonly entity: HubTables['change_log']['entity'];
  readonly id: string | null;
  readonly position: Position;
};

/** The hub's identity, made with the database. */
export const hubIdOf = (db: Db, make: () => string): Promise<string> =>
  settingOf(db, 'hub-id', make);

/** Every transaction below this id has ended: committed and visible, or gone. */
export const settledBelow = async (db: Db): Promise<bigint> => {
  const { rows } = await sql<{ xmin: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`.execute(db);
  return BigInt(rows[0]?.xmin ?? 0);
};

/** The next transaction id; a cursor beyond it comes from another database. */
export const nextTransaction = async (db: Db): Promise<bigint> => {
  const { rows } = await sql<{ xmax: string }>`
    select pg_snapshot_xmax(pg_current_snapshot())::text as xmax`.execute(db);
  return BigInt(rows[0]?.xmax ?? 0);
};

/**
 * Settled changes after a place that concern one of the brands, in the order of the log. The order
 * names the table: the bare names would mean the texts that are selected, where 1000 comes before 999.
 */
export const readChanges = async (
  db: Db,
  after: Position,
  settled: bigint,
  brandIds: readonly string[],
  limit: number,
): Promise<readonly LoggedChange[]> => {
  const { rows } = await sql<{
    entity: LoggedChange['entity'];
    id: string | null;
    xid: string;
    seq: string;
  }>`
    select entity, entity_id as id, xid::text as xid, seq::text as seq
    from change_log
    where (xid, seq) > (${String(after.xid)}::xid8, ${String(after.seq)}::bigint)
      and xid < ${String(settled)}::xid8
      and (brand_ids is null or brand_ids && ${[...brandIds]}::text[])
    order by change_log.xid, change_log.seq limit ${limit}
  `.execute(db);
  return rows.map(({ entity, id, xid, seq }) => ({
    entity,
    id,
    position: { xid: BigInt(xid), seq: BigInt(seq) },
  }));
};

export type Concerned = { readonly everyone: boolean; readonly brandIds: readonly string[] };

/** Whom the settled transactions from one id up to another concern, without reading each change. */
export const concernedBetween = async (
  db: Db,
  from: bigint,
  settled: bigint,
): Promise<Concerned> => {
  const { rows } = await sql<Concerned>`
    select coalesce(bool_or(brand_ids is null), false) as everyone,
      coalesce(array_agg(distinct brand) filter (where brand is not null), '{}') as "brandIds"
    from change_log left join lateral unnest(brand_ids) brand on true
    where xid >= ${String(from)}::xid8 and xid < ${String(settled)}::xid8
  `.execute(db);
  return rows[0] ?? { everyone: false, brandIds: [] };
};

/** Whether anything is logged that is not settled yet. */
export const hasUnsettled = async (db: Db, settled: bigint): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from change_log where xid >= ${String(settled)}::xid8) as found
  `.execute(db);
  return rows[0]?.found ?? false;
};

/** Cursors before this place are too old: what followed them was pruned. */
export const horizonOf = async (db: Db): Promise<bigint> => {
  const row = await db
    .selectFrom('hub_settings')
    .select('value')
    .where('key', '=', horizonKey)
    .executeTakeFirst();
  return BigInt(row?.value ?? 0);
};

/** Forgets changes older than an instant and raises the horizon with them. */
export const pruneChanges = async (db: Db, olderThan: string): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ xid: string }>`
      with pruned as (delete from change_log where at < ${olderThan} returning xid)
      select coalesce(max(xid::text::bigint) + 1, 0)::text as xid from pruned
    `.execute(tx);
    const horizon = rows[0]?.xid ?? '0';
    if (horizon === '0') return;
    await tx
      .insertInto('hub_settings')
      .values({ key: horizonKey, value: horizon })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: horizon }))
      .execute();
  });
};
