/**
 * Other systems that tell the hub what happened: who they are, everything signed that they sent, what
 * each said of which thing, and which of ours their names mean. Interactions learn their zone, and
 * history learns of sources beside people.
 */
import { type Kysely, sql } from 'kysely';

const tables = `
  create table sources (
    id uuid primary key,
    name text not null,
    kind text not null check (kind in
      ('web-shop', 'form', 'ivr', 'mail-gateway', 'store', 'representative-diary', 'other')),
    brand_ids text[] not null check (cardinality(brand_ids) > 0),
    active boolean not null,
    -- Sealed: a signature can only be checked with the secret itself.
    secret bytea not null,
    former_secret bytea,
    former_secret_until timestamptz(3),
    refused bigint not null default 0,
    refused_at timestamptz(3),
    created_by uuid references users,
    created_at timestamptz(3) not null
  );

  create table hook_events (
    id uuid primary key,
    source_id uuid not null references sources,
    message_id text not null,
    digest bytea not null,
    -- The bytes that were signed; forgotten a while after they took effect.
    body bytea,
    type text,
    brand_id text,
    status text not null check (status in ('applied', 'quarantined', 'given-up')),
    reason text,
    issues jsonb not null default '[]',
    answer jsonb not null,
    received_at timestamptz(3) not null,
    settled_at timestamptz(3),
    settled_by uuid references users,
    settled_why text,
    unique (source_id, message_id, digest)
  );
  create index hook_events_quarantined on hook_events (id) where status = 'quarantined';
  create index hook_events_by_time on hook_events (received_at);

  -- What each event said of one thing of its source: the thing is made of all of them.
  create table external_facts (
    event_id uuid not null references hook_events on delete cascade,
    source_id uuid not null references sources,
    kind text not null,
    external_id text not null,
    at timestamptz(3) not null,
    message_id text not null,
    fact jsonb not null,
    primary key (event_id, kind, external_id)
  );
  create index external_facts_by_thing on external_facts (source_id, kind, external_id);

  create table external_references (
    source_id uuid not null references sources,
    kind text not null check (kind in ('customer', 'interaction', 'order', 'cart', 'appointment')),
    external_id text not null,
    id uuid not null,
    primary key (source_id, kind, external_id)
  );
  create index external_references_by_id on external_references (id);

  -- Whom the source named: an interaction or a call to make finds its customer when that one is
  -- known later.
  create table mentions (
    id uuid primary key,
    interaction_id uuid unique references interactions on delete cascade,
    callback_id uuid unique references callbacks on delete cascade,
    source_id uuid not null references sources,
    brand_id text not null references brands,
    mention jsonb not null,
    customer_ref text,
    phones text[] not null,
    emails text[] not null,
    -- What the rule found; a person's decision differs from it and stays.
    customer_id uuid references customers on delete set null,
    check (num_nonnulls(interaction_id, callback_id) = 1)
  );
  create index mentions_by_ref on mentions (source_id, customer_ref);
  create index mentions_by_phone on mentions using gin (phones);
  create index mentions_by_email on mentions using gin (emails);
  create index if not exists customers_by_email on customers using gin (emails);

  create table orders (
    id uuid primary key,
    customer_id uuid references customers on delete cascade,
    brand_id text not null references brands,
    reference text not null,
    placed_at timestamptz(3) not null,
    amount_cents bigint not null,
    lines jsonb not null,
    interaction_id uuid references interactions on delete set null
  );
  create index orders_by_customer on orders (customer_id);
`;

const formerTables = `
  alter table interactions add column zone text, add column corrected_at timestamptz(3);
  alter table practice_calls add column zone text, add column corrected_at timestamptz(3);
  alter table interaction_revisions
    add column source_id uuid references sources, add column why text;

  alter table customer_history drop constraint customer_history_pkey;
  alter table customer_history
    add column id bigint generated always as identity primary key,
    add column source_id uuid references sources,
    -- When it was so, by the clock of who said it; the hub's own clock is changed_at.
    add column happened_at timestamptz(3);
  create index customer_history_by_customer on customer_history (customer_id, version);
`;

export const sources = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(tables).execute(db);
    await sql.raw(formerTables).execute(db);
  },
};
