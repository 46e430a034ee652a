/** What happens between customers and brands: cases, interactions, callbacks, speeches, states. */
import { type Kysely, sql } from 'kysely';

export const exchanges = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`
      create sequence case_references start 30001;
      create table cases (
        id uuid primary key,
        reference text not null unique,
        customer_id uuid not null references customers on delete cascade,
        brand_id text not null references brands,
        kind text not null check (kind in ('complaint', 'order', 'request', 'contract')),
        title text not null,
        detail text not null,
        status text not null check (status in ('open', 'waiting', 'resolved', 'closed')),
        opened_at timestamptz(3) not null,
        updated_at timestamptz(3) not null
      );
      create index cases_by_customer on cases (customer_id);

      create table interactions (
        id uuid primary key,
        customer_id uuid references customers on delete cascade,
        brand_id text not null references brands,
        channel text not null,
        direction text not null check (direction in ('inbound', 'outbound')),
        started_at timestamptz(3) not null,
        ended_at timestamptz(3),
        recorded_at timestamptz(3) not null default now(),
        outcome text not null,
        advisor_id uuid references users,
        queue text,
        campaign_id uuid,
        reason_code text,
        disposition_code text,
        title text not null,
        customer_words text,
        summary text,
        notes jsonb not null,
        case_id uuid references cases on delete set null,
        thread_id uuid,
        call jsonb,
        speech jsonb,
        wrap_up_ended_at timestamptz(3)
      );
      create index interactions_by_customer on interactions (customer_id, started_at desc, id);
      create index interactions_by_thread on interactions (thread_id) where thread_id is not null;

      -- What an interaction was before a wrap-up added to it.
      create table interaction_revisions (
        interaction_id uuid not null references interactions on delete cascade,
        revision integer not null,
        state jsonb not null,
        changed_by uuid references users,
        changed_at timestamptz(3) not null,
        mutation_id uuid,
        primary key (interaction_id, revision)
      );

      create table callbacks (
        id uuid primary key,
        kind text not null check (kind in ('callback', 'appointment')),
        customer_id uuid references customers on delete cascade,
        customer_name text not null,
        brand_id text not null references brands,
        number text not null,
        due_at timestamptz(3) not null,
        advisor_id uuid references users,
        reason text not null,
        status text not null check (status in ('open', 'done', 'cancelled')),
        created_by uuid references users,
        created_at timestamptz(3) not null,
        interaction_id uuid,
        closed_by uuid references users,
        closed_at timestamptz(3)
      );
      create index callbacks_by_customer on callbacks (customer_id);
      create index callbacks_open on callbacks (due_at) where status = 'open';

      create table script_versions (
        script_id text not null,
        version integer not null check (version >= 1),
        brand_id text not null references brands,
        status text not null check (status in ('draft', 'published', 'withdrawn')),
        content jsonb not null,
        created_by uuid references users,
        created_at timestamptz(3) not null default now(),
        published_by uuid references users,
        published_at timestamptz(3),
        primary key (script_id, version)
      );
      create index script_versions_by_brand on script_versions (brand_id);

      create table advisor_states (
        mutation_id uuid primary key,
        user_id uuid not null references users on delete cascade,
        state text not null check (state in ('ready', 'busy', 'wrap-up', 'pause', 'offline')),
        reason text,
        since timestamptz(3) not null,
        received_at timestamptz(3) not null
      );
      create index advisor_states_by_user on advisor_states (user_id, since desc);
    `.execute(db);
  },
};
