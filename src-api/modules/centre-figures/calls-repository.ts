/** Calls that were handled, and goals of campaigns, added up by one cut and as a whole. */
import type { HubTables } from '@api/db/tables.ts';
import type { CentreCut } from '@shared/contracts/http/centre-figures.ts';
import { type CallSums, repeatDays } from '@shared/domain/centre/figures.ts';
import { usualTarget } from '@shared/domain/queue-call/figures.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CentreScope } from './scope.ts';

type Db = Kysely<HubTables>;

/** By key; undefined: of all of them. */
export type Summed<T> = {
  readonly byKey: ReadonlyMap<string | null, T>;
  readonly total: T | undefined;
};

type Row = { readonly whole: number; readonly key: string | null };

export const summedOf = <T extends object>(rows: readonly (T & Row)[]): Summed<T> => {
  const parts = rows.map(({ whole, key, ...sums }) => ({
    whole,
    key,
    sums: sums as unknown as T,
  }));
  return {
    byKey: new Map(
      parts.filter(({ whole }) => whole === 0).map(({ key, sums }) => [key, sums] as const),
    ),
    total: parts.find(({ whole }) => whole === 1)?.sums,
  };
};

/** The first day of the day, week or month in which a day lies. */
export const firstDayOf = (by: 'day' | 'week' | 'month', day: RawBuilder<unknown>) =>
  by === 'day' ? sql`(${day})::date` : sql`date_trunc(${sql.lit(by)}, ${day})::date`;

const inFrance = (at: RawBuilder<unknown>) => sql`${at} at time zone 'Europe/Paris'`;

const keyOfCall = (by: CentreCut): RawBuilder<unknown> => {
  switch (by) {
    case 'advisor':
      return sql`one.advisor_id`;
    case 'team':
      return sql`users.team_id`;
    case 'brand':
      return sql`one.brand_id`;
    case 'queue':
      return sql`one.queue`;
    case 'speech':
      return sql`one.speech`;
    case 'day':
    case 'week':
    case 'month':
      return firstDayOf(by, inFrance(sql`one.at`));
  }
};

const within = sql.raw(`interval '${repeatDays} days'`);
const counted = (when: RawBuilder<unknown>) => sql`(count(*) filter (where ${when}))::int`;
const added = (column: string, when: RawBuilder<unknown> = sql`true`) =>
  sql`coalesce(sum(${sql.ref(column)}) filter (where ${when}), 0)::float8`;

/** Who was handed the call answers for it. */
const isFirst = sql`(one.asks and one.handed is null
  and (one.earlier_at is null or one.earlier_at < one.at - ${within}))`;
const isSettled = sql`(not one.follow_up
  and (one.next_at is null or one.next_at > one.ended_at + ${within}))`;

/** Of a scope, by when they rang. */
export const callSums = async (
  db: Db,
  { begins, ends, now, brandIds, callers }: CentreScope,
  by: CentreCut,
): Promise<Summed<CallSums>> => {
  const isOver = sql`one.ended_at <= ${now}::timestamptz - ${within}`;
  const key = keyOfCall(by);
  const { rows } = await sql<CallSums & Row>`
    select grouping(${key}) as whole, (${key})::text as key, count(*)::int as handled,
      ${counted(sql`one.direction = 'inbound'`)} as "cameIn",
      ${added('one.talk_ms')} as "talkMs", ${added('one.hold_ms')} as "holdMs",
      ${added('one.wrap_ms')} as "wrapUpMs",
      ${counted(sql`one.handed = 'blind'`)} as blind,
      ${counted(sql`one.handed = 'attended'`)} as attended,
      ${counted(sql`one.handed = 'unknown'`)} as unsaid,
      ${counted(sql`one.asks`)} as contacts,
      ${counted(sql`one.asks and one.earlier_at >= one.at - ${within}`)} as repeats,
      ${counted(sql`${isFirst} and ${isOver} and ${isSettled}`)} as settled,
      ${counted(sql`${isFirst} and ${isOver} and not ${isSettled}`)} as unsettled,
      ${counted(sql`${isFirst} and not ${isOver}`)} as pending,
      ${counted(sql`one.took`)} as taken,
      ${counted(sql`one.took and one.waited_s <= coalesce(target.target_s, ${sql.lit(usualTarget.targetS)})`)}
        as "inTime",
      ${added('one.talk_ms', sql`one.in_queue`)} + ${added('one.hold_ms', sql`one.in_queue`)}
        as "queueMs"
    from handled_calls one join users on users.id = one.advisor_id
      left join queue_targets target on target.queue = one.queue
    where one.at >= ${begins}::timestamptz and one.at < ${ends}::timestamptz
      and one.brand_id = any(${[...brandIds]}::text[]) and ${callers}
      and (one.outside or one.queue is not null)
    group by grouping sets ((${key}), ())
    having count(*) > 0`.execute(db);
  return summedOf(rows);
};

export type Goals = { readonly reached: number; readonly won: number };

const keyOfAttempt = (by: Exclude<CentreCut, 'queue'>): RawBuilder<unknown> => {
  switch (by) {
    case 'advisor':
      return sql`made.advisor_id`;
    case 'team':
      return sql`users.team_id`;
    case 'brand':
      return sql`run.brand_id`;
    case 'speech':
      return sql`(made.script_id || ' ' || made.script_version)`;
    case 'day':
    case 'week':
    case 'month':
      return firstDayOf(by, inFrance(sql`made.at`));
  }
};

/** Calls of campaigns that reached somebody, and of them those that ended with the goal. */
export const goalSums = async (
  db: Db,
  { begins, ends, brandIds, callers }: CentreScope,
  by: CentreCut,
): Promise<Summed<Goals>> => {
  const key = by === 'queue' ? sql`null::text` : keyOfAttempt(by);
  const { rows } = await sql<Goals & Row>`
    with run as materialized (
      select campaign.id, campaign.settings->>'brandId' as brand_id,
        array(select rule->>'dispositionCode'
          from jsonb_array_elements(campaign.settings->'outcomes') rule
          where rule->>'consequence' = 'success') as won
      from campaigns campaign where campaign.brand_id = any(${[...brandIds]}::text[])
    )
    select grouping(${key}) as whole, (${key})::text as key, count(*)::int as reached,
      ${counted(sql`made.disposition = any(run.won)`)} as won
    from campaign_attempts made join run on run.id = made.campaign_id
      left join users on users.id = made.advisor_id
    where made.result = 'reached' and made.at >= ${begins}::timestamptz
      and made.at < ${ends}::timestamptz and ${callers}
    group by grouping sets ((${key}), ())
    having count(*) > 0`.execute(db);
  return summedOf(rows);
};
