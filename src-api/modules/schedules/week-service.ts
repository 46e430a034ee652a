/** A team's week: seen, proposed, changed and published, by one lead after the other. */

import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { needOfWeek } from '@api/modules/staffing/week-need.ts';
import type { ChangeDay, ChangeWeek, TeamWeek } from '@shared/contracts/http/schedules.ts';
import { dayLater, mondayOf, textOfDay } from '@shared/domain/calendar/day-text.ts';
import { localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import { buildWeek } from '@shared/domain/schedule/build/build-week.ts';
import { coverOf } from '@shared/domain/schedule/build/cover-of.ts';
import type { DayNeed } from '@shared/domain/schedule/build/week-to-build.ts';
import { isRefused, judgePlan } from '@shared/domain/schedule/judge-plan.ts';
import { workedMinutes } from '@shared/domain/schedule/piece.ts';
import type { Breach } from '@shared/domain/schedule/work-rule.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { type Person, peopleOf, zone } from './people.ts';
import {
  findWeek,
  lockWeek,
  membersOf,
  type StoredDay,
  settingsOf,
  sharesOf,
  turnWeek,
  writeDays,
} from './repository.ts';
import { swapsOf } from './swaps-repository.ts';

type Db = HubDependencies['database']['db'];
export type Actor = { readonly user: User; readonly correlationId: string };
type Week = { readonly teamId: string; readonly week: string };

export const todayOf = ({ clock }: Pick<HubDependencies, 'clock'>): string =>
  textOfDay(localDateOf(clock.now(), zone));

/** A lead's own team; an administrator's any. */
export const teamFor = (user: User, asked: string | undefined): Result<string> => {
  const teamId = asked ?? user.teamId;
  if (teamId === null) return fail('not-found');
  return user.role === 'administrator' || teamId === user.teamId
    ? succeed(teamId)
    : fail('not-found');
};

const within = (week: string) => ({ from: week, to: dayLater(week, 6) });

export const breachesOf = ({ plan }: Pick<Person, 'plan'>, week: string): readonly Breach[] =>
  judgePlan(plan, within(week));

const countChanges = (people: readonly Person[], week: string): number => {
  const days = Array.from({ length: 7 }, (_, on) => dayLater(week, on));
  const at = (of: Person['days'], day: string) =>
    JSON.stringify(of.find((one) => one.day === day)?.pieces ?? []);
  return people
    .flatMap((one) => days.map((day) => at(one.days, day) !== at(one.published, day)))
    .filter(Boolean).length;
};

const needFor = async (hub: HubDependencies, { teamId, week }: Week): Promise<DayNeed[]> =>
  needOfWeek(hub, { monday: week, shareOf: await sharesOf(hub.database.db, teamId) });

export const teamWeekOf = async (
  hub: HubDependencies,
  { teamId, week }: Week,
): Promise<TeamWeek> => {
  const { db } = hub.database;
  const [row, { settings, revision }, people, needs] = await Promise.all([
    findWeek(db, teamId, week),
    settingsOf(db, teamId),
    peopleOf(db, teamId, week),
    needFor(hub, { teamId, week }),
  ]);
  const swaps = await swapsOf(
    db,
    people.map(({ userId }) => userId),
    dayLater(week, -28),
  );
  return {
    teamId,
    week,
    revision: row.revision,
    publishedAt: row.publishedAt,
    changes: countChanges(people, week),
    settings,
    settingsRevision: revision,
    people: people.map((one) => ({
      userId: one.userId,
      name: one.name,
      brandIds: [...one.brandIds],
      terms: one.terms,
      days: [...one.days],
      worked: workedMinutes(
        one.days.flatMap(({ pieces }) => pieces),
        settings,
      ),
      wishes: [...one.wishes],
      absences: [...one.absences],
      breaches: [...breachesOf(one, week)],
    })),
    swaps: [...swaps],
    cover: needs.map((need) => ({ day: need.day, ...coverOf(need, people) })),
  };
};

export const seeWeek = async (
  hub: HubDependencies,
  user: User,
  asked: { readonly day?: string | undefined; readonly teamId?: string | undefined },
): Promise<Result<TeamWeek>> => {
  const team = teamFor(user, asked.teamId);
  if (!team.ok) return team;
  const week = mondayOf(asked.day ?? todayOf(hub));
  return succeed(await teamWeekOf(hub, { teamId: team.value, week }));
};

type Change = (
  tx: Db,
  week: Week,
  people: readonly Person[],
) => Promise<Result<readonly StoredDay[]>>;

/** One change of a week's draft: whoever saw an older one is refused and looks again. */
const changeDraft = async (
  hub: HubDependencies,
  { user, correlationId }: Actor,
  {
    asked,
    action,
    change,
  }: { readonly asked: ChangeWeek; readonly action: string; readonly change: Change },
): Promise<Result<TeamWeek>> => {
  const team = teamFor(user, asked.teamId);
  if (!team.ok) return team;
  const week = { teamId: team.value, week: mondayOf(asked.week) };
  const done = await hub.database.db.transaction().execute(async (tx): Promise<Result<null>> => {
    const { revision } = await lockWeek(tx, week.teamId, week.week);
    if (revision !== asked.revision) return fail('version-superseded');
    const people = await peopleOf(tx, week.teamId, week.week);
    const days = await change(tx, week, people);
    if (!days.ok) return days;
    const userIds = people.map(({ userId }) => userId);
    const to = { ...within(week.week), teamId: week.teamId, stage: 'draft' as const, userIds };
    await writeDays(tx, to, days.value);
    await turnWeek(tx, week, { hasDraft: true });
    const about = { entity: 'schedule', entityId: week.teamId, detail: { week: week.week } };
    await recordAudit(tx, { userId: user.id, correlationId, action, ...about });
    return succeed(null);
  });
  return done.ok ? succeed(await teamWeekOf(hub, week)) : done;
};

const asStored = (people: readonly Pick<Person, 'userId' | 'days'>[]): StoredDay[] =>
  people.flatMap(({ userId, days }) => days.map((day) => ({ userId, ...day })));

/** Days that are over stay as they are. */
export const proposeWeek = async (
  hub: HubDependencies,
  actor: Actor,
  asked: ChangeWeek,
): Promise<Result<TeamWeek>> => {
  const today = todayOf(hub);
  const change: Change = async (_tx, week, people) => {
    const needs = (await needFor(hub, week)).filter(({ day }) => day >= today);
    const over = people.map((one) => ({ ...one, days: one.days.filter(({ day }) => day < today) }));
    const toBuild = over.map(({ id, brandIds, wishes, plan, days }) => {
      const outside = plan.days.filter(({ day }) => !needs.some((need) => need.day === day));
      const done = workedMinutes(
        days.flatMap(({ pieces }) => pieces),
        plan.settings,
      );
      const weeklyMinutes = Math.max(0, plan.weeklyMinutes - done);
      return { id, brandIds, wishes, plan: { ...plan, weeklyMinutes, days: outside } };
    });
    const built = buildWeek({ needs, people: toBuild, campaignBrandIds: [] });
    const fresh = built.people.map(({ id, days }) => ({ userId: id, days }));
    return succeed([...asStored(over), ...asStored(fresh)]);
  };
  return changeDraft(hub, actor, { asked, action: 'proposed', change });
};

export const changeDay = (
  hub: HubDependencies,
  actor: Actor,
  { userId, day, pieces, ...asked }: ChangeDay,
): Promise<Result<TeamWeek>> => {
  const change: Change = async (_tx, week, people) => {
    const person = people.find((one) => one.userId === userId);
    if (person === undefined || mondayOf(day) !== week.week) return fail('not-found');
    const days = [...person.days.filter((one) => one.day !== day), { day, pieces }];
    const foreign = pieces.some(
      ({ brandId }) => brandId !== null && !person.brandIds.includes(brandId),
    );
    if (foreign) return fail('input-malformed', 'a brand that is not hers');
    const others = people.filter((one) => one !== person);
    return succeed([...asStored(others), ...asStored([{ userId, days }])]);
  };
  return changeDraft(hub, actor, { asked, action: 'changed', change });
};

const saidOf = (people: readonly Person[], week: string): string =>
  people
    .flatMap((one) =>
      breachesOf(one, week)
        .filter(({ weight }) => weight === 'refused')
        .map(({ rule, day }) => `${one.name}: ${rule} ${day}`),
    )
    .slice(0, 20)
    .join(', ');

/** The draft becomes what everybody sees; nothing that a rule refuses does. */
export const publishWeek = async (
  hub: HubDependencies,
  { user, correlationId }: Actor,
  asked: ChangeWeek,
): Promise<Result<TeamWeek>> => {
  const team = teamFor(user, asked.teamId);
  if (!team.ok) return team;
  const week = { teamId: team.value, week: mondayOf(asked.week) };
  const done = await hub.database.db.transaction().execute(async (tx): Promise<Result<null>> => {
    const { revision, hasDraft } = await lockWeek(tx, week.teamId, week.week);
    if (revision !== asked.revision) return fail('version-superseded');
    if (!hasDraft) return succeed(null);
    const people = await peopleOf(tx, week.teamId, week.week);
    if (people.some((one) => isRefused(breachesOf(one, week.week))))
      return fail('schedule-refused', saidOf(people, week.week));
    const userIds = people.map(({ userId }) => userId);
    const to = { ...within(week.week), teamId: week.teamId, userIds };
    await writeDays(tx, { ...to, stage: 'published' }, asStored(people));
    await writeDays(tx, { ...to, stage: 'draft' }, []);
    const published = { at: toInstant(hub.clock.now()), by: user.id };
    await turnWeek(tx, week, { hasDraft: false, published });
    const about = { entity: 'schedule', entityId: week.teamId, detail: { week: week.week } };
    await recordAudit(tx, { userId: user.id, correlationId, action: 'published', ...about });
    return succeed(null);
  });
  return done.ok ? succeed(await teamWeekOf(hub, week)) : done;
};

/** Whether somebody is of the team. */
export const isMember = async (db: Db, teamId: string, userId: string): Promise<boolean> =>
  (await membersOf(db, teamId)).some((one) => one.userId === userId);
