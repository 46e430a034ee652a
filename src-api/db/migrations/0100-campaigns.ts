/**
 * Outbound campaigns and whom they call. A contact belongs to one advisor at a time (`leased_to` until
 * `leased_until`), over all campaigns. No index makes a customer unique: two cards that become one
 * leave two contacts, and who asks for the next one skips the second.
 */
import { type Kysely, sql } from 'kysely';

export const campaigns = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table campaigns (
          id uuid primary key,
          brand_id text not null references brands,
          status text not null check (status in ('draft', 'running', 'paused', 'stopped')),
          revision integer not null,
          settings jsonb not null,
          created_by uuid references users,
          created_at timestamptz(3) not null
        );
        create index campaigns_by_brand on campaigns (brand_id, status);

        create table campaign_contacts (
          id uuid primary key,
          campaign_id uuid not null references campaigns,
          customer_id uuid not null references customers,
          state text not null check (state in ('waiting', 'over', 'control')),
          -- Why it is over: the consequence, or the rule that ends it.
          over_because text,
          zone text not null,
          score real not null,
          value_cents integer not null,
          number_rank integer not null default 0,
          -- The attempts of this campaign: when, on which number, with what result.
          attempts jsonb not null default '[]',
          promised_at timestamptz(3),
          promised_to uuid references users,
          expires_at timestamptz(3),
          not_before timestamptz(3),
          waiting_since timestamptz(3) not null,
          leased_to uuid references users,
          leased_until timestamptz(3),
          added_at timestamptz(3) not null
        );
        create index campaign_contacts_waiting on campaign_contacts
          (campaign_id, promised_at, not_before) where state = 'waiting';
        create index campaign_contacts_by_customer on campaign_contacts (customer_id);
        create index campaign_contacts_leased on campaign_contacts (leased_to, leased_until)
          where leased_to is not null;
      `)
      .execute(db);
  },
};
