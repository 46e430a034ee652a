/** How long people were in each state, by person, team, day, week or month, and as a whole; days are those of France. */
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

/**
 * What the days' own sums do not say: what goes on at this moment, and what of it a desktop with a fast
 * clock has told ahead of it.
 */
const atThisMoment = ({ now }: CentreScope, people: RawBuilder<unknown>) => sql`
  select latest.user_id, part.day, latest.state, latest.sign * part.ms as ms
  from (
    select told.user_id, told.state, told.sign, told.since, told.until from (
      select user_id, state, since, lead(since) over (partition by user_id
        order by since, received_at, mutation_id) as next
      from advisor_states
      where since >= ${now}::timestamptz - ${longest}
        and user_id = any(array(select users.id from users where ${people}))
    ) one cross join lateral (values
      (one.user_id, one.state, 1, one.since, ${now}::timestamptz, one.next is null),
      (one.user_id, one.state, -1, greatest(one.since, ${now}::timestamptz), one.next,
        one.next > ${now}::timestamptz and one.next - one.since <= ${longest})
    ) told (user_id, state, sign, since, until, counts)
    where told.counts and told.state = any(${[...timedStates]}::text[])
  ) latest cross join lateral day_parts(latest.since, latest.until) part`;

const keyOf = (by: StateCut): RawBuilder<unknown> => {
  switch (by) {
    case 'advisor':
      return sql`part.user_id`;
    case 'team':
      return sql`users.team_id`;
    case 'day':
    case 'week':
    case 'month':
      return firstDayOf(by, sql`part.day`);
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
  const key = keyOf(by);
  const { from, to } = scope.days;
  const { rows } = await sql<Row>`
    select grouping(${key}) as whole, (${key})::text as key, part.state,
      sum(part.ms)::float8 / 1000 as seconds
    from (
      select user_id, day, state, ms from state_days
      where user_id = any(array(select users.id from users where ${people}))
      union all ${atThisMoment(scope, people)}
    ) part join users on users.id = part.user_id
    where part.day >= ${from}::date and part.day <= ${to}::date
    group by grouping sets ((${key}, part.state), (part.state))
    having sum(part.ms) <> 0`.execute(db);
  const byKey = new Map<string | null, StateSeconds>();
  let total: StateSeconds | undefined;
  for (const { whole, key: of, state, seconds } of rows) {
    if (whole === 1) total = { ...(total ?? noTime), [state]: seconds };
    else byKey.set(of, { ...(byKey.get(of) ?? noTime), [state]: seconds });
  }
  return { byKey, total };
};
