/** Which appointments stand on which CalDAV calendar, and in which state. */
import { type Kysely, sql } from 'kysely';

export const caldav = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        alter table diary_sources add column push_tried_at timestamptz(3);
        create table diary_pushed (
          source_id uuid not null references diary_sources on delete cascade,
          appointment_id uuid not null references appointments on delete cascade,
          sequence integer not null,
          status text not null,
          primary key (source_id, appointment_id)
        );
      `)
      .execute(db);
  },
};
