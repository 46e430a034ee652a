/**
 * Role-plays of the training line, apart from everything real: no foreign key of theirs reaches a
 * customer or an interaction, and no change of theirs is in the change log.
 */
import { type Kysely, sql } from 'kysely';

export const rolePlays = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table role_plays (
          id uuid primary key,
          brand_id text not null references brands on delete cascade,
          version integer not null,
          content jsonb not null,
          created_by uuid references users on delete set null,
          updated_at timestamptz(3) not null
        );
        create index role_plays_brand on role_plays (brand_id);

        create table role_play_series (
          id uuid primary key,
          brand_id text not null references brands on delete cascade,
          version integer not null,
          title text not null,
          role_play_ids uuid[] not null,
          pass_mark real not null,
          updated_at timestamptz(3) not null
        );
        create index role_play_series_brand on role_play_series (brand_id);

        create table role_play_sounds (
          id uuid primary key,
          brand_id text not null references brands on delete cascade,
          media_type text not null,
          content bytea not null,
          created_at timestamptz(3) not null
        );

        create table role_play_runs (
          id uuid primary key,
          user_id uuid not null references users on delete cascade,
          brand_id text not null references brands on delete cascade,
          content jsonb not null,
          ended_at timestamptz(3) not null
        );
        create index role_play_runs_user on role_play_runs (user_id, ended_at desc);
      `)
      .execute(db);
  },
};
