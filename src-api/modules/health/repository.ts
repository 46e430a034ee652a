/** Whether the database answers. */

import type { HubDatabase } from '@api/db/database.ts';
import { sql } from 'kysely';

/** @throws when the database does not answer. */
export const ping = async (db: HubDatabase): Promise<void> => {
  await sql`select 1`.execute(db);
};
