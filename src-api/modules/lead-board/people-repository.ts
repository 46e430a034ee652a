/** Whom a board can show: advisors of teams, with their lines, brands, and what customers are worth. */
import type { HubTables } from '@api/db/tables.ts';
import type { CallerValue } from '@shared/domain/lead-board/seat.ts';
import type { Thresholds } from '@shared/domain/lead-board/thresholds.ts';
import { thresholdsSchema } from '@shared/domain/lead-board/thresholds.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type Person = {
  readonly userId: string;
  readonly name: string;
  readonly teamId: string;
  readonly brandIds: readonly string[];
  readonly skills: readonly string[];
  readonly extension: string;
};

/** Advisors who are active, belong to a team and have a telephone. */
export const readPeople = async (db: Db): Promise<Person[]> => {
  const { rows } = await sql<Person>`
    select users.id as "userId", users.team_id as "teamId", lines.extension,
      trim(users.first_name || ' ' || users.last_name) as name,
      array(select code from user_qualifications where user_id = users.id order by 1) as skills,
      array(select brand_id from user_brands where user_id = users.id order by 1) as "brandIds"
    from users join lines on lines.user_id = users.id
    where users.active and users.role = 'advisor' and users.team_id is not null`.execute(db);
  return rows;
};

export type BoardTeam = {
  readonly id: string;
  readonly name: string;
  readonly site: string | null;
};

export const readTeams = (db: Db): Promise<BoardTeam[]> =>
  db.selectFrom('teams').select(['id', 'name', 'site']).orderBy('name').execute();

/** By team; a team without its own has none here. */
export const readThresholds = async (db: Db): Promise<ReadonlyMap<string, Thresholds>> => {
  const rows = await db.selectFrom('team_thresholds').select(['team_id', 'thresholds']).execute();
  return new Map(
    rows.map(({ team_id, thresholds }) => [team_id, thresholdsSchema.parse(thresholds)]),
  );
};

/** What a customer is worth to the brand that the call is about, by `customer brand`. */
export const readValues = async (
  db: Db,
  calls: readonly { readonly customerId: string; readonly brandId: string }[],
): Promise<ReadonlyMap<string, CallerValue>> => {
  if (calls.length === 0) return new Map();
  const { rows } = await sql<{ key: string; value: CallerValue }>`
    select relation.customer_id || ' ' || relation.brand_id as key,
      case when relation.vip then 'vip' else relation.segment end as value
    from customer_relations relation
    join jsonb_to_recordset(${JSON.stringify(calls)}::jsonb)
      as one("customerId" uuid, "brandId" text)
      on one."customerId" = relation.customer_id and one."brandId" = relation.brand_id`.execute(db);
  return new Map(rows.map(({ key, value }) => [key, value]));
};

export type NamedQueue = {
  readonly name: string;
  readonly label: string;
  readonly brandId: string;
  /** What was decided of it; null: the thresholds of the team hold. */
  readonly goal: { readonly answeredShare: number | null; readonly waitS: number | null };
};

/** The queues that numbers of brands lead to. */
export const readQueues = async (db: Db): Promise<NamedQueue[]> => {
  const { rows } = await sql<NamedQueue>`
    select number.queue as name, min(label) as label, min(brand_id) as "brandId",
      jsonb_build_object('answeredShare', answered_share, 'waitS', wait_s) as goal
    from brand_numbers number left join queue_targets target on target.queue = number.queue
    where number.queue <> '' group by number.queue, answered_share, wait_s order by 2`.execute(db);
  return rows;
};
