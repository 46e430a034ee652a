/**
 * Each answered call that is over in a small row of its own, so that a year of them is added up at once:
 * how long it was talked in, held and finished, from which queue it was taken, whether it was handed on,
 * and when the same customer was in touch before it and after it. Triggers keep it with the interaction
 * and with what the switch tells of its queues; it names no customer, and goes with its interaction.
 * Practice is none: it is kept apart from interactions.
 */
import { type Kysely, sql } from 'kysely';

const table = `
  create table handled_calls (
    interaction_id uuid primary key references interactions on delete cascade,
    at timestamptz(3) not null,
    answered_at timestamptz(3) not null,
    ended_at timestamptz(3) not null,
    wrap_ended_at timestamptz(3),
    brand_id text not null,
    advisor_id uuid not null,
    direction text not null,
    -- Somebody of another house, as far as its desktop knew: colleagues call each other besides.
    outside boolean not null,
    call_uid text,
    own_queue text,
    queue text,
    -- In that queue, as the switch counts it; null: the switch tells of no such call.
    waited_s integer,
    -- Hers is the first answer; who takes a call over, or is handed it, answers later.
    took boolean not null default false,
    -- The switch counts it as the queue's talk: until the call leaves the one who took it for good.
    in_queue boolean not null default false,
    speech text,
    talk_ms integer not null,
    hold_ms integer not null,
    wrap_ms integer not null default 0,
    handed text,
    follow_up boolean not null,
    -- A customer who is known came by herself.
    asks boolean not null,
    earlier_at timestamptz(3),
    next_at timestamptz(3)
  );
  create index handled_calls_by_time on handled_calls (at);
  create index handled_calls_by_advisor on handled_calls (advisor_id, answered_at);
  create index handled_calls_by_uid on handled_calls (call_uid) where call_uid is not null;
  create index queue_calls_by_leg on queue_calls (leg_id);
`;

const write = `
  create function write_handled_calls(ids uuid[]) returns void language sql as $$
    delete from handled_calls using interactions one
    where handled_calls.interaction_id = one.id and one.id = any(ids)
      and (one.ended_at is null or one.advisor_id is null or one.call->>'answeredAt' is null);
    insert into handled_calls (interaction_id, at, answered_at, ended_at, wrap_ended_at, brand_id,
      advisor_id, direction, outside, call_uid, own_queue, queue, speech, talk_ms, hold_ms, handed,
      follow_up, asks)
    select one.id, one.started_at, answer.at, over.at, one.wrap_up_ended_at, one.brand_id,
      one.advisor_id, one.direction,
      one.customer_id is not null or one.call->>'customerNumber' is not null
        or (one.call->>'numberHidden')::boolean,
      one.call->>'callUid', one.queue, one.queue,
      (one.speech->>'scriptId') || ' ' || (one.speech->>'version'),
      round(1000 * extract(epoch from over.at - answer.at)) - held.ms, held.ms,
      case when one.call->>'transferredTo' is not null
        then coalesce(one.call->>'transferredHow', 'unknown') end,
      coalesce((select expects_callback from dispositions known
        where known.brand_id = one.brand_id and known.code = one.disposition_code), false),
      one.direction = 'inbound' and one.customer_id is not null
    from interactions one
      cross join lateral (select (one.call->>'answeredAt')::timestamptz(3) as at) answer
      cross join lateral (select greatest(one.ended_at, answer.at) as at) over
      cross join lateral (select least((one.call->>'heldMs')::integer,
        round(1000 * extract(epoch from over.at - answer.at))::integer) as ms) held
    where one.id = any(ids) and one.channel = 'phone' and one.ended_at is not null
      and one.advisor_id is not null and one.call->>'answeredAt' is not null
      and over.at < answer.at + interval '2 days'
    on conflict (interaction_id) do update set at = excluded.at, answered_at = excluded.answered_at,
      ended_at = excluded.ended_at, wrap_ended_at = excluded.wrap_ended_at,
      brand_id = excluded.brand_id, advisor_id = excluded.advisor_id, direction = excluded.direction,
      outside = excluded.outside, call_uid = excluded.call_uid, own_queue = excluded.own_queue,
      queue = excluded.queue, speech = excluded.speech, talk_ms = excluded.talk_ms,
      hold_ms = excluded.hold_ms, handed = excluded.handed, follow_up = excluded.follow_up,
      asks = excluded.asks;
  $$;
`;

/** What the switch counts of them, whichever of the two came first. */
const markQueues = `
  create function mark_queues_of_calls(uids text[]) returns void language sql as $$
    update handled_calls one set queue = coalesce(one.own_queue, found.queue),
      waited_s = found.waited_s, took = found.took, in_queue = found.in_queue
    from (
      select part.interaction_id, visit.queue, visit.waited_s,
        visit.queue is not null
          and row_number() over (partition by visit.queue, visit.leg_id, visit.joined_at
            order by part.answered_at, part.interaction_id) = 1 as took,
        visit.queue is not null and (visit.talked_s is null or part.answered_at
          < visit.joined_at + make_interval(secs => coalesce(visit.waited_s, 0) + visit.talked_s))
          as in_queue
      from handled_calls part left join lateral (
        select * from queue_calls
        where leg_id = part.call_uid and outcome = 'taken'
          -- Clocks of a desktop and of the switch differ by a little.
          and joined_at <= part.at + interval '5 seconds'
        order by (queue_calls.queue = part.own_queue) desc nulls last, joined_at desc limit 1
      ) visit on true
      where part.call_uid = any(uids)
    ) found
    where one.interaction_id = found.interaction_id;
  $$;
`;

/** A wrap-up lasts until it is finished, or until the next call is answered in the middle of it. */
const markWrapUps = `
  create function mark_wrap_ups(ids uuid[]) returns void language sql as $$
    update handled_calls one set wrap_ms = case when one.wrap_ended_at is null then 0
      else greatest(0, least(86400000, round(1000 * extract(epoch from least(one.wrap_ended_at,
        (select min(later.answered_at) from handled_calls later
          where later.advisor_id = one.advisor_id and later.answered_at >= one.ended_at
            and later.answered_at < one.wrap_ended_at)) - one.ended_at)))) end
    from handled_calls touched
    where touched.interaction_id = any(ids) and one.advisor_id = touched.advisor_id
      and one.answered_at between touched.answered_at - interval '1 day' and touched.answered_at
      and (one.interaction_id = touched.interaction_id or one.wrap_ended_at > touched.answered_at);
  $$;
`;

/**
 * When the same customer was in touch with the same brand within seven days before a call and after it:
 * she wrote, came or rang and got through, or was called back. Another case is another matter; the call
 * itself, at whoever else it was, is none.
 */
const isTouch = `
  one.customer_id = other.customer_id and one.brand_id = other.brand_id and one.id <> other.id
  and (one.case_id = other.case_id or one.case_id is null or other.case_id is null)
  and (one.call->>'callUid' = other.call->>'callUid') is not true
  and case other.direction
    when 'inbound' then other.satisfaction is null
      and other.channel in ('phone', 'email', 'sms', 'form', 'chat', 'post', 'counter', 'social')
      and other.outcome not in
        ('missed', 'abandoned', 'refused', 'failed', 'busy', 'no-answer', 'answered-elsewhere')
    else other.channel = 'phone' and other.outcome = 'answered' and other.campaign_id is null end`;

const markTouches = `
  create function mark_touches(ids uuid[]) returns void language sql as $$
    update handled_calls call set earlier_at = found.earlier_at, next_at = found.next_at
    from (
      select one.id,
        (select max(other.started_at) from interactions other where ${isTouch}
          and other.started_at < one.started_at
          and other.started_at >= one.started_at - interval '7 days'
          -- Handed over to this one.
          and not (other.call->>'transferredTo' is not null
            and other.ended_at >= one.started_at - interval '2 minutes')) as earlier_at,
        (select min(other.started_at) from interactions other where ${isTouch}
          and other.started_at > one.started_at
          and other.started_at <= one.ended_at + interval '7 days') as next_at
      from interactions one where one.id = any(ids)
    ) found
    where call.interaction_id = found.id
      and (call.earlier_at, call.next_at) is distinct from (found.earlier_at, found.next_at);
  $$;
`;

const follow = `
  create function refresh_handled_calls(ids uuid[]) returns void language plpgsql as $$
  declare uids text[];
  begin
    perform write_handled_calls(ids);
    select array_agg(call_uid) into uids from handled_calls
      where interaction_id = any(ids) and call_uid is not null;
    if uids is not null then perform mark_queues_of_calls(uids); end if;
    perform mark_wrap_ups(ids);
  end $$;

  create function follow_handled_calls() returns trigger language plpgsql as $$
  begin
    if tg_op <> 'DELETE' then perform refresh_handled_calls(array(select id from fresh)); end if;
    return null;
  end $$;
  create function follow_touches() returns trigger language plpgsql as $$
  declare near uuid[];
  begin
    select array_agg(distinct call.interaction_id) into near
    from touched join interactions beside on beside.customer_id = touched.customer_id
        and beside.brand_id = touched.brand_id and beside.channel = 'phone'
        and beside.started_at between touched.started_at - interval '9 days'
          and touched.started_at + interval '9 days'
      join handled_calls call on call.interaction_id = beside.id;
    if near is not null then perform mark_touches(near); end if;
    return null;
  end $$;
  -- By name, in this order: first what they are, then what is beside them.
  create trigger a_handled_calls_made after insert on interactions
    referencing new table as fresh for each statement execute function follow_handled_calls();
  create trigger a_handled_calls_changed after update on interactions
    referencing new table as fresh for each statement execute function follow_handled_calls();
  create trigger b_touches_made after insert on interactions
    referencing new table as touched for each statement execute function follow_touches();
  create trigger b_touches_changed after update on interactions
    referencing new table as touched for each statement execute function follow_touches();
  create trigger b_touches_left after update on interactions
    referencing old table as touched for each statement execute function follow_touches();
  create trigger b_touches_gone after delete on interactions
    referencing old table as touched for each statement execute function follow_touches();

  create function follow_queues_of_calls() returns trigger language plpgsql as $$
  begin
    perform mark_queues_of_calls(array(select distinct leg_id from fresh));
    return null;
  end $$;
  create trigger queue_calls_handled after insert on queue_calls
    referencing new table as fresh for each statement execute function follow_queues_of_calls();

  select refresh_handled_calls(ids), mark_touches(ids)
    from (select array_agg(id) as ids from interactions
      where channel = 'phone' and call->>'answeredAt' is not null) known where ids is not null;
`;

export const handledCalls = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const step of [table, write, markQueues, markWrapUps, markTouches, follow])
      await sql.raw(step).execute(db);
  },
};
