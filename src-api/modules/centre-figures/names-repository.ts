/** What rows of figures are called: people, teams, queues, speeches; days and brands need no name here. */
import type { HubTables } from '@api/db/tables.ts';
import type { CentreCut } from '@shared/contracts/http/centre-figures.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';

const namesOf = (by: CentreCut, keys: readonly string[]): RawBuilder<unknown> | null => {
  const asked = sql`any(${[...keys]}::text[])`;
  switch (by) {
    case 'advisor':
      return sql`select id::text as key, first_name || ' ' || last_name as name from users
        where id::text = ${asked}`;
    case 'team':
      return sql`select id::text as key, name from teams where id::text = ${asked}`;
    case 'queue':
      return sql`select queue as key, min(label) as name from brand_numbers
        where queue = ${asked} group by queue`;
    case 'speech':
      return sql`select script_id || ' ' || version as key, content->>'name' as name
        from script_versions where script_id || ' ' || version = ${asked}`;
    case 'brand':
      return sql`select id as key, name from brands where id = ${asked}`;
    case 'day':
    case 'week':
    case 'month':
      return null;
  }
};

/** By key. */
export const findNames = async (
  db: Kysely<HubTables>,
  by: CentreCut,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const names = namesOf(by, keys);
  if (names === null || keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; name: string }>`${names}`.execute(db);
  return new Map(rows.map(({ key, name }) => [key, name]));
};
