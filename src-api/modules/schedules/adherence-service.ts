/** Published days against the states that desktops told, for whom they concern. */
import type { HubDependencies } from '@api/hub-app.ts';
import { statesWithin } from '@api/modules/presence/repository.ts';
import type { AdherenceWeek } from '@shared/contracts/http/adherence.ts';
import { dayLater, dayOfText, mondayOf } from '@shared/domain/calendar/day-text.ts';
import { instantOf } from '@shared/domain/calendar/zoned-time.ts';
import { addedUp, adherenceOf } from '@shared/domain/schedule/adherence.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { zone } from './people.ts';
import { daysWithin, membersOf } from './repository.ts';
import { todayOf } from './week-service.ts';

const minuteMs = 60_000;

/** Her own up to now; a team's days once they are over. */
export const adherenceWeek = async (
  hub: HubDependencies,
  user: User,
  asked: string | undefined,
): Promise<Result<AdherenceWeek>> => {
  const { teamId } = user;
  if (teamId === null) return fail('not-found');
  const { db } = hub.database;
  const today = todayOf(hub);
  const week = mondayOf(asked ?? today);
  const isLead = user.role !== 'advisor';
  const last = isLead ? dayLater(today, -1) : today;
  const members = (await membersOf(db, teamId)).filter(
    ({ userId }) => isLead || userId === user.id,
  );
  const ids = members.map(({ userId }) => userId);
  const startMs = (day: string) => instantOf(dayOfText(day), 0, zone);
  const [days, states] = await Promise.all([
    daysWithin(db, ids, { from: week, to: dayLater(week, 6) }),
    statesWithin(db, ids, {
      from: toInstant(startMs(dayLater(week, -1))),
      until: toInstant(Math.min(hub.clock.now(), startMs(dayLater(week, 8)))),
    }),
  ]);
  const people = members.map(({ userId, name }) => {
    const own = states.filter((one) => one.userId === userId);
    const judged = days
      .filter((one) => one.userId === userId && one.stage === 'published' && one.day <= last)
      .map(({ day, pieces }) => {
        const minute = (instant: string) =>
          Math.floor((Date.parse(instant) - startMs(day)) / minuteMs);
        const known = own.map(({ state, since }) => ({ state, since: minute(since) }));
        const until = Math.floor((hub.clock.now() - startMs(day)) / minuteMs);
        return { day, ...adherenceOf(pieces, known, until) };
      });
    return { userId, name, days: judged, week: addedUp(judged) };
  });
  return succeed({ at: toInstant(hub.clock.now()), week, people });
};
