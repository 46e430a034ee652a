/** How long people were in each state, by person, team, day, week or month, and as a whole. */
import type { HubTables } from '@api/db/tables.ts';
import type { CentreCut } from '@shared/contracts/http/centre-figures.ts';
import {
  longestStateHours,
  type StateSeconds,
  type TimedState,
  timedStates,
} from '@shared/domain/centre/figures.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Summed } from './calls-repository.ts';
import { firstDayOf } from './calls-repository.ts';
import type { CentreScope } from './scope.ts';

export const stateCuts = ['advisor', 'team', 'day', 'week', 'month'] as const;
export type StateCut = (typeof stateCuts)[number];
export const isStateCut = (by: CentreCut): by is StateCut =>
  (stateCuts as readonly CentreCut[]).includes(by);

export const noTime: StateSeconds = {
  ready: 0,
  busy: 0,
  'wrap-up': 0,
  'do-not-disturb': 0,
  pause: 0,
};

const longest = sql.raw(`interval '${longestStateHours} hours'`);

/** Stretches of a period, each in one state; the same person's never overlap. */
const stretches = ({ begins, ends, now }: CentreScope, people: RawBuilder<unknown>) => sql`
  told as (
    select told.user_id, told.state, told.since, lead(told.since) over (partition by told.user_id
      order by told.since, told.received_at, told.mutation_id) as until
    from advisor_states told
    where told.since >= ${begins}::timestamptz - ${longest}
      and told.since < ${ends}::timestamptz + ${longest}
      and told.user_id = any(array(select users.id from users where ${people}))
  ), stretch as (
    select user_id, state, greatest(since, ${begins}::timestamptz) as since,
      least(coalesce(until, ${now}::timestamptz), ${now}::timestamptz, ${ends}::timestamptz) as until
    from told
    where state = any(${[...timedStates]}::text[])
      and coalesce(until, ${now}::timestamptz) - since <= ${longest}
  )`;

/** Cut at the midnights of France, so that each part lies in one day. */
const byDay = sql`
  (select stretch.user_id, stretch.state,
      greatest(stretch.since, day at time zone 'Europe/Paris') as since,
      least(stretch.until, (day + interval '1 day') at time zone 'Europe/Paris') as until
    from stretch cross join lateral generate_series(
      date_trunc('day', stretch.since at time zone 'Europe/Paris'),
      stretch.until at time zone 'Europe/Paris', interval '1 day') day
    where stretch.until > stretch.since)`;

const keyOf = (by: StateCut): RawBuilder<unknown> => {
  switch (by) {
    case 'advisor':
      return sql`part.user_id`;
    case 'team':
      return sql`users.team_id`;
    case 'day':
    case 'week':
    case 'month':
      return firstDayOf(by, sql`part.since`);
  }
};

type Row = {
  readonly whole: number;
  readonly key: string | null;
  readonly state: TimedState;
  readonly seconds: number;
};

export const stateSums = async (
  db: Kysely<HubTables>,
  scope: CentreScope,
  people: RawBuilder<unknown>,
  by: StateCut,
): Promise<Summed<StateSeconds>> => {
  const isSeries = by === 'day' || by === 'week' || by === 'month';
  const key = keyOf(by);
  const { rows } = await sql<Row>`
    with ${stretches(scope, people)}
    select grouping(${key}) as whole, (${key})::text as key, part.state,
      sum(extract(epoch from part.until - part.since))::float8 as seconds
    from ${isSeries ? byDay : sql`stretch`} part join users on users.id = part.user_id
    where part.until > part.since
    group by grouping sets ((${key}, part.state), (part.state))`.execute(db);
  const byKey = new Map<string | null, StateSeconds>();
  let total: StateSeconds | undefined;
  for (const { whole, key: of, state, seconds } of rows) {
    if (whole === 1) total = { ...(total ?? noTime), [state]: seconds };
    else byKey.set(of, { ...(byKey.get(of) ?? noTime), [state]: seconds });
  }
  return { byKey, total };
};
