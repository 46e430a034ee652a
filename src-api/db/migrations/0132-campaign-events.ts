/** What happened that made somebody a contact of a campaign, each once, and why it did not. */
import { type Kysely, sql } from 'kysely';

export const campaignEvents = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table campaign_events (
          campaign_id uuid not null references campaigns on delete cascade,
          -- What it is and which: "cart:…", "contract:…".
          origin text not null,
          kind text not null,
          customer_id uuid not null references customers on delete cascade,
          -- Null: she is a contact by it.
          because text,
          article text,
          is_control boolean not null default false,
          at timestamptz(3) not null,
          primary key (campaign_id, origin)
        );
        create index campaign_events_by_customer on campaign_events (customer_id);
        alter table campaign_contacts add column origin text;
        create index campaign_contacts_by_origin on campaign_contacts (campaign_id, origin)
          where origin is not null;
      `)
      .execute(db);
  },
};
