/**
 * Representatives, their appointments, and what else fills their time. An hour is given once because
 * whoever books holds the representative's row until it is written.
 */
import { type Kysely, sql } from 'kysely';

export const diaries = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table representatives (
          id uuid primary key,
          brand_ids text[] not null,
          settings jsonb not null,
          revision integer not null,
          -- SHA-256 of the secret of his feed; null: there is none.
          feed_digest bytea unique,
          created_at timestamptz(3) not null
        );

        create table appointments (
          id uuid primary key,
          representative_id uuid not null references representatives,
          customer_id uuid not null references customers,
          brand_id text not null references brands,
          campaign_id uuid references campaigns,
          starts_at timestamptz(3) not null,
          ends_at timestamptz(3) not null check (ends_at > starts_at),
          place jsonb not null,
          note text not null,
          status text not null check (status in ('booked', 'kept', 'not-kept', 'cancelled')),
          -- Grows with each change: SEQUENCE of RFC 5545.
          sequence integer not null default 0,
          booked_by uuid references users,
          booked_at timestamptz(3) not null,
          changed_at timestamptz(3) not null
        );
        create index appointments_of_diary on appointments (representative_id, starts_at);
        create index appointments_of_customer on appointments (customer_id);
        create index appointments_of_campaign on appointments (campaign_id) where campaign_id is not null;

        create table diary_sources (
          id uuid primary key,
          representative_id uuid not null references representatives,
          kind text not null check (kind in ('file', 'address', 'caldav')),
          name text not null,
          address text,
          user_name text,
          secret bytea,
          read_at timestamptz(3),
          -- Null: the last reading went well.
          problem text,
          events integer not null default 0,
          created_at timestamptz(3) not null
        );
        create index diary_sources_of on diary_sources (representative_id);

        -- When he is not free and how the calendar names it; what for is nobody's business here.
        create table diary_busy (
          source_id uuid not null references diary_sources on delete cascade,
          representative_id uuid not null references representatives,
          uid text not null,
          starts_at timestamptz(3) not null,
          ends_at timestamptz(3) not null,
          primary key (source_id, uid, starts_at)
        );
        create index diary_busy_of on diary_busy (representative_id, starts_at);
      `)
      .execute(db);
  },
};
