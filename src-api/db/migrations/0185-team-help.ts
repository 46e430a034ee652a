/** Leads in the calls of advisors: who is in which, and what the organisation has decided about it. */
import { type Kysely, sql } from 'kysely';

export const teamHelp = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table help_sessions (
          id uuid primary key,
          lead_id uuid not null references users,
          advisor_id uuid not null references users,
          brand_id text,
          call_id text not null,
          way text not null check (way in ('listen', 'whisper', 'barge')),
          reason text not null check (length(reason) between 1 and 500),
          started_at timestamptz(3) not null,
          taken_over_at timestamptz(3),
          ended_at timestamptz(3),
          ended_because text check (ended_because in ('over', 'by-lead', 'refused')),
          check ((ended_at is null) = (ended_because is null))
        );
        -- A lead has one telephone.
        create unique index help_sessions_open on help_sessions (lead_id) where ended_at is null;
        create index help_sessions_in_call on help_sessions (advisor_id) where ended_at is null;
        create index help_sessions_by_time on help_sessions (started_at);
        create table help_policy (
          version integer primary key check (version > 0),
          policy jsonb not null,
          changed_by uuid references users,
          changed_at timestamptz(3) not null
        );
      `)
      .execute(db);
  },
};
