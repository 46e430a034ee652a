/**
 * Contracts of customers as other systems tell them, and who is kept apart by a campaign that runs: both
 * decide about calls, and reach the desktops with the customer's own row. Decisions before calls say for
 * which campaign they were.
 */
import { type Kysely, sql } from 'kysely';

const customersOf = (rows: string): string => `
  insert into change_log (entity, entity_id, brand_ids)
    select distinct 'customer', one.customer_id, array[one.brand_id] from ${rows} one;`;

export const contracts = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table customer_contracts (
          id uuid primary key,
          customer_id uuid not null references customers on delete cascade,
          brand_id text not null references brands on delete cascade,
          reference text not null,
          object text not null,
          since date not null,
          until date,
          told_at timestamptz(3) not null,
          unique (brand_id, reference)
        );
        create index customer_contracts_by_customer on customer_contracts (customer_id);
        create index customer_contracts_by_end on customer_contracts (brand_id, until)
          where until is not null;

        create function log_customer_contracts() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'DELETE' then ${customersOf('new_rows')} end if;
          if tg_op <> 'INSERT' then ${customersOf('old_rows')} end if;
          perform pg_notify('hub_changed', '');
          return null;
        end $$;
        create trigger customer_contracts_inserted after insert on customer_contracts
          referencing new table as new_rows for each statement execute function log_customer_contracts();
        create trigger customer_contracts_updated after update on customer_contracts
          referencing new table as new_rows old table as old_rows
          for each statement execute function log_customer_contracts();
        create trigger customer_contracts_deleted after delete on customer_contracts
          referencing old table as old_rows for each statement execute function log_customer_contracts();

        create view kept_apart as
          select one.customer_id, campaigns.brand_id, campaigns.id as campaign_id,
            (campaigns.settings->>'endsOn')::date as until
          from campaign_contacts one join campaigns on campaigns.id = one.campaign_id
          where one.state = 'control' and campaigns.status in ('running', 'paused');

        create function log_kept_apart() returns trigger language plpgsql as $$
        begin
          insert into change_log (entity, entity_id, brand_ids)
            select distinct 'customer', one.customer_id, array[n.brand_id]
            from new_rows n join old_rows o on o.id = n.id
            join campaign_contacts one on one.campaign_id = n.id and one.state = 'control'
            where (n.status in ('running', 'paused')) <> (o.status in ('running', 'paused'))
              or n.settings->>'endsOn' <> o.settings->>'endsOn';
          if found then perform pg_notify('hub_changed', ''); end if;
          return null;
        end $$;
        create trigger campaigns_updated after update on campaigns
          referencing new table as new_rows old table as old_rows
          for each statement execute function log_kept_apart();

        create function log_new_apart() returns trigger language plpgsql as $$
        begin
          insert into change_log (entity, entity_id, brand_ids)
            select distinct 'customer', one.customer_id, array[campaigns.brand_id]
            from new_rows one join campaigns on campaigns.id = one.campaign_id
            where one.state = 'control' and campaigns.status in ('running', 'paused');
          if found then perform pg_notify('hub_changed', ''); end if;
          return null;
        end $$;
        create trigger campaign_contacts_inserted after insert on campaign_contacts
          referencing new table as new_rows for each statement execute function log_new_apart();

        alter table external_references drop constraint external_references_kind_check;
        alter table external_references add constraint external_references_kind_check
          check (kind in ('customer', 'interaction', 'order', 'cart', 'appointment', 'contract'));
        alter table dial_decisions add column campaign_id uuid;
      `)
      .execute(db);
  },
};
