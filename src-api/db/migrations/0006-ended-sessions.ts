/** Tells every instance when a session ends, so that its live connections end with it. */
import { type Kysely, sql } from 'kysely';

export const endedSessions = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create function tell_ended_session() returns trigger language plpgsql as $$
        begin
          perform pg_notify('session_ended', new.id::text);
          return null;
        end $$;
        create trigger session_ended after update of ended_at on session_families
          for each row when (old.ended_at is null and new.ended_at is not null)
          execute function tell_ended_session();
      `)
      .execute(db);
  },
};
