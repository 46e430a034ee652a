/** Every name that a card has or had, as names are compared: files and events may know her by a former one. */
import { type Kysely, sql } from 'kysely';

export const formerNames = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create function names_of(cards uuid[])
        returns table (first_name text, last_name text, postcode text) language sql stable as $$
          with said as (
            select one.customer_id as id, one.field, plain_words(value #>> '{}') as name
            from customer_history one, unnest(array[one.old_value, one.new_value]) value
            where one.customer_id = any(cards)
              and one.field in ('firstName', 'lastName', 'companyName')
            union
            select id, field, plain_words(name) from customers, lateral (values
              ('firstName', case when company_name is null then first_name end),
              ('lastName', last_name), ('companyName', company_name)) own (field, name)
            where id = any(cards) and name is not null
          )
          select coalesce(first.name, ''), last.name, card.postcode
          from customers card
            join said last on last.id = card.id and last.field in ('lastName', 'companyName')
              and length(last.name) > 1
            left join said first on first.id = card.id and first.field = 'firstName'
              and last.field = 'lastName'
          where card.id = any(cards)
            and (last.field = 'companyName' or coalesce(first.name, '') <> '')
        $$;
      `)
      .execute(db);
  },
};
