/** Dispositions that say that she wants no such call any more. */
import { type Kysely, sql } from 'kysely';

export const opposingDispositions = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`
      alter table dispositions add column opposes_calls boolean not null default false
    `.execute(db);
  },
};
