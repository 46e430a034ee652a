/** What an advisor sees: her week, her team's published day, her wishes. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { OwnWeek, TeamDay } from '@shared/contracts/http/schedules.ts';
import { dayLater, mondayOf } from '@shared/domain/calendar/day-text.ts';
import type { WishKind } from '@shared/domain/schedule/build/week-to-build.ts';
import { workedMinutes } from '@shared/domain/schedule/piece.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { zone } from './people.ts';
import {
  absencesWithin,
  daysWithin,
  findWeek,
  membersOf,
  settingsOf,
  setWish,
  wishesWithin,
} from './repository.ts';
import { swapsOf } from './swaps-repository.ts';
import { type Actor, teamFor, todayOf } from './week-service.ts';

/** Swaps of the last weeks stay in view. */
const swapsSinceDays = -14;

export const ownWeekOf = async (
  hub: HubDependencies,
  user: User,
  day: string | undefined,
): Promise<Result<OwnWeek>> => {
  const { teamId } = user;
  if (teamId === null) return fail('not-found');
  const { db } = hub.database;
  const week = mondayOf(day ?? todayOf(hub));
  const span = { from: week, to: dayLater(week, 6) };
  const [members, { settings }, { publishedAt }, rows, wishes, absences, swaps] = await Promise.all(
    [
      membersOf(db, teamId),
      settingsOf(db, teamId),
      findWeek(db, teamId, week),
      daysWithin(db, [user.id], span),
      wishesWithin(db, [user.id], span),
      absencesWithin(db, [user.id], span),
      swapsOf(db, [user.id], dayLater(week, swapsSinceDays)),
    ],
  );
  const days = rows.filter(({ stage }) => stage === 'published');
  return succeed({
    at: toInstant(hub.clock.now()),
    week,
    zone,
    weeklyMinutes: members.find(({ userId }) => userId === user.id)?.terms.weeklyMinutes ?? 0,
    worked: workedMinutes(
      days.flatMap(({ pieces }) => pieces),
      settings,
    ),
    days: days.map(({ day: one, pieces }) => ({ day: one, pieces })),
    publishedAt,
    wishes: wishes.map(({ day: one, kind }) => ({ day: one, kind })),
    absences: absences.map(({ id, from, to }) => ({ id, from, to })),
    swaps,
  });
};

export const teamDayOf = async (
  hub: HubDependencies,
  user: User,
  asked: { readonly day?: string | undefined; readonly teamId?: string | undefined },
): Promise<Result<TeamDay>> => {
  const team = teamFor(user, asked.teamId);
  if (!team.ok) return team;
  const { db } = hub.database;
  const day = asked.day ?? todayOf(hub);
  const members = await membersOf(db, team.value);
  const ids = members.map(({ userId }) => userId);
  const rows = (await daysWithin(db, ids, { from: day, to: day })).filter(
    ({ stage }) => stage === 'published',
  );
  const named = await db
    .selectFrom('teams')
    .select('name')
    .where('id', '=', team.value)
    .executeTakeFirst();
  return succeed({
    at: toInstant(hub.clock.now()),
    day,
    zone,
    teamId: team.value,
    teamName: named?.name ?? '',
    people: members.map(({ userId, name, brandIds }) => ({
      userId,
      name,
      brandIds: [...brandIds],
      pieces: rows.find((row) => row.userId === userId)?.pieces ?? [],
    })),
  });
};

/** A wish for a day to come; null takes it back. */
export const wish = async (
  hub: HubDependencies,
  { user, correlationId }: Actor,
  { day, kind }: { readonly day: string; readonly kind: WishKind | null },
): Promise<Result<OwnWeek>> => {
  if (day <= todayOf(hub)) return fail('swap-not-in-state', 'the day has begun');
  await hub.database.db.transaction().execute(async (tx) => {
    await setWish(tx, { userId: user.id, day, kind, at: toInstant(hub.clock.now()) });
    const about = { action: kind === null ? 'withdrawn' : 'wished', entity: 'shift-wish' };
    await recordAudit(tx, {
      userId: user.id,
      correlationId,
      ...about,
      entityId: user.id,
      detail: { day },
    });
  });
  return ownWeekOf(hub, user, day);
};
