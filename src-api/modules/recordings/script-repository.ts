/** What a speech says of itself. */
import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, sql } from 'kysely';

/** False only where its newest version says that its calls are not recorded. */
export const findScriptRecorded = async (
  db: Kysely<HubTables>,
  scriptId: string | null,
): Promise<boolean> => {
  if (scriptId === null) return true;
  const { rows } = await sql<{ recorded: boolean | null }>`
    select (content->>'recorded')::boolean as recorded from script_versions
    where script_id = ${scriptId} order by version desc limit 1`.execute(db);
  return rows[0]?.recorded ?? true;
};
