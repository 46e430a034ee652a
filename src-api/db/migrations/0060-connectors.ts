/** Other systems that the hub asks about a customer, and what each answered last. */
import { type Kysely, sql } from 'kysely';

export const connectors = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table connectors (
          id uuid primary key,
          brand_id text not null references brands,
          name text not null,
          card text not null check (card in
            ('orders', 'contracts', 'carts', 'cases', 'appointments', 'documents', 'other')),
          address text not null,
          source_id uuid references sources,
          secret_header text,
          secret bytea,
          time_limit_ms integer not null,
          fresh_seconds integer not null,
          keep_hours integer not null,
          roles text[] not null,
          behind text not null,
          active boolean not null default true,
          created_by uuid references users,
          created_at timestamptz(3) not null,
          last_answer_at timestamptz(3),
          last_failure text,
          last_failure_at timestamptz(3)
        );
        create index connectors_by_brand on connectors (brand_id);

        -- Gone with the customer, whoever deletes her: what is under way cannot come back.
        create table outside_answers (
          connector_id uuid not null references connectors on delete cascade,
          customer_id uuid not null references customers on delete cascade,
          at timestamptz(3) not null,
          kept_until timestamptz(3) not null,
          answer jsonb not null,
          primary key (connector_id, customer_id)
        );
        create index outside_answers_by_customer on outside_answers (customer_id);
        create index outside_answers_by_end on outside_answers (kept_until);
      `)
      .execute(db);
  },
};
