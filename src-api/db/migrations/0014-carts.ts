/**
 * Carts that were broken off, and the calls to make that follow from them. In a function of the
 * database, for whatever may settle a cart comes in by many ways: its shop's words, orders, numbers
 * and oppositions. A call that a person closed stays as it is.
 */
import { type Kysely, sql } from 'kysely';

const tables = `
  alter table callbacks drop constraint callbacks_kind_check;
  alter table callbacks add constraint callbacks_kind_check
    check (kind in ('callback', 'appointment', 'missed', 'abandoned', 'cart'));
  alter table callbacks add column amount_cents bigint, add column expires_at timestamptz(3);
  create index callbacks_expiring on callbacks (expires_at)
    where kind = 'cart' and status = 'open';

  create table carts (
    id uuid primary key,
    reference text not null,
    brand_id text not null references brands,
    customer_id uuid references customers on delete cascade,
    -- The number that was told with the cart.
    number text,
    amount_cents bigint not null,
    lines jsonb not null,
    words text not null,
    broken_off_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    bought_told_at timestamptz(3),
    bought_at timestamptz(3),
    not_called text check (not_called in ('opposed', 'no-number')),
    callback_id uuid references callbacks on delete set null,
    interaction_id uuid references interactions on delete set null
  );
  create index carts_by_customer on carts (customer_id);
  create index carts_by_interaction on carts (interaction_id);
`;

const settle = `
  create function settle_carts(cart_ids uuid[]) returns void language plpgsql as $$
  declare
    cart carts;
    bought timestamptz;
    called text;
    why text;
    wanted boolean;
    call_id uuid;
    who text;
  begin
    for cart in select * from carts where id = any(cart_ids) order by id for update loop
      bought := least(cart.bought_told_at, (select min(placed_at) from orders
        where customer_id = cart.customer_id and brand_id = cart.brand_id
          and placed_at >= cart.broken_off_at));
      called := coalesce(cart.number, (select e164 from customer_phones
        where customer_id = cart.customer_id order by position limit 1));
      why := case
        when coalesce((select status = 'opposed' from consents
            where customer_id = cart.customer_id and brand_id = cart.brand_id
              and channel = 'phone' order by given_at desc, id desc limit 1), false) then 'opposed'
        when called is null then 'no-number' end;
      wanted := bought is null and why is null and cart.expires_at > now();
      who := coalesce((select coalesce(company_name, trim(first_name || ' ' || last_name))
        from customers where id = cart.customer_id), '');
      call_id := cart.callback_id;
      if call_id is null and wanted then
        call_id := gen_random_uuid();
        insert into callbacks (id, kind, customer_id, customer_name, brand_id, number, due_at,
          advisor_id, reason, status, created_by, created_at, amount_cents, expires_at)
        values (call_id, 'cart', cart.customer_id, who, cart.brand_id, called, cart.broken_off_at,
          null, cart.words, 'open', null, cart.broken_off_at, cart.amount_cents, cart.expires_at);
      elsif call_id is not null then
        update callbacks set status = case when wanted then 'open' else 'cancelled' end,
          customer_id = cart.customer_id, customer_name = who, number = coalesce(called, number),
          due_at = cart.broken_off_at, reason = cart.words,
          amount_cents = cart.amount_cents, expires_at = cart.expires_at
        where id = call_id and closed_by is null
          and (status, customer_id, customer_name, number, due_at, reason, amount_cents, expires_at)
            is distinct from (case when wanted then 'open' else 'cancelled' end, cart.customer_id,
              who, coalesce(called, number), cart.broken_off_at, cart.words, cart.amount_cents,
              cart.expires_at);
      end if;
      update carts set bought_at = bought, not_called = why, callback_id = call_id
      where id = cart.id
        and (bought_at, not_called, callback_id) is distinct from (bought, why, call_id);
    end loop;
  end $$;

  create function settle_this_cart() returns trigger language plpgsql as $$
  begin
    perform settle_carts(array[new.id]);
    return null;
  end $$;
  create trigger carts_told
    after insert or update of customer_id, number, amount_cents, words, broken_off_at, expires_at,
      bought_told_at on carts
    for each row execute function settle_this_cart();
`;

/** Rows that concern customers: all their carts are looked at again. */
const following = (table: string, events: string): string => `
  create trigger ${table}_settle_carts_${events.replace('insert', 'in').replace('update', 'up')}
    after ${events} on ${table} referencing new table as new_rows
    for each statement execute function settle_carts_of_rows();`;

const triggers = `
  create function settle_carts_of_rows() returns trigger language plpgsql as $$
  begin
    perform settle_carts(array_agg(id)) from carts
      where customer_id in (select customer_id from new_rows)
      having count(*) > 0;
    return null;
  end $$;
  ${following('orders', 'insert')}
  ${following('orders', 'update')}
  ${following('consents', 'insert')}
  ${following('customer_phones', 'insert')}
`;

export const carts = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(tables).execute(db);
    await sql.raw(settle).execute(db);
    await sql.raw(triggers).execute(db);
  },
};
