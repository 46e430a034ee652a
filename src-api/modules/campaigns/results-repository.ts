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
  /** Since when; null: always. */
  readonly since: string | null;
  /** Whether `calls` holds whatever was tried with a person since then, or the calls of some users. */
  readonly whose: 'everybody' | 'some';
};

type Cut = {
  readonly key: RawBuilder<unknown>;
  readonly label: RawBuilder<unknown>;
  /** Since when a person may have been counted in the same row; absent: that takes looking. */
  readonly sameRowSince?: 'begin' | 'midnight';
};
const none = sql`null::text`;

const cuts: { readonly [cut in FigureCut]: Cut } = {
  campaign: {
    key: sql`made.campaign_id`,
    label: sql`(select settings->>'name' from campaigns where id::text = counted.key)`,
    sameRowSince: 'begin',
  },
  advisor: {
    key: sql`users.id`,
    label: sql`(select first_name || ' ' || last_name from users where id::text = counted.key)`,
  },
  team: {
    key: sql`users.team_id`,
    label: sql`(select name from teams where id::text = counted.key)`,
  },
  hour: { key: sql`made.hour`, label: none },
  area: { key: sql`made.department`, label: none, sameRowSince: 'begin' },
  speech: {
    key: sql`(made.script_id || ' ' || made.script_version)`,
    label: sql`(select content->>'name' from script_versions
      where script_versions.script_id || ' ' || script_versions.version = counted.key limit 1)`,
  },
  day: {
    key: sql`(made.at at time zone 'Europe/Paris')::date`,
    label: none,
    sameRowSince: 'midnight',
  },
};

/** Each campaign with what counts as a success there, and what its time and a visit cost. */
const priced = ({ campaigns }: CallScope) => sql`
  select campaign.id, campaign.settings->>'goal' as goal,
    array(select rule->>'dispositionCode' from jsonb_array_elements(campaign.settings->'outcomes') rule
      where rule->>'consequence' = 'success') as won,
    (campaign.settings->'costs'->>'centsPerHour')::float8 / 3600 as cents_per_second,
    (campaign.settings->'costs'->>'visitCents')::float8 as visit_cents
  from campaigns campaign where ${campaigns}`;

const sums = sql.raw(
  'attempts, reached, successes, appointments, sales, seconds, cents, recorded, "visitCents"',
);

export type Counted = Omit<
  ResultRow,
  'centsPerContact' | 'centsPerSuccess' | 'centsPerAppointment' | 'centsPerSale'
> & { readonly recorded: number };

const isReached = sql`made.result = 'reached'`;
const isWon = sql`(${isReached} and made.disposition = any(run.won))`;
const isMade = sql`case when made.appointment is null then ${isWon} and run.goal = 'appointments'
  else made.appointment <> 'cancelled' end`;

/** The attempts of a scope; users are joined where somebody asks for them. */
const attemptsOf = ({ campaigns, calls }: CallScope) => sql`
  campaign_attempts made left join users on users.id = made.advisor_id
  where made.campaign_id = any(array(select campaign.id from campaigns campaign where ${campaigns}))
    and ${calls}`;

const midnight = sql`(date_trunc('day', made.at at time zone 'Europe/Paris')
  at time zone 'Europe/Paris')`;

/** Rows that are the first of their person since then, and of them the first that reached her. */
const firstSince = (since: RawBuilder<unknown>) => ({
  tried: sql`count(*) filter (where made.earlier_at is null or made.earlier_at < ${since})`,
  reached: sql`count(*) filter (where ${isReached} and (made.earlier_reached_at is null
    or made.earlier_reached_at < ${since}))`,
});

/** What is alike is added up before it is priced, so that half a million rows meet no other table. */
const summed = (scope: CallScope, { key, sameRowSince }: Cut) => {
  const begin = sql`coalesce(${scope.since}::timestamptz, '-infinity')`;
  const ofAll = firstSince(begin);
  const ofRow = sameRowSince === 'midnight' ? firstSince(midnight) : ofAll;
  return sql`
  run as materialized (${priced(scope)}), alike as (
    select ${key} as key, made.campaign_id, made.result, made.disposition, made.appointment,
      made.ordered, made.recorded, count(*) as n, sum(made.seconds) as seconds,
      ${ofAll.tried} as tried, ${ofAll.reached} as first_reached,
      ${ofRow.tried} as tried_here, ${ofRow.reached} as first_reached_here
    from ${attemptsOf(scope)} group by 1, 2, 3, 4, 5, 6, 7
  ), summed as (
    select grouping(key) as whole, key, sum(n)::int as attempts,
      (case grouping(key) when 1 then sum(tried) else sum(tried_here) end)::int as people,
      (case grouping(key) when 1 then sum(first_reached) else sum(first_reached_here) end)::int
        as "peopleReached",
      coalesce(sum(n) filter (where ${isReached}), 0)::int as reached,
      coalesce(sum(n) filter (where ${isWon}), 0)::int as successes,
      json_build_object('made', coalesce(sum(n) filter (where ${isMade}), 0),
        'kept', coalesce(sum(n) filter (where made.appointment = 'kept'), 0),
        'notKept', coalesce(sum(n) filter (where made.appointment = 'not-kept'), 0),
        'cancelled', coalesce(sum(n) filter (where made.appointment = 'cancelled'), 0)) as appointments,
      coalesce(sum(n) filter (where made.ordered or (${isWon} and run.goal = 'sales')), 0)::int as sales,
      round(sum(seconds))::int as seconds, round(sum(seconds * run.cents_per_second))::int as cents,
      coalesce(sum(n) filter (where made.recorded), 0)::int as recorded,
      round(sum(n * run.visit_cents) / sum(n))::int as "visitCents"
    from alike made join run on run.id = made.campaign_id
    group by grouping sets ((key), ())
    having sum(n) > 0
  )`;
};

/** Each person of each key, and each person of all of them, in one pass. */
const lookedThrough = (scope: CallScope, { key }: Cut) => sql`
  person as (
    select grouping(${key}) as whole, ${key} as key, bool_or(${isReached}) as reached
    from ${attemptsOf(scope)} group by grouping sets ((${key}, made.contact_id), (made.contact_id))
  ), looked as (
    select whole, key, count(*)::int as people,
      (count(*) filter (where reached))::int as "peopleReached"
    from person group by 1, 2
  ), counted as (
    select summed.whole = 1 as "isTotal", summed.key::text as key, summed.key as place,
      looked.people, looked."peopleReached", ${sums}
    from summed join looked on looked.whole = summed.whole
      and coalesce(looked.key::text, '') = coalesce(summed.key::text, '')
  )`;

/** The first row of each person says that it is. */
const marked = sql`
  counted as (
    select whole = 1 as "isTotal", key::text as key, key as place, people, "peopleReached", ${sums}
    from summed
  )`;

export type CountedBy = {
  readonly rows: readonly Counted[];
  /** Undefined: there was no call. */
  readonly total: Counted | undefined;
};

export const countBy = async (db: Db, scope: CallScope, by: FigureCut): Promise<CountedBy> => {
  const cut = cuts[by];
  const isMarked = scope.whose === 'everybody' && cut.sameRowSince !== undefined;
  const { rows } = await sql<Counted & { readonly isTotal: boolean }>`
    with ${summed(scope, cut)}, ${isMarked ? marked : lookedThrough(scope, cut)}
    select "isTotal", counted.key, people, "peopleReached", ${sums}, ${cut.label} as label,
      campaign.brand_id as "brandId", campaign.settings->>'goal' as goal
    from counted left join campaigns campaign
      on ${by === 'campaign'} and campaign.id::text = counted.key
    order by place nulls last`.execute(db);
  const counted = rows.map(({ isTotal, ...row }) => ({ isTotal, row }));
  return {
    rows: counted.filter(({ isTotal }) => !isTotal).map(({ row }) => row),
    total: counted.find(({ isTotal }) => isTotal)?.row,
  };
};

export const countHours = async (db: Db, scope: CallScope): Promise<HourlyAttempts[]> => {
  const { rows } = await sql<HourlyAttempts>`
    select made.weekday, made.hour, count(*)::int as attempts,
      (count(*) filter (where ${isReached}))::int as reached
    from ${attemptsOf(scope)} group by 1, 2 order by 1, 2`.execute(db);
  return rows;
};
