/** Calls of campaigns counted by who made them, when, where and with which words, and what came of them. */
import type { HubTables } from '@api/db/tables.ts';
import type { FigureCut, ResultRow } from '@shared/contracts/http/call-figures.ts';
import type { HourlyAttempts } from '@shared/domain/campaign/reach.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** Which campaigns, and which of their attempts: conditions on `campaign`, and on `made` and `users`. */
export type CallScope = {
  readonly campaigns: RawBuilder<unknown>;
  readonly calls: RawBuilder<unknown>;
};

type Cut = {
  readonly key: RawBuilder<unknown>;
  readonly label: RawBuilder<unknown>;
};
const none = sql`null::text`;

const cuts: { readonly [cut in FigureCut | 'all']: Cut } = {
  all: { key: none, label: none },
  campaign: {
    key: sql`made.campaign_id::text`,
    label: sql`(select settings->>'name' from campaigns where id::text = counted.key)`,
  },
  advisor: {
    key: sql`users.id::text`,
    label: sql`(select first_name || ' ' || last_name from users where id::text = counted.key)`,
  },
  team: {
    key: sql`users.team_id::text`,
    label: sql`(select name from teams where id::text = counted.key)`,
  },
  hour: { key: sql`made.hour::text`, label: none },
  area: { key: sql`made.department`, label: none },
  speech: {
    key: sql`made.script_id || ' ' || made.script_version`,
    label: sql`(select content->>'name' from script_versions
      where script_versions.script_id || ' ' || script_versions.version = counted.key limit 1)`,
  },
  day: { key: sql`(made.at at time zone 'Europe/Paris')::date::text`, label: none },
};

/** Each campaign with what counts as a success there, and what its time and a visit cost. */
const priced = ({ campaigns }: CallScope) => sql`
  select campaign.id, campaign.settings->>'goal' as goal,
    array(select rule->>'dispositionCode' from jsonb_array_elements(campaign.settings->'outcomes') rule
      where rule->>'consequence' = 'success') as won,
    (campaign.settings->'costs'->>'centsPerHour')::float8 / 3600 as cents_per_second,
    (campaign.settings->'costs'->>'visitCents')::float8 as visit_cents
  from campaigns campaign where ${campaigns}`;

export type Counted = Omit<
  ResultRow,
  'centsPerContact' | 'centsPerSuccess' | 'centsPerAppointment' | 'centsPerSale'
> & { readonly recorded: number };

const isReached = sql`made.result = 'reached'`;
const isWon = sql`(${isReached} and made.disposition = any(run.won))`;
const isMade = sql`case when made.appointment is null then ${isWon} and run.goal = 'appointments'
  else made.appointment <> 'cancelled' end`;

/** Each person of each key first, then all of a key: so people are counted in one pass. */
export const countBy = async (
  db: Db,
  scope: CallScope,
  by: FigureCut | 'all',
): Promise<readonly Counted[]> => {
  const { key, label } = cuts[by];
  const { rows } = await sql<Counted>`
    with run as materialized (${priced(scope)}), person as (
      select ${key} as key, made.contact_id, count(*) as attempts,
        count(*) filter (where ${isReached}) as reached,
        count(*) filter (where ${isWon}) as won,
        count(*) filter (where ${isMade}) as booked,
        count(*) filter (where made.appointment = 'kept') as kept,
        count(*) filter (where made.appointment = 'not-kept') as not_kept,
        count(*) filter (where made.appointment = 'cancelled') as cancelled,
        count(*) filter (where made.ordered or (${isWon} and run.goal = 'sales')) as sales,
        sum(made.seconds) as seconds, sum(made.seconds * run.cents_per_second) as cents,
        count(*) filter (where made.recorded) as recorded, sum(run.visit_cents) as visits
      from campaign_attempts made join run on run.id = made.campaign_id
      left join users on users.id = made.advisor_id
      where ${scope.calls} group by 1, 2
    ), counted as (
      select key, count(*)::int as people,
        (count(*) filter (where reached > 0))::int as "peopleReached",
        sum(attempts)::int as attempts, sum(reached)::int as reached, sum(won)::int as successes,
        json_build_object('made', sum(booked), 'kept', sum(kept), 'notKept', sum(not_kept),
          'cancelled', sum(cancelled)) as appointments,
        sum(sales)::int as sales, round(sum(seconds))::int as seconds, round(sum(cents))::int as cents,
        sum(recorded)::int as recorded, round(sum(visits) / sum(attempts))::int as "visitCents"
      from person group by 1
    )
    select counted.*, ${label} as label, campaign.brand_id as "brandId",
      campaign.settings->>'goal' as goal
    from counted left join campaigns campaign
      on ${by === 'campaign'} and campaign.id::text = counted.key
    order by ${by === 'hour' ? sql`counted.key::int` : sql`counted.key`} nulls last`.execute(db);
  return rows;
};

export const countHours = async (db: Db, scope: CallScope): Promise<HourlyAttempts[]> => {
  const { rows } = await sql<HourlyAttempts>`
    select made.weekday, made.hour, count(*)::int as attempts,
      (count(*) filter (where ${isReached}))::int as reached
    from campaign_attempts made
    join campaigns campaign on campaign.id = made.campaign_id and ${scope.campaigns}
    left join users on users.id = made.advisor_id
    where ${scope.calls} group by 1, 2 order by 1, 2`.execute(db);
  return rows;
};
