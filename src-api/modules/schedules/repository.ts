/** Weeks, days, wishes and absences as they are stored. */
import type { HubTables } from '@api/db/tables.ts';
import type { Terms } from '@shared/contracts/http/schedules.ts';
import type { WishKind } from '@shared/domain/schedule/build/week-to-build.ts';
import type { Piece, PlannedDay } from '@shared/domain/schedule/piece.ts';
import {
  usualSettings,
  type WorkSettings,
  workSettingsSchema,
} from '@shared/domain/schedule/work-settings.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;
export type Stage = 'draft' | 'published';
export type Member = {
  readonly userId: string;
  readonly name: string;
  readonly brandIds: readonly string[];
  readonly terms: Terms;
};
export type Span = { readonly from: string; readonly to: string };

/** Until a contract is entered. */
const usualMinutes = 2_100;

/** The advisors of a team, by name. */
export const membersOf = async (db: Db, teamId: string): Promise<readonly Member[]> => {
  const rows = await db
    .selectFrom('users')
    .leftJoin('staff_terms', 'staff_terms.user_id', 'users.id')
    .select([
      'users.id as userId',
      sql<string>`first_name || ' ' || last_name`.as('name'),
      sql<string[]>`array(select brand_id from user_brands where user_id = users.id order by 1)`.as(
        'brandIds',
      ),
      'weekly_minutes',
      'adult_from',
      'availability',
    ])
    .where('team_id', '=', teamId)
    .where('role', '=', 'advisor')
    .where('active', '=', true)
    .orderBy('last_name')
    .orderBy('first_name')
    .execute();
  return rows.map(({ userId, name, brandIds, weekly_minutes, adult_from, availability }) => ({
    userId,
    name,
    brandIds,
    terms: {
      weeklyMinutes: weekly_minutes ?? usualMinutes,
      adultFrom: adult_from,
      availability: availability === null ? null : [...availability],
    },
  }));
};

/** Of all who can answer a brand, the part of the hours that this team works. */
export const sharesOf = async (db: Db, teamId: string): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ readonly brandId: string; readonly share: number }>`
    select brand_id as "brandId",
      (sum(minutes) filter (where team_id = ${teamId}) / greatest(1, sum(minutes)))::float8 as share
    from (
      select brand_id, team_id, coalesce(weekly_minutes, ${usualMinutes}) as minutes
      from users join user_brands on user_id = users.id left join staff_terms using (user_id)
      where role = 'advisor' and active
    ) as able
    group by 1 having count(*) filter (where team_id = ${teamId}) > 0 order by 1`.execute(db);
  return new Map(rows.map(({ brandId, share }) => [brandId, share]));
};

export const settingsOf = async (
  db: Db,
  teamId: string,
): Promise<{ readonly settings: WorkSettings; readonly revision: number }> => {
  const row = await db
    .selectFrom('work_settings')
    .select(['settings', 'revision'])
    .where('team_id', '=', teamId)
    .executeTakeFirst();
  return row === undefined
    ? { settings: usualSettings, revision: 0 }
    : { settings: workSettingsSchema.parse(row.settings), revision: row.revision };
};

export type DayRow = PlannedDay & { readonly userId: string; readonly stage: Stage };

/** Days of people, of one stage or of both, in their order. */
export const daysWithin = async (
  db: Db,
  userIds: readonly string[],
  { from, to }: Span,
): Promise<readonly DayRow[]> => {
  const rows = await db
    .selectFrom('schedule_days')
    .select(['user_id as userId', 'day', 'stage', 'pieces'])
    .where('user_id', 'in', sql<string>`(select unnest(${[...userIds]}::uuid[]))`)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute();
  return rows.map((row) => ({ ...row, pieces: [...row.pieces] }));
};

export const wishesWithin = (db: Db, userIds: readonly string[], { from, to }: Span) =>
  db
    .selectFrom('shift_wishes')
    .select(['user_id as userId', 'day', 'kind'])
    .where('user_id', 'in', sql<string>`(select unnest(${[...userIds]}::uuid[]))`)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute();

export const absencesWithin = (db: Db, userIds: readonly string[], { from, to }: Span) =>
  db
    .selectFrom('staff_absences')
    .select(['id', 'user_id as userId', 'from_day as from', 'to_day as to'])
    .where('user_id', 'in', sql<string>`(select unnest(${[...userIds]}::uuid[]))`)
    .where('to_day', '>=', from)
    .where('from_day', '<=', to)
    .orderBy('from_day')
    .execute();

export type WeekRow = {
  readonly revision: number;
  readonly hasDraft: boolean;
  readonly publishedAt: string | null;
};
const weekColumns = ['revision', 'has_draft as hasDraft', 'published_at as publishedAt'] as const;
const noWeek: WeekRow = { revision: 0, hasDraft: false, publishedAt: null };

export const findWeek = async (db: Db, teamId: string, week: string): Promise<WeekRow> =>
  (await db
    .selectFrom('schedule_weeks')
    .select(weekColumns)
    .where('team_id', '=', teamId)
    .where('week', '=', week)
    .executeTakeFirst()) ?? noWeek;

/** The week until the transaction ends: two leads change it one after the other. */
export const lockWeek = async (tx: Db, teamId: string, week: string): Promise<WeekRow> => {
  await tx
    .insertInto('schedule_weeks')
    .values({ team_id: teamId, week, revision: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx
    .selectFrom('schedule_weeks')
    .select(weekColumns)
    .where('team_id', '=', teamId)
    .where('week', '=', week)
    .forUpdate()
    .executeTakeFirstOrThrow();
};

export const turnWeek = async (
  tx: Db,
  { teamId, week }: { readonly teamId: string; readonly week: string },
  change: {
    readonly hasDraft: boolean;
    readonly published?: { readonly at: string; readonly by: string };
  },
): Promise<void> => {
  const { hasDraft, published } = change;
  await tx
    .updateTable('schedule_weeks')
    .set({
      revision: sql`revision + 1`,
      has_draft: hasDraft,
      ...(published === undefined
        ? {}
        : { published_at: published.at, published_by: published.by }),
    })
    .where('team_id', '=', teamId)
    .where('week', '=', week)
    .execute();
};

export type StoredDay = {
  readonly userId: string;
  readonly day: string;
  readonly pieces: readonly Piece[];
};

/** Takes the place of what stood in these days at this stage. */
export const writeDays = async (
  tx: Db,
  {
    teamId,
    stage,
    userIds,
    from,
    to,
  }: Span & {
    readonly teamId: string;
    readonly stage: Stage;
    readonly userIds: readonly string[];
  },
  days: readonly StoredDay[],
): Promise<void> => {
  await tx
    .deleteFrom('schedule_days')
    .where('user_id', 'in', sql<string>`(select unnest(${[...userIds]}::uuid[]))`)
    .where('stage', '=', stage)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute();
  const rows = days
    .filter(({ pieces }) => pieces.length > 0)
    .map(({ userId, day, pieces }) => ({
      user_id: userId,
      day,
      stage,
      team_id: teamId,
      pieces: JSON.stringify(pieces),
    }));
  if (rows.length > 0) await tx.insertInto('schedule_days').values(rows).execute();
};

export const setWish = async (
  db: Db,
  {
    userId,
    day,
    kind,
    at,
  }: {
    readonly userId: string;
    readonly day: string;
    readonly kind: WishKind | null;
    readonly at: string;
  },
): Promise<void> => {
  if (kind === null)
    await db
      .deleteFrom('shift_wishes')
      .where('user_id', '=', userId)
      .where('day', '=', day)
      .execute();
  else
    await db
      .insertInto('shift_wishes')
      .values({ user_id: userId, day, kind, made_at: at })
      .onConflict((conflict) =>
        conflict.columns(['user_id', 'day']).doUpdateSet({ kind, made_at: at }),
      )
      .execute();
};
