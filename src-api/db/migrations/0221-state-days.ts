/**
 * How long each person was in each state on each day of France, so that a year of a whole centre is added
 * up at once. Kept while states are told, in any order: a state lasts until the next that is told of the
 * same person, by whichever of her desktops. One that lasted for over sixteen hours is a desktop that is
 * gone, and counts nowhere; the one that goes on at this moment is added by whoever asks.
 */
import { type Kysely, sql } from 'kysely';

const table = `
  create table state_days (
    user_id uuid not null references users on delete cascade,
    day date not null,
    state text not null,
    ms bigint not null,
    primary key (user_id, day, state)
  );
  create index state_days_by_day on state_days (day);
  create index advisor_states_by_time on advisor_states (since);
`;

const parts = `
  create function day_parts(since timestamptz, until timestamptz)
  returns table (day date, ms bigint) language sql stable as $$
    select midnight::date, round(1000 * extract(epoch from
      least(until, (midnight + interval '1 day') at time zone 'Europe/Paris')
        - greatest(since, midnight at time zone 'Europe/Paris')))::bigint
    from generate_series(date_trunc('day', since at time zone 'Europe/Paris'),
      until at time zone 'Europe/Paris', interval '1 day') midnight
    where since < until
  $$;

  create function count_state(whose uuid, state text, since timestamptz, until timestamptz, sign integer)
  returns void language sql as $$
    insert into state_days as known (user_id, day, state, ms)
    select whose, part.day, state, sign * part.ms from day_parts(since, until) part
    where state <> 'offline' and until - since <= interval '16 hours' and part.ms > 0
    on conflict (user_id, day, state) do update set ms = known.ms + excluded.ms
  $$;
`;

const follow = `
  create function follow_advisor_state() returns trigger language plpgsql as $$
  declare
    former record;
    later record;
  begin
    -- Two desktops of one person tell theirs one after the other.
    perform pg_advisory_xact_lock(hashtextextended(new.user_id::text, 220));
    select state, since into former from advisor_states
      where user_id = new.user_id and since <= new.since
        and (since, received_at, mutation_id) < (new.since, new.received_at, new.mutation_id)
      order by since desc, received_at desc, mutation_id desc limit 1;
    select since into later from advisor_states
      where user_id = new.user_id and since >= new.since
        and (since, received_at, mutation_id) > (new.since, new.received_at, new.mutation_id)
      order by since, received_at, mutation_id limit 1;
    if former.since is not null and later.since is not null then
      perform count_state(new.user_id, former.state, former.since, later.since, -1);
    end if;
    if former.since is not null then
      perform count_state(new.user_id, former.state, former.since, new.since, 1);
    end if;
    if later.since is not null then
      perform count_state(new.user_id, new.state, new.since, later.since, 1);
    end if;
    return null;
  end $$;
  create trigger advisor_states_counted after insert on advisor_states
    for each row execute function follow_advisor_state();

  create function recount_states(whose uuid[]) returns void language sql as $$
    delete from state_days where user_id = any(whose);
    insert into state_days (user_id, day, state, ms)
    select told.user_id, part.day, told.state, sum(part.ms)
    from (
      select user_id, state, since, lead(since) over (partition by user_id
        order by since, received_at, mutation_id) as until
      from advisor_states where user_id = any(whose)
    ) told cross join lateral day_parts(told.since, told.until) part
    where told.state <> 'offline' and told.until - told.since <= interval '16 hours' and part.ms > 0
    group by 1, 2, 3
  $$;
  create function follow_gone_states() returns trigger language plpgsql as $$
  begin
    perform recount_states(array(select distinct gone.user_id from gone
      join users on users.id = gone.user_id));
    return null;
  end $$;
  create trigger advisor_states_gone after delete on advisor_states
    referencing old table as gone for each statement execute function follow_gone_states();
  select recount_states(array(select distinct user_id from advisor_states));
`;

export const stateDays = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const step of [table, parts, follow]) await sql.raw(step).execute(db);
  },
};
