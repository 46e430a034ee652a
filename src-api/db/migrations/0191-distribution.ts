/** Who is to serve which queue of the switch. */
import { type Kysely, sql } from 'kysely';

export const distribution = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table user_qualifications (
          user_id uuid not null references users on delete cascade,
          kind text not null check (kind in ('skill', 'language', 'channel')),
          code text not null check (length(code) between 1 and 60),
          level integer not null check (level between 1 and 5),
          primary key (user_id, kind, code)
        );
        create table queue_rules (
          queue text primary key,
          rule jsonb not null,
          version integer not null check (version > 0)
        );
        create table queue_moves (
          id uuid primary key,
          user_id uuid not null references users,
          queue text not null,
          direction text not null check (direction in ('in', 'out')),
          penalty integer not null check (penalty between 0 and 100),
          reason text not null,
          moved_by uuid not null references users,
          since timestamptz(3) not null,
          until timestamptz(3) not null check (until > since)
        );
        create index queue_moves_until on queue_moves (until);
        create table queue_pauses (
          id uuid primary key,
          user_id uuid not null references users,
          queue text,
          reason text not null,
          paused_by uuid not null references users,
          since timestamptz(3) not null,
          until timestamptz(3) not null check (until > since)
        );
        create index queue_pauses_until on queue_pauses (until);
      `)
      .execute(db);
  },
};
