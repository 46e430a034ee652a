/** The channel map, customer by customer: worked out again only for whom something changed. */
import { type Kysely, sql } from 'kysely';

export const channelMap = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table customer_channels (
          customer_id uuid not null references customers on delete cascade,
          brand_id text not null references brands on delete cascade,
          class text not null,
          -- By channel: the appetence, and how far it moved in a year (null: new).
          scores jsonb not null,
          year_deltas jsonb not null,
          contacts integer not null,
          first_at timestamptz(3) not null,
          last_at timestamptz(3) not null,
          primary key (customer_id, brand_id)
        );
        create table channel_breaks (
          from_id uuid primary key,
          customer_id uuid not null references customers on delete cascade,
          brand_id text not null references brands on delete cascade,
          from_channel text not null,
          -- Null: it was taken up nowhere, she was lost from sight.
          to_channel text,
          at timestamptz(3) not null,
          after_ms bigint
        );
        create index channel_breaks_by_time on channel_breaks (brand_id, at);
        create index channel_breaks_by_customer on channel_breaks (customer_id);
        insert into insight_queue (customer_id) select id from customers order by id;
      `)
      .execute(db);
  },
};
