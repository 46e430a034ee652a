/**
 * Each attempt of a campaign in a small row of its own with what came of it, so that half a million are
 * added up at once. Triggers keep it with the contact, the recorded call, the order and the appointment;
 * it names nobody, and goes with its contact. An order or an appointment belongs to the last call that
 * reached her before it, an order within thirty days.
 */
import { type Kysely, sql } from 'kysely';

const table = `
  create table campaign_attempts (
    contact_id uuid not null references campaign_contacts on delete cascade,
    place smallint not null,
    campaign_id uuid not null references campaigns,
    at timestamptz(3) not null,
    -- ISO weekday and hour of the household's own clock.
    weekday smallint not null,
    hour smallint not null,
    result text not null,
    advisor_id uuid,
    disposition text,
    -- On the telephone and after it, where the call was recorded.
    seconds real not null,
    recorded boolean not null,
    script_id text,
    script_version text,
    department text,
    ordered boolean not null,
    -- Of the appointment that was made: its state.
    appointment text,
    primary key (contact_id, place)
  );
  create index campaign_attempts_of on campaign_attempts (campaign_id, at);
  create index campaign_contacts_in_order on campaign_contacts (campaign_id, added_at, id);
  create index dialled_calls_by_contact on dialled_calls (contact_id, placed_at);
`;

/** The contact is locked first, as whoever tells an attempt does it: two writers wait in one order. */
const refresh = `
  create function refresh_campaign_attempts(ids uuid[]) returns void language plpgsql as $$
  begin
    perform from campaign_contacts where id = any(ids) order by id for no key update;
    delete from campaign_attempts kept using campaign_contacts one
      where kept.contact_id = any(ids) and one.id = kept.contact_id
        and kept.place > jsonb_array_length(one.attempts);
    insert into campaign_attempts
    select made.contact_id, made.place, made.campaign_id, made.at,
      extract(isodow from made.at at time zone made.zone), extract(hour from made.at at time zone made.zone),
      made.result, coalesce(call.advisor_id, made.advisor_id),
      coalesce(call.disposition_code, made.disposition),
      coalesce(extract(epoch from coalesce(call.wrap_up_ended_at, call.ended_at) - call.started_at), 0),
      call.id is not null, call.speech->>'scriptId', call.speech->>'version',
      case when left(made.postcode, 2) in ('97', '98') then left(made.postcode, 3)
        else left(made.postcode, 2) end,
      made.result = 'reached' and exists (select from orders
        where orders.customer_id = made.customer_id and orders.brand_id = made.brand_id
          and orders.placed_at >= made.at and orders.placed_at < made.at + interval '30 days'
          and (made.next_at is null or orders.placed_at < made.next_at)),
      case when made.result = 'reached' then (select visit.status from appointments visit
        where visit.customer_id = made.customer_id and visit.campaign_id = made.campaign_id
          and visit.booked_at >= made.at and (made.next_at is null or visit.booked_at < made.next_at)
        order by visit.status = 'cancelled', visit.booked_at desc limit 1) end
    from (
      select one.id as contact_id, told.ordinality as place, one.campaign_id, one.customer_id, one.zone,
        campaigns.brand_id, card.postcode, (told.value->>'at')::timestamptz as at,
        told.value->>'result' as result, (told.value->>'advisorId')::uuid as advisor_id,
        told.value->>'dispositionCode' as disposition,
        min((told.value->>'at')::timestamptz) filter (where told.value->>'result' = 'reached')
          over (partition by one.id order by told.ordinality
            rows between 1 following and unbounded following) as next_at
      from campaign_contacts one
      join campaigns on campaigns.id = one.campaign_id
      join customers card on card.id = one.customer_id
      cross join jsonb_array_elements(one.attempts) with ordinality told
      where one.id = any(ids)
    ) made
    left join lateral (
      select * from interactions where interactions.customer_id = made.customer_id
        and interactions.campaign_id = made.campaign_id
        -- What the hub dialled began before it was put through: both have one id.
        and (interactions.started_at = made.at or interactions.id in (select id from dialled_calls
          where dialled_calls.contact_id = made.contact_id and dialled_calls.placed_at = made.at))
      limit 1
    ) call on true
    order by made.contact_id, made.place
    on conflict (contact_id, place) do update set
      at = excluded.at, weekday = excluded.weekday, hour = excluded.hour, result = excluded.result,
      advisor_id = excluded.advisor_id, disposition = excluded.disposition,
      seconds = excluded.seconds, recorded = excluded.recorded, script_id = excluded.script_id,
      script_version = excluded.script_version, department = excluded.department,
      ordered = excluded.ordered, appointment = excluded.appointment;
  end $$;
`;

const follow = `
  create function follow_contact_attempts() returns trigger language plpgsql as $$
  begin
    perform refresh_campaign_attempts(array[new.id]);
    return null;
  end $$;
  create trigger campaign_contacts_attempts after insert on campaign_contacts
    for each row when (new.attempts <> '[]') execute function follow_contact_attempts();
  create trigger campaign_contacts_attempts_again after update of attempts, customer_id, zone
    on campaign_contacts for each row
    when (new.attempts <> old.attempts or new.customer_id <> old.customer_id or new.zone <> old.zone)
    execute function follow_contact_attempts();

  -- A call, an appointment, an order: the contacts of whoever it was with, and is with now.
  create function follow_what_came_of_it() returns trigger language plpgsql as $$
  declare
    was jsonb = case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
    is_now jsonb = case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
    found uuid[];
  begin
    select array_agg(one.id) into found from campaign_contacts one
      where one.customer_id in ((was->>'customer_id')::uuid, (is_now->>'customer_id')::uuid)
        and one.attempts <> '[]'
        and (tg_table_name = 'orders' or one.campaign_id
          in ((was->>'campaign_id')::uuid, (is_now->>'campaign_id')::uuid));
    if found is not null then perform refresh_campaign_attempts(found); end if;
    return null;
  end $$;
  create trigger interactions_of_attempts after insert or update on interactions
    for each row when (new.campaign_id is not null and new.customer_id is not null)
    execute function follow_what_came_of_it();
  create trigger interactions_of_attempts_gone after delete on interactions
    for each row when (old.campaign_id is not null and old.customer_id is not null)
    execute function follow_what_came_of_it();
  create trigger appointments_of_attempts after insert or update on appointments
    for each row when (new.campaign_id is not null) execute function follow_what_came_of_it();
  create trigger appointments_of_attempts_gone after delete on appointments
    for each row when (old.campaign_id is not null) execute function follow_what_came_of_it();
  create trigger orders_of_attempts after insert or update or delete on orders
    for each row execute function follow_what_came_of_it();

  select refresh_campaign_attempts(array_agg(id)) from campaign_contacts where attempts <> '[]'
    having count(*) > 0;
`;

export const campaignAttempts = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const step of [table, refresh, follow]) await sql.raw(step).execute(db);
  },
};
