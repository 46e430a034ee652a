/** Who works here, for whom: users, teams, brands, their numbers, reasons and dispositions. */
import { type Kysely, sql } from 'kysely';

export const organisation = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`
      create table hub_settings (key text primary key, value text not null);

      create table brands (
        id text primary key check (id ~ '^[a-z][a-z0-9-]{1,39}$'),
        name text not null,
        monogram text not null,
        hue real not null,
        chroma real not null,
        wrap_up_seconds integer not null,
        reason_required boolean not null,
        disposition_required boolean not null
      );
      create table brand_numbers (
        id uuid primary key,
        e164 text not null unique,
        brand_id text not null references brands,
        label text not null,
        tariff_class text not null check (tariff_class in ('free', 'normal', 'shared-cost', 'premium')),
        queue text not null,
        reason_code text
      );
      create table reasons (
        brand_id text not null references brands,
        code text not null,
        label_fr text not null,
        label_en text not null,
        primary key (brand_id, code)
      );
      create table dispositions (
        brand_id text not null references brands,
        code text not null,
        label_fr text not null,
        label_en text not null,
        group_fr text not null,
        group_en text not null,
        synonyms text[] not null,
        resolves_case boolean not null,
        expects_callback boolean not null,
        rank integer not null,
        primary key (brand_id, code)
      );

      create table teams (id uuid primary key, name text not null);
      create table users (
        id uuid primary key,
        login text not null check (login = lower(login)),
        first_name text not null,
        last_name text not null,
        role text not null check (role in ('advisor', 'team-lead', 'brand-manager', 'administrator')),
        team_id uuid references teams,
        locale text not null check (locale in ('fr', 'en')),
        password_hash text not null,
        active boolean not null default true,
        unique (login)
      );
      create table user_brands (
        user_id uuid not null references users on delete cascade,
        brand_id text not null references brands,
        primary key (user_id, brand_id)
      );
      -- The desktop must know its line password to answer a digest (RFC 7616), so it is kept readable.
      create table lines (
        user_id uuid primary key references users on delete cascade,
        extension text not null unique,
        password text not null
      );
    `.execute(db);
  },
};
