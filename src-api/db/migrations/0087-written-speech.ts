/** What was written, beside what is said: a speech that calls others is approved with them in it. */
import { type Kysely, sql } from 'kysely';

export const writtenSpeech = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`alter table script_versions add column written jsonb`.execute(db);
  },
};
