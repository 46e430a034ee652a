/**
 * Calls that the hub places by itself: each of them, who takes a campaign's calls, and which hub dials
 * it. A contact whom nobody was there for is called by a person from then on (`by_hand`).
 */
import { type Kysely, sql } from 'kysely';

export const dialler = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table dialled_calls (
          id uuid primary key,
          campaign_id uuid not null references campaigns,
          contact_id uuid not null references campaign_contacts on delete cascade,
          customer_id uuid not null references customers,
          number text not null,
          number_rank integer not null,
          presented text not null,
          placed_at timestamptz(3) not null,
          -- Picked up by a person.
          answered_at timestamptz(3),
          -- The advisor whom it was sent to, and when she took it.
          given_to uuid references users,
          taken_at timestamptz(3),
          ended_at timestamptz(3),
          -- When she was free for the next one.
          handled_at timestamptz(3),
          result text,
          -- Its attempt is written down with the contact.
          settled boolean not null default false
        );
        create index dialled_calls_by_campaign on dialled_calls (campaign_id, placed_at desc);
        create index dialled_calls_by_advisor on dialled_calls (given_to, placed_at desc)
          where given_to is not null;
        create index dialled_calls_by_customer on dialled_calls (customer_id);
        create index dialled_calls_open on dialled_calls (campaign_id) where not settled;

        create table campaign_diallers (
          campaign_id uuid primary key references campaigns,
          holder uuid not null,
          until timestamptz(3) not null,
          dials_as text,
          why text not null default 'asked',
          since timestamptz(3)
        );
        create table campaign_sign_ins (
          user_id uuid primary key references users on delete cascade,
          campaign_id uuid not null references campaigns,
          since timestamptz(3) not null,
          spared_until timestamptz(3)
        );
        create index campaign_sign_ins_by_campaign on campaign_sign_ins (campaign_id);

        alter table campaign_contacts add column by_hand boolean not null default false;
        alter table dial_decisions alter column user_id drop not null;
        alter table dial_decisions drop constraint dial_decisions_way_check;
        alter table dial_decisions add constraint dial_decisions_way_check
          check (way in ('dial', 'consult', 'transfer', 'dialler'));
        alter table dial_decisions drop constraint dial_decisions_said_by_check;
        alter table dial_decisions add constraint dial_decisions_said_by_check
          check (said_by in ('advisor', 'callback', 'history', 'nobody', 'campaign'));
      `)
      .execute(db);
  },
};
