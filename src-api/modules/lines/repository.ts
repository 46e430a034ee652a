/** Each advisor's extension and line password. */

import type { HubTables } from '@api/db/tables.ts';
import type { Kysely } from 'kysely';

export type LineRow = { readonly extension: string; readonly password: string };

export const findLine = async (db: Kysely<HubTables>, userId: string): Promise<LineRow | null> => {
  const row = await db
    .selectFrom('lines')
    .select(['extension', 'password'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
};
