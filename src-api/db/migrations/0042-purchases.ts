/** Orders and carts reach the desktops, as one kind of row. */
import { type Kysely, sql } from 'kysely';
import { logTriggers } from './logged-table.ts';

const logged = (table: string): string =>
  logTriggers({ table, entity: 'purchase', brandsOf: 'array[one.brand_id]' });

export const purchases = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        ${logged('orders')}
        ${logged('carts')}
        create function words_of_lines(lines jsonb) returns text language sql immutable as $$
          select left(coalesce(string_agg(
            line->>'label' || case when (line->>'quantity')::numeric > 1
              then ' × ' || (line->>'quantity') else '' end, ', '), ''), 2000)
          from jsonb_array_elements(lines) line
        $$;
        create view purchases as
          select id, 'order' as kind, customer_id, brand_id, reference, placed_at as at,
            null::timestamptz as until, amount_cents, words_of_lines(lines) as words, true as bought
          from orders
          union all
          select id, 'cart', customer_id, brand_id, reference, broken_off_at, expires_at,
            amount_cents, coalesce(nullif(words_of_lines(lines), ''), words), bought_at is not null
          from carts;
      `)
      .execute(db);
  },
};
