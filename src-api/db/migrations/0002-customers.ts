/** Customers with what belongs to them alone: phones, brand relations, consents, history. */
import { type Kysely, sql } from 'kysely';

export const customers = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`
      create table customers (
        id uuid primary key,
        kind text not null check (kind in ('person', 'company')),
        civility text not null check (civility in ('mme', 'm', 'none')),
        first_name text not null,
        last_name text not null,
        company_name text,
        language text not null check (language in ('fr', 'en')),
        emails text[] not null,
        address_lines text[] not null,
        postcode text,
        commune text,
        insee_code text,
        country text,
        -- The brands of customer_relations once more: what every scope check and the change log reads.
        brand_ids text[] not null,
        -- Names without accents and case, as typed into a search.
        search_text text not null,
        version integer not null,
        updated_at timestamptz(3) not null
      );
      create index customers_by_name on customers using gin (to_tsvector('simple', search_text));
      create index customers_by_insee on customers (insee_code);

      create table customer_phones (
        customer_id uuid not null references customers on delete cascade,
        position smallint not null,
        e164 text not null,
        label text not null check (label in ('mobile', 'home', 'work', 'other')),
        primary key (customer_id, position)
      );
      create index customer_phones_by_number on customer_phones (e164);

      create table customer_relations (
        customer_id uuid not null references customers on delete cascade,
        brand_id text not null references brands,
        since date not null,
        value_12_months_cents bigint not null,
        segment text not null check (segment in ('new', 'standard', 'loyal', 'premium')),
        vip boolean not null,
        relation_mode text not null check (relation_mode in ('expert', 'brand-led', 'neutral')),
        primary key (customer_id, brand_id)
      );

      create table customer_history (
        customer_id uuid not null references customers on delete cascade,
        version integer not null,
        field text not null,
        old_value jsonb,
        new_value jsonb,
        changed_by uuid references users,
        changed_at timestamptz(3) not null,
        mutation_id uuid,
        primary key (customer_id, version, field)
      );

      create table consents (
        id uuid primary key,
        customer_id uuid not null references customers on delete cascade,
        brand_id text not null references brands,
        channel text not null,
        status text not null check (status in ('given', 'limited', 'opposed')),
        purpose text not null,
        given_at timestamptz(3) not null,
        until timestamptz(3),
        proof text not null,
        recorded_by uuid references users
      );
      create index consents_by_customer on consents (customer_id);
    `.execute(db);
  },
};
