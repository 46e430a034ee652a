/** Calls of one advisor by speech, and who looked at her figures. */

import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type AdvisorRow = {
  readonly scriptId: string;
  readonly name: string | null;
  readonly calls: number;
  readonly timed: number;
  readonly minutes: number;
  readonly minutesSquared: number;
  readonly owed: number;
  readonly skipped: number;
  readonly aimed: number;
  readonly reached: number;
};

type Within = { readonly brandIds: readonly string[]; readonly from: string; readonly to: string };

/** Steps with obligatory passages that she stood on and left, and those left without having said them. */
export const findAdvisorCalls = async (
  db: Db,
  advisorId: string,
  { brandIds, from, to }: Within,
): Promise<AdvisorRow[]> =>
  (
    await sql<AdvisorRow>`
      with calls as (
        select one.speech->>'scriptId' as script_id, version.content, one.speech,
          extract(epoch from one.ended_at - one.started_at)::float8 / 60 as minutes
        from interactions one left join script_versions version
          on version.script_id = one.speech->>'scriptId'
            and version.version = (one.speech->>'version')::int
        where one.advisor_id = ${advisorId} and one.speech is not null
          and one.brand_id = any(${[...brandIds]}::text[])
          and one.started_at >= ${from} and one.started_at < ${to} and one.ended_at < ${to}
      ), judged as (
        select script_id, content->>'name' as name, minutes,
          (select step->>'result' from jsonb_array_elements(content->'steps') step
            where step->>'id' = speech->>'stepId') as result,
          (select count(*) from jsonb_array_elements(
              coalesce(nullif(speech->'trace', 'null'), '[]')) stay
            join jsonb_array_elements(content->'steps') step on step->>'id' = stay->>'stepId'
            where jsonb_array_length(coalesce(step->'passages', '[]')) > 0
              and (stay->>'leftAt' is not null or stay->>'said' is not null)) as owed,
          (select count(*) from jsonb_array_elements(
              coalesce(nullif(speech->'trace', 'null'), '[]')) stay
            join jsonb_array_elements(content->'steps') step on step->>'id' = stay->>'stepId'
            where jsonb_array_length(coalesce(step->'passages', '[]')) > 0
              and (stay->>'said' = 'no'
                or (stay->>'leftAt' is not null and stay->>'said' is null))) as skipped
        from calls
      )
      select script_id as "scriptId", max(name) as name, count(*)::int as calls,
        count(minutes)::int as timed, coalesce(sum(minutes), 0)::float8 as minutes,
        coalesce(sum(minutes * minutes), 0)::float8 as "minutesSquared",
        coalesce(sum(owed), 0)::int as owed, coalesce(sum(skipped), 0)::int as skipped,
        (count(*) filter (where result is distinct from 'neutral'))::int as aimed,
        (count(*) filter (where result = 'reached'))::int as reached
      from judged group by 1 order by 1`.execute(db)
  ).rows;

export const teamOf = async (db: Db, userId: string): Promise<string | null> => {
  const user = await db
    .selectFrom('users')
    .select('team_id')
    .where('id', '=', userId)
    .executeTakeFirst();
  return user?.team_id ?? null;
};

export const findLooks = async (
  db: Db,
  userId: string,
): Promise<{ readonly by: string; readonly at: string }[]> => {
  const rows = await db
    .selectFrom('audit_log')
    .select(['user_id as by', 'at'])
    .where('entity', '=', 'speech-coaching')
    .where('entity_id', '=', userId)
    .orderBy('at', 'desc')
    .limit(50)
    .execute();
  return rows.flatMap(({ by, at }) => (by === null ? [] : [{ by, at }]));
};
