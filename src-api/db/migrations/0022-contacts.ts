/** Who speaks for which company. Both cards carry the link, so a change of it is a change of both. */
import { type Kysely, sql } from 'kysely';

export const contacts = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`
      create table customer_contacts (
        id uuid primary key,
        company_id uuid not null references customers on delete cascade,
        person_id uuid not null references customers on delete cascade,
        function text not null,
        direct_line text,
        since date,
        until date,
        check (company_id <> person_id)
      );
      create index customer_contacts_by_company on customer_contacts (company_id);
      create index customer_contacts_by_person on customer_contacts (person_id);

      create function log_contacts() returns trigger language plpgsql as $$
      begin
        insert into change_log (entity, entity_id, brand_ids)
          select 'customer', c.id, c.brand_ids from customers c
          where c.id in (select company_id from rows union select person_id from rows);
        perform pg_notify('hub_changed', '');
        return null;
      end $$;
      create trigger contacts_added after insert on customer_contacts
        referencing new table as rows for each statement execute function log_contacts();
      create trigger contacts_changed after update on customer_contacts
        referencing new table as rows for each statement execute function log_contacts();
      create trigger contacts_left after update on customer_contacts
        referencing old table as rows for each statement execute function log_contacts();
      create trigger contacts_ended after delete on customer_contacts
        referencing old table as rows for each statement execute function log_contacts();

      -- The other card says the name: another name is news for it as well.
      create function log_named() returns trigger language plpgsql as $$
      begin
        insert into change_log (entity, entity_id, brand_ids)
          select distinct 'customer', other.id, other.brand_ids
          from new_rows n join old_rows o on o.id = n.id
          join customer_contacts link on n.id in (link.company_id, link.person_id)
          join customers other on other.id in (link.company_id, link.person_id) and other.id <> n.id
          where (o.first_name, o.last_name, o.company_name, o.brand_ids)
            is distinct from (n.first_name, n.last_name, n.company_name, n.brand_ids);
        return null;
      end $$;
      create trigger customers_named after update on customers
        referencing new table as new_rows old table as old_rows
        for each statement execute function log_named();
    `.execute(db);
  },
};
