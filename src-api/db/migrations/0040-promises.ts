/**
 * What brands promise and allow, what was granted, and by when whom is to be reached. Deadlines and
 * other things that follow from a customer's whole history are worked out again, customer by customer,
 * from a queue that every writer fills without knowing of it. The queue is only appended to: two
 * transactions that write for the same customer never wait for one another.
 */
import { type Kysely, sql } from 'kysely';
import { logTriggers } from './logged-table.ts';

const queueTriggers = (table: string): string =>
  ['insert', 'update', 'delete']
    .map(
      (deed) => `
    create trigger ${table}_insight_${deed} after ${deed} on ${table}
      referencing ${deed === 'delete' ? 'old' : 'new'} table as rows
      for each statement execute function queue_insight();`,
    )
    .join('\n');

export const promises = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table brand_rules (
          brand_id text primary key references brands on delete cascade,
          version integer not null,
          content jsonb not null,
          changed_by uuid references users on delete set null,
          changed_at timestamptz(3) not null
        );
        create table brand_rules_history (
          brand_id text not null references brands on delete cascade,
          version integer not null,
          content jsonb not null,
          changed_by uuid references users on delete set null,
          changed_at timestamptz(3) not null,
          primary key (brand_id, version)
        );
        create trigger brand_rules_changed after insert or update or delete on brand_rules
          for each statement execute function log_reference();

        create table grants (
          id uuid primary key,
          customer_id uuid not null references customers on delete cascade,
          brand_id text not null references brands on delete cascade,
          interaction_id uuid,
          case_id uuid,
          kind text not null check (kind in ('refund', 'gesture', 'exchange')),
          amount_cents bigint not null,
          reason_code text,
          note text not null,
          status text not null check (status in ('granted', 'asked', 'approved', 'denied')),
          by_id uuid not null references users on delete cascade,
          at timestamptz(3) not null,
          decided_by uuid references users on delete set null,
          decided_at timestamptz(3)
        );
        create index grants_by_customer on grants (customer_id);
        create index grants_asked on grants (brand_id, at) where status = 'asked';
        ${logTriggers({ table: 'grants', entity: 'grant', brandsOf: 'array[one.brand_id]' })}

        create table deadlines (
          customer_id uuid not null references customers on delete cascade,
          brand_id text not null references brands on delete cascade,
          interaction_id uuid not null,
          channel text not null,
          opened_at timestamptz(3) not null,
          due_at timestamptz(3) not null,
          escalate_at timestamptz(3) not null,
          promised_minutes integer not null,
          vip boolean not null,
          primary key (customer_id, brand_id)
        );
        create index deadlines_by_due on deadlines (due_at);
        -- What became of promises that run no more, for the figures.
        create table deadlines_ended (
          interaction_id uuid primary key,
          brand_id text not null references brands on delete cascade,
          opened_at timestamptz(3) not null,
          due_at timestamptz(3) not null,
          vip boolean not null,
          ended_at timestamptz(3) not null
        );

        create table insight_queue (
          id bigint generated always as identity primary key,
          customer_id uuid not null
        );
        create function queue_insight() returns trigger language plpgsql as $$
        begin
          insert into insight_queue (customer_id)
            select distinct customer_id from rows where customer_id is not null;
          return null;
        end $$;
        ${queueTriggers('interactions')}
        ${queueTriggers('customer_relations')}
      `)
      .execute(db);
  },
};
