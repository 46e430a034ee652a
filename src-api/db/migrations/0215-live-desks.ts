/**
 * What desktops say of now. It is worth nothing after a crash, when every desktop says it again: nothing
 * of it is written ahead. A hub that lives says so, so that those of a dead one are known as unheard.
 */
import { type Kysely, sql } from 'kysely';

export const liveDesks = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create unlogged table live_desks (
          user_id uuid primary key references users on delete cascade,
          hub_id uuid not null,
          -- Of the socket: one that ends late takes nothing from its successor.
          connection_id uuid not null,
          now jsonb not null,
          heard_at timestamptz(3) not null,
          lost_at timestamptz(3)
        );
        create unlogged table live_hubs (
          hub_id uuid primary key,
          beat_at timestamptz(3) not null
        );
        alter table teams add column site text check (length(site) between 1 and 80);
        -- Teams that somebody leads besides her own.
        create table led_teams (
          user_id uuid not null references users on delete cascade,
          team_id uuid not null references teams on delete cascade,
          primary key (user_id, team_id)
        );
        create table team_thresholds (
          team_id uuid primary key references teams on delete cascade,
          thresholds jsonb not null,
          version integer not null default 1
        );
      `)
      .execute(db);
  },
};
