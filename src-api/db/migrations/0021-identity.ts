/**
 * Who may be whom, and who was merged. Any table that names a customer follows a merging
 * (`follow_merge`, attached by src-api/db/follow-merges.ts), whoever writes it: what still names a
 * card that was merged away goes to the card that shows it now, and where it came from is kept.
 */
import { type Kysely, sql } from 'kysely';

const proposals = sql`
  -- Who was made or changed: a writer never waits, a worker takes entries in turn.
  create table identity_queue (
    id bigint generated always as identity primary key,
    customer_id uuid not null
  );
  create table identity_keys (
    customer_id uuid not null references customers on delete cascade,
    key text not null,
    primary key (customer_id, key)
  );
  create index identity_keys_by_key on identity_keys (key);
  create table duplicate_proposals (
    one_id uuid not null references customers on delete cascade,
    other_id uuid not null references customers on delete cascade,
    verdict text not null check (verdict in ('possible', 'probable', 'certain')),
    reasons_for text[] not null,
    reasons_against text[] not null,
    status text not null check (status in ('open', 'dismissed', 'merged')),
    found_at timestamptz(3) not null,
    reported_by uuid references users,
    reported_at timestamptz(3),
    decided_by uuid references users,
    decided_at timestamptz(3),
    primary key (one_id, other_id),
    check (one_id < other_id)
  );
  create index duplicate_proposals_by_other on duplicate_proposals (other_id);
  create index duplicate_proposals_open on duplicate_proposals (found_at) where status = 'open';

  create function queue_identity() returns trigger language plpgsql as $$
  begin
    insert into identity_queue (customer_id) select id from new_rows;
    return null;
  end $$;
  create trigger customers_queued after insert on customers
    referencing new table as new_rows for each statement execute function queue_identity();
  create trigger customers_queued_again after update on customers
    referencing new table as new_rows for each statement execute function queue_identity();
  insert into identity_queue (customer_id) select id from customers order by id;
`;

const merges = sql`
  alter table customers add column parted_from uuid;
  create table customer_merges (
    id uuid primary key,
    place bigint generated always as identity,
    survivor_id uuid not null references customers on delete cascade,
    absorbed_id uuid not null references customers on delete cascade,
    choices jsonb not null,
    -- Oppositions that the survivor did not have, written down for it.
    added_consents uuid[] not null default '{}',
    merged_by uuid references users,
    merged_at timestamptz(3) not null,
    undone_by uuid references users,
    undone_at timestamptz(3)
  );
  create unique index customer_merges_active on customer_merges (absorbed_id) where undone_at is null;
  create index customer_merges_by_survivor on customer_merges (survivor_id);
  -- What a card held before others were merged into it, and what it showed when that was last computed.
  create table customer_own (
    customer_id uuid primary key references customers on delete cascade,
    own jsonb not null,
    shown jsonb not null,
    taken_off jsonb not null
  );
  -- Cards that were merged away, and the one that shows them now.
  create table merged_customers (
    customer_id uuid primary key references customers on delete cascade,
    root_id uuid not null references customers on delete cascade
  );
  create index merged_customers_by_root on merged_customers (root_id);
  create table row_origins (
    table_name text not null,
    column_name text not null,
    row_key text not null,
    customer_id uuid not null references customers on delete cascade,
    primary key (table_name, column_name, row_key)
  );
  create index row_origins_by_customer on row_origins (customer_id);

  -- Arguments: the column that names the customer, then the columns of the primary key.
  create function follow_merge() returns trigger language plpgsql as $$
  declare
    keys text[] := tg_argv[1:];
    key_of_n text := 'concat_ws(''|'', ' || (select string_agg(format('n.%I::text', k), ', ') from unnest(keys) k) || ')';
    is_named boolean;
    same_row text := (select string_agg(format('t.%I = n.%I', k, k), ' and ') from unnest(keys) k);
  begin
    if not exists (select from merged_customers) then return null; end if;
    execute format('select exists (select from new_rows n
      join merged_customers m on m.customer_id = n.%I)', tg_argv[0]) into is_named;
    -- The update below fires this trigger again, also when it changes nothing.
    if not is_named then return null; end if;
    execute format('insert into row_origins (table_name, column_name, row_key, customer_id)
      select %L, %L, %s, n.%I from new_rows n join merged_customers m on m.customer_id = n.%I
      on conflict do nothing', tg_table_name, tg_argv[0], key_of_n, tg_argv[0], tg_argv[0]);
    execute format('update %I t set %I = m.root_id from new_rows n
      join merged_customers m on m.customer_id = n.%I where %s and t.%I = n.%I',
      tg_table_name, tg_argv[0], tg_argv[0], same_row, tg_argv[0], tg_argv[0]);
    return null;
  end $$;

  -- Who is erased is erased with every card that was merged into hers.
  create function erase_merged() returns trigger language plpgsql as $$
  begin
    delete from customers where id in (select customer_id from merged_customers where root_id = old.id);
    return old;
  end $$;
  create trigger customers_erased before delete on customers
    for each row execute function erase_merged();
`;

export const identity = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await proposals.execute(db);
    await merges.execute(db);
  },
};
