/**
 * The change log that desktops pull, and what was applied already. Triggers write it, so that no
 * writer can forget. A row carries its transaction's id: readers take only rows of transactions
 * older than every one still running (pg_snapshot_xmin), so a late commit is never skipped.
 */
import { type Kysely, sql } from 'kysely';

type Watched = {
  readonly table: string;
  readonly entity: string;
  /** SQL for the brands concerned, of a row called `one`. */
  readonly brandsOf: string;
};

const watched: readonly Watched[] = [
  { table: 'customers', entity: 'customer', brandsOf: 'one.brand_ids' },
  { table: 'interactions', entity: 'interaction', brandsOf: 'array[one.brand_id]' },
  { table: 'cases', entity: 'case', brandsOf: 'array[one.brand_id]' },
  { table: 'consents', entity: 'consent', brandsOf: 'array[one.brand_id]' },
  { table: 'callbacks', entity: 'callback', brandsOf: 'array[one.brand_id]' },
];
const referenceTables = [
  'brands',
  'brand_numbers',
  'reasons',
  'dispositions',
  'teams',
  'users',
  'user_brands',
  'script_versions',
];

const logFunction = ({ table, entity, brandsOf }: Watched): string => {
  const insert = (rows: string) =>
    `insert into change_log (entity, entity_id, brand_ids) select '${entity}', one.id, ${brandsOf} from ${rows} one;`;
  const pairs = `select n.id as id, (select array(select unnest(${brandsOf.replace('one.', 'o.')})
      union select unnest(${brandsOf.replace('one.', 'n.')}))) as brands
      from new_rows n join old_rows o on o.id = n.id`;
  return `
    create function log_${table}() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then ${insert('new_rows')}
      elsif tg_op = 'DELETE' then ${insert('old_rows')}
      else insert into change_log (entity, entity_id, brand_ids)
        select '${entity}', pair.id, pair.brands from (${pairs}) pair;
      end if;
      if found then perform pg_notify('hub_changed', ''); end if;
      return null;
    end $$;
    create trigger ${table}_inserted after insert on ${table}
      referencing new table as new_rows for each statement execute function log_${table}();
    create trigger ${table}_updated after update on ${table}
      referencing new table as new_rows old table as old_rows
      for each statement execute function log_${table}();
    create trigger ${table}_deleted after delete on ${table}
      referencing old table as old_rows for each statement execute function log_${table}();`;
};

const referenceTrigger = (table: string): string => `
  create trigger ${table}_changed after insert or update or delete on ${table}
    for each statement execute function log_reference();`;

export const changeLog = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`
      create table change_log (
        xid xid8 not null default pg_current_xact_id(),
        seq bigint generated always as identity,
        entity text not null,
        entity_id uuid,
        -- null concerns everyone
        brand_ids text[],
        at timestamptz(3) not null default now(),
        primary key (xid, seq)
      );
      create index change_log_by_time on change_log (at);

      create table applied_mutations (
        id uuid primary key,
        user_id uuid not null,
        device_id uuid not null,
        kind text not null,
        order_key text not null,
        made_at timestamptz(3) not null,
        received_at timestamptz(3) not null,
        answer jsonb not null
      );

      create function log_reference() returns trigger language plpgsql as $$
      begin
        insert into change_log (entity) values ('reference');
        perform pg_notify('hub_changed', '');
        return null;
      end $$;
    `.execute(db);
    await sql.raw(watched.map(logFunction).join('\n')).execute(db);
    await sql.raw(referenceTables.map(referenceTrigger).join('\n')).execute(db);
  },
};
