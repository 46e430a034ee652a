/**
 * Imports of files: what was sent, its lines until they are written or given up, what was written with
 * what was there before, and the mapping of each sort of file. The file itself lies here only until its
 * lines are read; an import goes on from its cursor on any instance.
 */
import { type Kysely, sql } from 'kysely';

export const imports = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table imports (
          id uuid primary key,
          brand_id text not null references brands on delete cascade,
          kind text not null check (kind in ('customers', 'consents', 'interactions')),
          file_name text not null,
          by_id uuid references users on delete set null,
          created_at timestamptz(3) not null,
          state text not null,
          unreadable text,
          -- Format, encoding, separator, sheets: what the file was found to be.
          shape jsonb,
          headers text[] not null default '{}',
          mapping jsonb not null default '{}',
          constants jsonb not null default '{}',
          remembered boolean not null default false,
          doubts text not null default 'wait',
          lines integer not null default 0,
          -- The last line that was tried or written, or the last change that was undone.
          cursor bigint not null default 0,
          readings jsonb not null default '{}',
          counts jsonb not null default '{}',
          written jsonb not null default '{}',
          reader uuid,
          reader_until timestamptz(3),
          started_at timestamptz(3),
          ended_at timestamptz(3),
          undone_at timestamptz(3),
          undone_by uuid references users on delete set null
        );
        create index imports_by_brand on imports (brand_id, created_at desc);
        create index imports_at_work on imports (created_at)
          where state in ('reading', 'trying', 'running', 'undoing');

        create table import_chunks (
          import_id uuid not null references imports on delete cascade,
          place integer not null,
          bytes bytea not null,
          primary key (import_id, place)
        );
        create table import_lines (
          import_id uuid not null references imports on delete cascade,
          line integer not null,
          cells text[] not null,
          status text not null default 'pending' check (status in
            ('pending', 'new', 'update', 'same', 'doubt', 'refused', 'skipped')),
          problems jsonb not null default '[]',
          -- The card it probably is, or the earlier line of the same file.
          match_id uuid,
          match_line integer,
          reasons jsonb,
          decision text check (decision in ('same-person', 'same-household', 'two-records')),
          unproved boolean not null default false,
          primary key (import_id, line)
        );
        create index import_lines_to_see on import_lines (import_id, status, line)
          where status in ('doubt', 'refused');
        -- By what the lines of one file meet, and are found when somebody is erased.
        create table import_keys (
          import_id uuid not null references imports on delete cascade,
          key text not null,
          line integer not null,
          primary key (import_id, key, line)
        );
        create index import_keys_by_key on import_keys (key);
        create index import_keys_by_line on import_keys (import_id, line);

        create table import_changes (
          import_id uuid not null references imports on delete cascade,
          seq bigint generated always as identity,
          line integer not null,
          entity text not null check (entity in ('customer', 'consent', 'interaction')),
          entity_id uuid not null,
          customer_id uuid,
          deed text not null check (deed in ('created', 'updated')),
          changes jsonb not null default '[]',
          -- What became of it when the import was undone.
          undone text check (undone in ('taken-back', 'kept', 'gone')),
          kept_because text,
          -- Cards that it made go first, and take with them what belongs to them alone.
          turn smallint generated always as (case
            when entity = 'customer' and deed = 'created' then 0
            when entity = 'customer' then 1 when entity = 'consent' then 2 else 3 end) stored,
          primary key (import_id, seq)
        );
        create index import_changes_to_undo on import_changes (import_id, turn, seq desc)
          where undone is null;
        create index import_changes_by_entity on import_changes (entity_id);
        create index import_changes_by_customer on import_changes (customer_id);

        create table import_mappings (
          brand_id text not null references brands on delete cascade,
          kind text not null,
          signature text not null,
          mapping jsonb not null,
          constants jsonb not null,
          by_id uuid references users on delete set null,
          at timestamptz(3) not null,
          primary key (brand_id, kind, signature)
        );
        -- The file's own names for customers.
        create table import_references (
          brand_id text not null references brands on delete cascade,
          reference text not null,
          customer_id uuid not null references customers on delete cascade,
          primary key (brand_id, reference)
        );
        create index import_references_by_customer on import_references (customer_id);

        alter table customer_history add column import_id uuid;
      `)
      .execute(db);
  },
};
