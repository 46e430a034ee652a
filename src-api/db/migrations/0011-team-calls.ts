/** Calls that wait for whoever of a team takes them; of short life, and in no history. */
import { type Kysely, sql } from 'kysely';

export const teamCalls = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table team_calls (
          id uuid primary key,
          kind text not null check (kind in ('parked', 'ringing')),
          user_id uuid not null references users on delete cascade,
          team_id uuid references teams on delete set null,
          brand_id text not null references brands on delete cascade,
          place text not null,
          -- What the one who takes it needs to know: deleted with the row, hours later.
          about jsonb not null,
          since timestamptz(3) not null,
          until timestamptz(3) not null,
          taken_by uuid references users on delete set null
        );
        create index team_calls_by_team on team_calls (team_id, until);
        create index team_calls_parked on team_calls (place) where kind = 'parked' and taken_by is null;
      `)
      .execute(db);
  },
};
