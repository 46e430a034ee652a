/** Alerts of team leads, what each team decided of them, and which hub looks. */
import { type Kysely, sql } from 'kysely';

export const leadAlerts = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table team_alert_rules (
          team_id uuid primary key references teams on delete cascade,
          rules jsonb not null,
          version integer not null
        );
        create table lead_alerts (
          id uuid primary key,
          team_id uuid not null references teams on delete cascade,
          kind text not null,
          subject text not null,
          brand_ids text[] not null,
          since timestamptz(3) not null,
          told_at timestamptz(3),
          escalated_at timestamptz(3),
          escalated_to uuid[] not null default '{}',
          taken_by uuid references users on delete set null,
          taken_at timestamptz(3),
          ended_at timestamptz(3)
        );
        create unique index lead_alerts_open on lead_alerts (team_id, kind, subject)
          where ended_at is null;
        create index lead_alerts_since on lead_alerts (team_id, since);
        create unlogged table alert_watch (
          only_one boolean primary key default true check (only_one),
          hub_id uuid not null,
          until timestamptz(3) not null
        );
      `)
      .execute(db);
  },
};
