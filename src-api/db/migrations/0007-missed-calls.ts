/**
 * A call of a customer that nobody took becomes a call to make, for anyone of the brand; a talk with
 * that number afterwards, either way, settles it. Here and not in a service: interactions come in by
 * three ways, and each of them must do it.
 */
import { type Kysely, sql } from 'kysely';

export const missedCalls = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        alter table callbacks drop constraint callbacks_kind_check;
        alter table callbacks add constraint callbacks_kind_check
          check (kind in ('callback', 'appointment', 'missed', 'abandoned'));
        create unique index callbacks_missed_open on callbacks (brand_id, number)
          where kind in ('missed', 'abandoned') and status = 'open';
        create index callbacks_loose on callbacks (brand_id) where customer_id is null;

        create index interactions_answered_by_number
          on interactions ((call->>'customerNumber'), started_at)
          where channel = 'phone' and outcome = 'answered';

        create function call_back_missed() returns trigger language plpgsql as $$
        begin
          if not exists (select from new_rows where channel = 'phone') then return null; end if;

          insert into callbacks (id, kind, customer_id, customer_name, brand_id, number, due_at,
                                 advisor_id, reason, status, created_by, created_at)
          select distinct on (row.brand_id, row.call->>'customerNumber')
            gen_random_uuid(), row.outcome, row.customer_id,
            coalesce(customer.company_name, customer.first_name || ' ' || customer.last_name, ''),
            row.brand_id, row.call->>'customerNumber', row.started_at, null, '', 'open',
            null, row.started_at
          from new_rows row left join customers customer on customer.id = row.customer_id
          where row.channel = 'phone' and row.direction = 'inbound'
            and row.outcome in ('missed', 'abandoned')
            and row.call->>'customerNumber' is not null
            and not coalesce((row.call->>'training')::boolean, false)
            and row.started_at > now() - interval '3 days'
            and not exists (
              select from interactions later
              where later.channel = 'phone' and later.outcome = 'answered'
                and later.brand_id = row.brand_id and later.started_at >= row.started_at
                and later.call->>'customerNumber' = row.call->>'customerNumber')
          order by row.brand_id, row.call->>'customerNumber', row.started_at desc
          on conflict do nothing;

          update callbacks settled
          set status = 'done', interaction_id = row.id, closed_by = row.advisor_id, closed_at = now()
          from new_rows row
          where settled.kind in ('missed', 'abandoned') and settled.status = 'open'
            and row.channel = 'phone' and row.outcome = 'answered'
            and settled.brand_id = row.brand_id and settled.number = row.call->>'customerNumber'
            and settled.due_at <= row.started_at;
          return null;
        end $$;
        create trigger interactions_missed after insert on interactions
          referencing new table as new_rows for each statement execute function call_back_missed();
      `)
      .execute(db);
  },
};
