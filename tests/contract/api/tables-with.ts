/** Every table of the database in which a text occurs, as text or within bytes, looked for in all of them. */
import { sql } from 'kysely';
import type { HubUnderTest } from './hub-under-test.ts';

export const tablesWith = async (
  { database }: Pick<HubUnderTest, 'database'>,
  text: string,
): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(database.db);
  const found: string[] = [];
  for (const { name } of rows) {
    const { rows: hits } = await sql<{ hit: boolean }>`select exists (
      select from ${sql.table(name)} one where to_jsonb(one)::text like ${`%${text}%`}
        or to_jsonb(one)::text like '%' || encode(convert_to(${text}, 'UTF8'), 'hex') || '%'
      ) as hit`.execute(database.db);
    if (hits[0]?.hit) found.push(name);
  }
  return found;
};
