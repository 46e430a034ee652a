/** How often an appointment was moved: its SEQUENCE counts every change, not these. */
import { type Kysely, sql } from 'kysely';

export const movedAppointments = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(
        'alter table appointments add column moves integer not null default 0 check (moves >= 0)',
      )
      .execute(db);
  },
};
