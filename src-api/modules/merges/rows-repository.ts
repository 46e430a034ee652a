/** Moves what names a customer from card to card, and remembers where each row came from. */

import { type Following, followingColumns } from '@api/db/follow-merges.ts';
import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const keyOf = ({ keys }: Following, row: string) =>
  sql.raw(`concat_ws('|', ${keys.map((key) => `${row}."${key}"::text`).join(', ')})`);

/** Every row of one card now belongs to another; where it came from is kept with the first move. */
export const moveRows = async (db: Db, fromId: string, toId: string): Promise<void> => {
  for (const following of await followingColumns(db)) {
    const [table, column] = [sql.table(following.table), sql.ref(following.column)];
    await sql`
      insert into row_origins (table_name, column_name, row_key, customer_id)
      select ${following.table}, ${following.column}, ${keyOf(following, 't')}, ${fromId}::uuid
      from ${table} t where t.${column} = ${fromId} on conflict do nothing`.execute(db);
    await sql`update ${table} set ${column} = ${toId} where ${column} = ${fromId}`.execute(db);
  }
};

/** Rows that came from these cards go back to one of them; those that are at home are forgotten. */
export const moveRowsBack = async (
  db: Db,
  origins: readonly string[],
  fromId: string,
  toId: string,
): Promise<void> => {
  for (const following of await followingColumns(db)) {
    const [table, column] = [sql.table(following.table), sql.ref(following.column)];
    await sql`
      update ${table} t set ${column} = ${toId} from row_origins o
      where o.table_name = ${following.table} and o.column_name = ${following.column}
        and o.row_key = ${keyOf(following, 't')} and o.customer_id = any(${[...origins]}::uuid[])
        and t.${column} = ${fromId}`.execute(db);
  }
  await db.deleteFrom('row_origins').where('customer_id', '=', toId).execute();
};

/**
 * What came after the merging and names only the one who parts: calls with her number, what belongs
 * to her cases, callbacks to her number.
 */
export const moveLaterRows = async (
  db: Db,
  parting: {
    readonly fromId: string;
    readonly toId: string;
    readonly mergedAt: string;
    /** The cards into which she was merged: what came to them since may be hers. */
    readonly line: readonly string[];
  },
  numbers: readonly string[],
): Promise<void> => {
  const { fromId, toId, mergedAt, line } = parting;
  const isLoose = (table: string) => sql`not exists (select from row_origins o
    where o.table_name = ${table} and o.column_name = 'customer_id' and o.row_key = t.id::text
      and o.customer_id <> all(${[...line]}::uuid[]))`;
  await sql`
    update interactions t set customer_id = ${toId}
    where t.customer_id = ${fromId} and t.recorded_at >= ${mergedAt} and ${isLoose('interactions')}
      and (t.call->>'customerNumber' = any(${[...numbers]}::text[])
        or t.case_id in (select id from cases where customer_id = ${toId}))`.execute(db);
  await sql`
    update callbacks t set customer_id = ${toId}
    where t.customer_id = ${fromId} and t.created_at >= ${mergedAt} and ${isLoose('callbacks')}
      and t.number = any(${[...numbers]}::text[])`.execute(db);
  for (const table of ['interactions', 'callbacks']) {
    await sql`
      delete from row_origins o using ${sql.table(table)} t
      where o.table_name = ${table} and o.column_name = 'customer_id' and o.row_key = t.id::text
        and t.customer_id = ${toId} and o.customer_id = any(${[...line]}::uuid[])`.execute(db);
  }
};

export const deleteConsents = async (db: Db, ids: readonly string[]): Promise<void> => {
  await sql`delete from consents where id = any(${[...ids]}::uuid[])`.execute(db);
};
