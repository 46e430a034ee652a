/** Exports: what was asked for, how far it is, and its lines, sealed, until they are taken or too old. */
import { type Kysely, sql } from 'kysely';

export const exportJobs = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table exports (
          id uuid primary key,
          brand_id text not null references brands on delete cascade,
          kind text not null check (kind in ('customers', 'consents', 'interactions')),
          asked jsonb not null,
          state text not null check (state in ('making', 'done', 'cancelled', 'expired')),
          by_id uuid references users on delete set null,
          created_at timestamptz(3) not null,
          ended_at timestamptz(3),
          until timestamptz(3),
          -- The last row that was taken in.
          cursor uuid,
          done integer not null default 0,
          total integer not null default 0
        );
        create index exports_by_brand on exports (brand_id, created_at desc);
        create index exports_at_work on exports (created_at) where state = 'making';

        -- No foreign key to customers: a line belongs to the export, and is taken out by erasure.
        create table export_lines (
          export_id uuid not null references exports on delete cascade,
          place integer not null,
          customer_id uuid,
          body bytea not null,
          primary key (export_id, place)
        );
        create index export_lines_by_customer on export_lines (customer_id);
      `)
      .execute(db);
  },
};
