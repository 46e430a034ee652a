/** What is still told of somebody whose data is restricted is kept: nobody calls her, no subscriber hears. */
import { type Kysely, sql } from 'kysely';

export const restrictedStayQuiet = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create function is_restricted(customer uuid) returns boolean language sql stable as $$
          select exists (select from customers where id = customer and restricted_at is not null)
        $$;

        create function nobody_calls_restricted() returns trigger language plpgsql as $$
        begin
          if is_restricted(new.customer_id) then
            new.status := 'cancelled';
            new.closed_at := coalesce(new.closed_at, now());
          end if;
          return new;
        end $$;
        create trigger callbacks_of_restricted before insert or update on callbacks
          for each row when (new.status = 'open' and new.customer_id is not null)
          execute function nobody_calls_restricted();

        create function nobody_hears_of_restricted() returns trigger language plpgsql as $$
        begin
          if is_restricted(case split_part(new.event, '.', 1)
            when 'interaction' then (select customer_id from interactions where id = new.entity_id)
            when 'case' then (select customer_id from cases where id = new.entity_id)
            when 'consent' then (select customer_id from consents where id = new.entity_id)
            when 'callback' then (select customer_id from callbacks where id = new.entity_id)
            else new.entity_id end)
          then return null; end if;
          return new;
        end $$;
        create trigger webhooks_of_restricted before insert on webhook_deliveries
          for each row execute function nobody_hears_of_restricted();

        -- It is written before it is known whose it is, in one transaction.
        create function unsay_of_restricted() returns trigger language plpgsql as $$
        begin
          if is_restricted(new.customer_id) then
            delete from webhook_deliveries where entity_id = new.id and status = 'waiting';
          end if;
          return null;
        end $$;
        create trigger interactions_of_restricted after update of customer_id on interactions
          for each row when (new.customer_id is distinct from old.customer_id)
          execute function unsay_of_restricted();
        create trigger callbacks_become_restricted after update of customer_id on callbacks
          for each row when (new.customer_id is distinct from old.customer_id)
          execute function unsay_of_restricted();
      `)
      .execute(db);
  },
};
