/**
 * Webhooks out: what subscribers are to be told, written by triggers in the transaction that changes
 * it, so that nothing is told that did not happen and nothing that happened is left out.
 */
import { type Kysely, sql } from 'kysely';

type Told = { readonly table: string; readonly entity: string; readonly brandsOf: string };

const told: readonly Told[] = [
  { table: 'customers', entity: 'customer', brandsOf: 'one.brand_ids' },
  { table: 'interactions', entity: 'interaction', brandsOf: 'array[one.brand_id]' },
  { table: 'cases', entity: 'case', brandsOf: 'array[one.brand_id]' },
  { table: 'consents', entity: 'consent', brandsOf: 'array[one.brand_id]' },
  { table: 'callbacks', entity: 'callback', brandsOf: 'array[one.brand_id]' },
];

const insertInto = (
  entity: string,
  deed: string,
  brandsOf: string,
  facts: string,
  from: string,
) => `
  insert into webhook_deliveries (subscription_id, event, entity_id, facts)
  select who.id, '${entity}.${deed}', one.id, ${facts}
  from ${from} join webhook_subscriptions who
    on who.active and '${entity}.${deed}' = any(who.events) and who.brand_ids && ${brandsOf};`;

const own = `'{id,search_text}'::text[]`;

const triggersOf = ({ table, entity, brandsOf }: Told): string => `
  create function tell_of_${table}() returns trigger language plpgsql as $$
  begin
    if not exists (select from webhook_subscriptions where active) then return null; end if;
    if tg_op = 'INSERT' then ${insertInto(entity, 'created', brandsOf, `jsonb_strip_nulls(to_jsonb(one) - ${own})`, 'new_rows one')}
    elsif tg_op = 'DELETE' then ${insertInto(entity, 'deleted', brandsOf, `'{}'`, 'old_rows one')}
    else ${insertInto(
      entity,
      'changed',
      brandsOf,
      `(select jsonb_object_agg(now.key, now.value) from jsonb_each(to_jsonb(one) - ${own}) now
        where to_jsonb(former) -> now.key is distinct from now.value)`,
      'new_rows one join old_rows former on former.id = one.id and former is distinct from one',
    )}
    end if;
    return null;
  end $$;
  create trigger ${table}_told_insert after insert on ${table}
    referencing new table as new_rows for each statement execute function tell_of_${table}();
  create trigger ${table}_told_update after update on ${table}
    referencing new table as new_rows old table as old_rows
    for each statement execute function tell_of_${table}();
  create trigger ${table}_told_delete after delete on ${table}
    referencing old table as old_rows for each statement execute function tell_of_${table}();`;

export const webhooks = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table webhook_subscriptions (
          id uuid primary key,
          url text not null,
          events text[] not null,
          brand_ids text[] not null,
          secret bytea not null,
          active boolean not null,
          created_by uuid references users,
          created_at timestamptz(3) not null
        );
        create table webhook_deliveries (
          id uuid primary key default gen_random_uuid(),
          seq bigint generated always as identity,
          subscription_id uuid not null references webhook_subscriptions on delete cascade,
          event text not null,
          entity_id uuid not null,
          facts jsonb not null,
          at timestamptz(3) not null default now(),
          status text not null default 'waiting'
            check (status in ('waiting', 'delivered', 'dead')),
          attempts integer not null default 0,
          next_at timestamptz(3) not null default now(),
          failure text,
          settled_at timestamptz(3)
        );
        create index webhook_deliveries_due on webhook_deliveries (next_at)
          where status = 'waiting';
        create index webhook_deliveries_in_order
          on webhook_deliveries (subscription_id, entity_id, seq) where status = 'waiting';
        create index webhook_deliveries_settled on webhook_deliveries (settled_at);
        ${told.map(triggersOf).join('\n')}
      `)
      .execute(db);
  },
};
