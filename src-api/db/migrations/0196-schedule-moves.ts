/** What people were asked to change on the day, and what they answered. */
import { type Kysely, sql } from 'kysely';

export const scheduleMoves = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table schedule_moves (
          id uuid primary key,
          -- The same for all whom one move asks.
          move text not null,
          team_id uuid not null references teams on delete cascade,
          user_id uuid not null references users on delete cascade,
          day date not null,
          kind text not null check (kind in ('help', 'training', 'campaign', 'break', 'meal')),
          brand_id text not null references brands,
          from_minute integer not null,
          to_minute integer not null,
          before jsonb not null,
          after jsonb not null,
          status text not null check (status in ('asked', 'accepted', 'declined', 'withdrawn')),
          asked_by uuid references users on delete set null,
          asked_at timestamptz(3) not null,
          answered_at timestamptz(3)
        );
        create index schedule_moves_of_team on schedule_moves (team_id, day);
        create unique index schedule_moves_open on schedule_moves (user_id, day) where status = 'asked';
        create function tell_schedule_moves() returns trigger language plpgsql as $$
        begin
          perform pg_notify('schedules', new.team_id::text);
          return null;
        end $$;
        create trigger schedule_moves_told after insert or update on schedule_moves
          for each row execute function tell_schedule_moves();
      `)
      .execute(db);
  },
};
