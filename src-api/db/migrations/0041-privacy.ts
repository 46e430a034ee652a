/**
 * What people may ask of those who keep their data (GDPR 15 to 18), and how long what is kept: erasures
 * with their proof and what each desktop confirmed, restrictions, and a chain of purges of which none
 * can be taken out or changed without being seen.
 */
import { type Kysely, sql } from 'kysely';

export const privacy = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table erasures (
          id uuid primary key,
          customer_id uuid not null unique,
          brand_ids text[] not null,
          reason text not null,
          asked_by uuid references users on delete set null,
          at timestamptz(3) not null,
          -- How many rows of which table: never what they said.
          counts jsonb not null,
          xid xid8 not null default pg_current_xact_id()
        );
        create index erasures_by_xid on erasures (xid);
        -- Everything that belonged to the person: what still comes for it is refused.
        create table erased_ids (
          id uuid primary key,
          erasure_id uuid not null references erasures on delete cascade
        );
        create table erasure_confirmations (
          erasure_id uuid not null references erasures on delete cascade,
          device_id uuid not null,
          user_id uuid not null references users on delete cascade,
          at timestamptz(3) not null,
          primary key (erasure_id, device_id, user_id)
        );

        alter table customers
          add column restricted_at timestamptz(3),
          add column restricted_because text;
        -- Whose data is restricted belongs to no brand for as long: every reader goes by these brands.
        create function hide_restricted() returns trigger language plpgsql as $$
        begin
          if new.restricted_at is not null then new.brand_ids := '{}'; end if;
          return new;
        end $$;
        create trigger customers_restricted before insert or update on customers
          for each row execute function hide_restricted();

        create table retention_rules (
          kind text primary key,
          days integer not null check (days between 1 and 36500),
          changed_by uuid references users on delete set null,
          changed_at timestamptz(3),
          why text
        );
        insert into retention_rules (kind, days) values
          ('inactive-customers', 1095),
          ('words-and-notes', 1095),
          ('consent-proofs', 1095),
          ('audit-log', 1095),
          ('practice', 365);
        create table purges (
          seq bigint generated always as identity primary key,
          kind text not null,
          at timestamptz(3) not null,
          before timestamptz(3) not null,
          count bigint not null,
          former_digest text not null,
          digest text not null
        );
      `)
      .execute(db);
  },
};
