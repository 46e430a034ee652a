/**
 * A desktop that was away may have called whom it held, and tell of it later: whom it took that way
 * stays its own after the time, until it has told, or for a day.
 */
import { type Kysely, sql } from 'kysely';

export const heldUntilHeard = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        alter table campaign_contacts add column until_heard boolean not null default false;
      `)
      .execute(db);
  },
};
