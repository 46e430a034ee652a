/** The attempts of a campaign, counted: triggers keep each with the call that a desktop recorded of it. */
import type { HubTables } from '@api/db/tables.ts';
import type { AdvisorState } from '@shared/contracts/sync/mutation.ts';
import type { DialResult } from '@shared/domain/campaign/dial-result.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** One row for each attempt. */
export const attemptsOf = (campaignId: string) => sql`
  select * from campaign_attempts where campaign_id = ${campaignId}`;

export type Ending = {
  readonly result: DialResult;
  readonly disposition: string | null;
  readonly count: number;
};

export const countEndings = async (db: Db, campaignId: string): Promise<Ending[]> => {
  const { rows } = await sql<Ending>`
    select result, case when result = 'reached' then disposition end as disposition,
      count(*)::int as count
    from (${attemptsOf(campaignId)}) each group by 1, 2 order by 3 desc, 1, 2`.execute(db);
  return rows;
};

type Abandoned = { readonly answered: number; readonly abandoned: number };

export const countAbandoned = async (
  db: Db,
  campaignId: string,
  since: string,
): Promise<Abandoned> => {
  const { rows } = await sql<Abandoned>`
    select count(*) filter (where result in ('reached', 'abandoned'))::int as answered,
      count(*) filter (where result = 'abandoned')::int as abandoned
    from (${attemptsOf(campaignId)}) each where at >= ${since}`.execute(db);
  return rows[0] ?? { answered: 0, abandoned: 0 };
};

export type Arm = { readonly control: boolean; readonly people: number; readonly ordered: number };

/** Who ordered of the brand since she is on the list: of those who were called at least once, and of the control. */
export const countArms = async (db: Db, campaignId: string, brandId: string): Promise<Arm[]> => {
  const { rows } = await sql<Arm>`
    select one.state = 'control' as control, count(*)::int as people,
      count(*) filter (where exists (select from orders
        where orders.customer_id = one.customer_id and orders.brand_id = ${brandId}
          and orders.placed_at >= one.added_at))::int as ordered
    from campaign_contacts one
    where one.campaign_id = ${campaignId}
      and (one.state = 'control' or jsonb_array_length(one.attempts) > 0)
    group by 1`.execute(db);
  return rows;
};

export type AtWork = {
  readonly userId: string;
  readonly name: string;
  readonly state: AdvisorState | null;
  readonly since: string | null;
  readonly attempts: number;
  readonly reached: number;
  readonly successes: number;
};

/** The people of its teams who called today or are not signed out, each with her newest state. */
export const findAtWork = async (
  db: Db,
  {
    campaignId,
    teamIds,
    brandId,
    dayStart,
    successCodes,
  }: {
    readonly campaignId: string;
    readonly teamIds: readonly string[];
    readonly brandId: string;
    readonly dayStart: string;
    readonly successCodes: readonly string[];
  },
): Promise<AtWork[]> => {
  const { rows } = await sql<AtWork>`
    with today as (
      select advisor_id, count(*)::int as attempts,
        count(*) filter (where result = 'reached')::int as reached,
        count(*) filter (where result = 'reached'
          and disposition = any(${[...successCodes]}::text[]))::int as successes
      from (${attemptsOf(campaignId)}) each where at >= ${dayStart} group by 1
    )
    select users.id as "userId", users.first_name || ' ' || users.last_name as name,
      newest.state, newest.since, coalesce(today.attempts, 0) as attempts,
      coalesce(today.reached, 0) as reached, coalesce(today.successes, 0) as successes
    from users
    left join today on today.advisor_id = users.id
    left join lateral (
      select state, since from advisor_states where user_id = users.id
      order by since desc, received_at desc limit 1
    ) newest on true
    where users.active and (today.advisor_id is not null
      or (users.role = 'advisor' and users.team_id = any(${[...teamIds]}::uuid[])
        and exists (select from user_brands
          where user_id = users.id and brand_id = ${brandId})))
    order by (newest.state is null or newest.state = 'offline'), name`.execute(db);
  return rows;
};
