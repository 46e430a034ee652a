/**
 * How lists of campaigns were made: from a query, a file or events, a batch at a time from a cursor, with
 * what came of it. Files name people whom the hub knew before; studies score them.
 */
import { type Kysely, sql } from 'kysely';

export const campaignLists = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table campaign_lists (
          id uuid primary key,
          campaign_id uuid not null references campaigns on delete cascade,
          source jsonb not null,
          score real not null,
          dry_run boolean not null,
          state text not null check (state in ('running', 'ended', 'cancelled', 'failed')),
          cursor uuid,
          tally jsonb not null default '{}',
          asked_by uuid references users on delete set null,
          asked_at timestamptz(3) not null,
          ended_at timestamptz(3)
        );
        create index campaign_lists_of on campaign_lists (campaign_id, asked_at desc);
        create index campaign_lists_at_work on campaign_lists (asked_at) where state = 'running';

        create index import_changes_people on import_changes (import_id, customer_id)
          where undone is null;
        create table import_people (
          import_id uuid not null references imports on delete cascade,
          customer_id uuid not null references customers on delete cascade,
          primary key (import_id, customer_id)
        );
        create index import_people_by_customer on import_people (customer_id);
        alter table customer_relations add column score real;
      `)
      .execute(db);
  },
};
