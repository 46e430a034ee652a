/**
 * Whether calls might be placed, kept as evidence for three years; rules of law that an administrator has
 * switched off, with the reason; and dispositions that say that an offer was refused in the call.
 */
import { type Kysely, sql } from 'kysely';

export const dialDecisions = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table dial_decisions (
          id uuid primary key,
          at timestamptz(3) not null,
          received_at timestamptz(3) not null,
          user_id uuid not null references users on delete cascade,
          brand_id text not null references brands on delete cascade,
          customer_id uuid references customers on delete cascade,
          callback_id uuid,
          way text not null check (way in ('dial', 'consult', 'transfer')),
          purpose text not null check (purpose in ('commercial', 'service')),
          said_by text not null check (said_by in ('advisor', 'callback', 'history', 'nobody')),
          allowed boolean not null,
          rule text,
          reason text,
          allowed_from timestamptz(3),
          facts_digest text not null,
          training boolean not null,
          hub_rule text,
          hub_reason text
        );
        create index dial_decisions_by_time on dial_decisions (at desc, id);
        create index dial_decisions_by_customer on dial_decisions (customer_id, at desc);
        insert into retention_rules (kind, days) values ('dial-decisions', 1095);
        create table law_switches (
          rule text primary key,
          reason text not null,
          switched_by uuid references users on delete set null,
          switched_at timestamptz(3) not null
        );
        create trigger law_switches_changed after insert or update or delete on law_switches
          for each statement execute function log_reference();
        alter table dispositions add column refuses_offer boolean not null default false;
      `)
      .execute(db);
  },
};
