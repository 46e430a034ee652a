/**
 * Which columns name a customer and therefore follow a merging: every foreign key to customers that
 * is no part of a key of its own table. Read from the database, so that a new table cannot be forgotten.
 */
import { type Kysely, sql } from 'kysely';
import type { HubTables } from './tables.ts';

export type Following = {
  readonly table: string;
  readonly column: string;
  readonly keys: readonly string[];
};

/** A card keeps its own history, and the bookkeeping of merging names customers for ever. */
const staying = ['customer_history', 'customer_merges', 'merged_customers', 'row_origins'];

export const followingColumns = async (db: Kysely<HubTables>): Promise<readonly Following[]> => {
  const { rows } = await sql<Following>`
    select owner.relname as table, named.attname as column,
      (select array_agg(part.attname::text order by at.place)
       from unnest(primary_key.indkey::int2[]) with ordinality at (number, place)
       join pg_attribute part on part.attrelid = owner.oid and part.attnum = at.number) as keys
    from pg_constraint link
    join pg_class owner on owner.oid = link.conrelid
    join pg_attribute named on named.attrelid = owner.oid and named.attnum = link.conkey[1]
    join pg_index primary_key on primary_key.indrelid = owner.oid and primary_key.indisprimary
    where link.contype = 'f' and link.confrelid = 'customers'::regclass
      and owner.relkind in ('r', 'p') and not owner.relispartition
      and owner.relname <> all(${staying}::text[])
      and not exists (
        select from pg_index used
        where used.indrelid = owner.oid and used.indisunique
          and named.attnum = any(used.indkey::int2[]))
    order by 1, 2
  `.execute(db);
  return rows;
};

/** Attaches what is missing, at each start after the migrations. */
export const followMerges = async (db: Kysely<HubTables>): Promise<void> => {
  const { rows } = await sql<{ name: string }>`
    select tgname as name from pg_trigger where tgname like 'follow\\_%'`.execute(db);
  const present = new Set(rows.map(({ name }) => name));
  for (const { table, column, keys } of await followingColumns(db)) {
    const names = [column, ...keys].map((one) => `'${one}'`).join(', ');
    for (const event of ['insert', 'update']) {
      const trigger = `follow_${column}_${event}_${table}`.slice(0, 63);
      if (present.has(trigger)) continue;
      await sql
        .raw(`create or replace trigger ${trigger} after ${event} on ${table}
          referencing new table as new_rows for each statement execute function follow_merge(${names})`)
        .execute(db);
    }
  }
};
