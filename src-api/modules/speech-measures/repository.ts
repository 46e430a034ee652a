/** Counts and sums of the calls in which a speech was said, by version and arm; the rest is arithmetic. */

import type { HubTables } from '@api/db/tables.ts';
import { failedOutcomes } from '@shared/domain/thread/break-point.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;
export type Scope = {
  readonly scriptId: string;
  readonly brandIds: readonly string[];
  readonly from: string;
  readonly to: string;
};

/** Repeat calls are known seven days later. */
const repeatedWithin = sql.raw(`interval '7 days'`);

/** A speech is its brand's alone: its id names the brand. */
const marks = ({ scriptId, from, to }: Scope, kind: string) => sql`
  from speech_marks mark
  where script_id = ${scriptId} and kind = ${kind}
    and mark.started_at >= ${from} and mark.started_at < ${to}`;

/**
 * The answer that counts for each contact, the last one, on the scale of a rating in the call, 1 to 5.
 * About which contact: as surveyedContact says. Only of the customers that are looked at.
 */
const ratingsOf = (scope: Scope) => sql`
  select distinct on (contact.id) contact.id,
    1 + 4 * ((survey.satisfaction->>'score')::float8 - (survey.satisfaction#>>'{scale,min}')::float8)
      / ((survey.satisfaction#>>'{scale,max}')::float8
        - (survey.satisfaction#>>'{scale,min}')::float8) as rating
  from interactions survey cross join lateral (
    select one.id from interactions one
    where case
      when survey.satisfaction#>>'{about,interactionId}' is not null
        then one.id = (survey.satisfaction#>>'{about,interactionId}')::uuid
      else one.call->>'callUid' = survey.satisfaction#>>'{about,callUid}' end
      and survey.satisfaction ? 'about' and one.brand_id = survey.brand_id
    union all
    select last.id from (
      select before.id from interactions before
      where not survey.satisfaction ? 'about'
        and before.customer_id = survey.customer_id and before.brand_id = survey.brand_id
        and before.started_at < survey.started_at
        and before.started_at >= survey.started_at - ${repeatedWithin}
        and before.advisor_id is not null and before.satisfaction is null
        and before.outcome <> all(${[...failedOutcomes]}::text[])
      order by before.started_at desc, before.id desc limit 1) last
  ) contact
  where survey.satisfaction is not null and survey.brand_id = any(${[...scope.brandIds]}::text[])
    and survey.started_at >= ${scope.from}
  order by contact.id, survey.started_at desc, survey.id desc`;

const callsOf = (scope: Scope) => sql`
  select one.id, one.customer_id, one.brand_id, mark.started_at, one.ended_at, version,
    name as step_id, other as arm, experiment_id,
    coalesce(answered.rating, amount) as rating,
    one.disposition_code is not null as settled, coalesce(d.resolves_case, false) as resolved
  from speech_marks mark join interactions one on one.id = interaction_id
    left join dispositions d on d.brand_id = one.brand_id and d.code = one.disposition_code
    left join (${ratingsOf(scope)}) answered on answered.id = one.id
  where script_id = ${scope.scriptId} and kind = 'call'
    and mark.started_at >= ${scope.from} and mark.started_at < ${scope.to}
    and one.brand_id = any(${[...scope.brandIds]}::text[])`;

export type EndRow = {
  readonly version: number;
  readonly stepId: string;
  readonly calls: number;
  readonly settled: number;
  readonly resolved: number;
  readonly followed: number;
  readonly repeated: number;
  readonly minutes: number;
  readonly minutesSquared: number;
  readonly timed: number;
  readonly rated: number;
  readonly ratings: number;
  readonly ratingsSquared: number;
};

/**
 * By version and the step that the call ended on. A rating is the last answer to a survey about the call,
 * else the answer to a field `satisfaction` in it: one for each call.
 */
export const findEnds = async (db: Db, scope: Scope, now: string): Promise<EndRow[]> =>
  (
    await sql<EndRow>`
      with calls as (${callsOf(scope)}), judged as (
        select calls.*, extract(epoch from ended_at - started_at)::float8 / 60 as minutes,
          customer_id is not null and started_at < ${now}::timestamptz - ${repeatedWithin} as followed,
          case when customer_id is null then false else exists (
            select from interactions later
            where later.customer_id = calls.customer_id and later.brand_id = calls.brand_id
              and later.channel = 'phone' and later.direction = 'inbound'
              and later.started_at > calls.started_at
              and later.started_at <= calls.started_at + ${repeatedWithin}) end as returned
        from calls
      )
      select version, step_id as "stepId", count(*)::int as calls,
        (count(*) filter (where settled))::int as settled,
        (count(*) filter (where resolved))::int as resolved,
        (count(*) filter (where followed))::int as followed,
        (count(*) filter (where followed and returned))::int as repeated,
        coalesce(sum(minutes), 0)::float8 as minutes,
        coalesce(sum(minutes * minutes), 0)::float8 as "minutesSquared",
        count(minutes)::int as timed,
        count(rating)::int as rated, coalesce(sum(rating), 0)::float8 as ratings,
        coalesce(sum(rating * rating), 0)::float8 as "ratingsSquared"
      from judged group by 1, 2`.execute(db)
  ).rows;

export type StayRow = {
  readonly version: number;
  readonly stepId: string;
  /** The step that followed; null at the end of a call. */
  readonly next: string | null;
  readonly stays: number;
  /** Calls, each counted with its first stay. */
  readonly calls: number;
  readonly timed: number;
  readonly seconds: number;
  readonly secondsSquared: number;
  /** Calls that went on from it, or said so, without having said it. */
  readonly skipped: number;
};

/** By version, step and the one that followed. */
export const findStays = async (db: Db, scope: Scope): Promise<StayRow[]> =>
  (
    await sql<StayRow>`
      select version, name as "stepId", other as next, count(*)::int as stays,
        (count(*) filter (where counts))::int as calls, count(amount)::int as timed,
        coalesce(sum(amount), 0)::float8 as seconds,
        coalesce(sum(amount * amount), 0)::float8 as "secondsSquared",
        (count(*) filter (where flag))::int as skipped
      ${marks(scope, 'stay')} group by 1, 2, 3`.execute(db)
  ).rows;

export type NamedRow = {
  readonly version: number;
  /** The step of an answer, or the objection. */
  readonly name: string;
  readonly other: string | null;
  readonly calls: number;
  readonly told: number;
  readonly yes: number;
};

/** Chosen answers, or objections: calls, and in how many it was said that the answer convinced. */
export const findNamed = async (
  db: Db,
  scope: Scope,
  kind: 'answer' | 'objection',
): Promise<NamedRow[]> =>
  (
    await sql<NamedRow>`
      select version, name, other, count(*)::int as calls,
        (count(*) filter (where counts))::int as told, (count(*) filter (where flag))::int as yes
      ${marks(scope, kind)} group by 1, 2, 3`.execute(db)
  ).rows;

export type ArmRow = {
  readonly arm: string;
  readonly version: number;
  readonly stepId: string;
  readonly resolved: boolean;
  readonly customers: number;
  /** Of them the ones among the first that were planned. */
  readonly counted: number;
  readonly rated: number;
  readonly ratings: number;
  readonly ratingsSquared: number;
};

/** Each customer once, with her first call of the experiment, in the order in which they called. */
export const findArms = async (
  db: Db,
  experimentId: string,
  { scope, planned }: { readonly scope: Scope; readonly planned: number },
): Promise<ArmRow[]> =>
  (
    await sql<ArmRow>`
      with calls as (${callsOf(scope)}), firsts as (
        select distinct on (coalesce(customer_id, id)) started_at, id, version, arm, step_id, resolved,
          rating
        from calls where experiment_id = ${experimentId}
        order by coalesce(customer_id, id), started_at, id
      ), placed as (
        select *, row_number() over (partition by arm order by started_at, id) as place from firsts
      )
      select arm, version, step_id as "stepId", resolved, count(*)::int as customers,
        (count(*) filter (where place <= ${planned}))::int as counted,
        count(rating)::int as rated, coalesce(sum(rating), 0)::float8 as ratings,
        coalesce(sum(rating * rating), 0)::float8 as "ratingsSquared"
      from placed group by 1, 2, 3, 4`.execute(db)
  ).rows;
