/** What a day brings and whom it needs, told anew with what has come so far. */
import type { HubDependencies } from '@api/hub-app.ts';
import type {
  StaffingDay,
  StaffingQuarter,
  StaffingQuery,
} from '@shared/contracts/http/staffing.ts';
import { dayOfText, textOfDay } from '@shared/domain/calendar/day-text.ts';
import { type LocalDate, localDateOf, minuteOfDayOf } from '@shared/domain/calendar/zoned-time.ts';
import {
  type DayForecast,
  errorOfLast,
  forecastDay,
  forecastRest,
} from '@shared/domain/forecasting/day-forecast.ts';
import { type DayOfCalls, numberOfDay } from '@shared/domain/forecasting/history.ts';
import { neededAdvisors, type ServiceGoal } from '@shared/domain/staffing/needed-advisors.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { countedOf } from './counted.ts';

const zone = 'Europe/Paris';
const weeksLookedBack = 4;
const minutesOfQuarter = 15;

const goalOf = ({
  share,
  targetSeconds,
  patienceSeconds,
  busiest,
}: StaffingQuery): ServiceGoal => ({
  share: share / 100,
  targetSeconds,
  patienceSeconds: patienceSeconds === 0 ? null : patienceSeconds,
  busiest: busiest / 100,
});

type Told = {
  readonly before: DayForecast;
  readonly now: DayForecast;
  /** Quarters that are over, and what came in them. */
  readonly came: readonly number[];
  readonly handling: readonly number[];
  readonly goal: ServiceGoal;
};

const quarterOf = ({ before, now, came, handling, goal }: Told, at: number): StaffingQuarter => {
  const told = now.quarters[at] ?? { calls: 0, low: 0, high: 0 };
  const handlingSeconds = handling[Math.floor(at / 4)] ?? 0;
  const needed = (calls: number): number =>
    neededAdvisors({ callsPerHour: calls * 4, handlingSeconds }, goal);
  const hour = String(Math.floor(at / 4)).padStart(2, '0');
  return {
    from: `${hour}:${String((at % 4) * minutesOfQuarter).padStart(2, '0')}`,
    expected: before.quarters[at]?.calls ?? 0,
    came: came[at] ?? null,
    ...told,
    handlingSeconds,
    needed: needed(told.calls),
    neededLow: needed(told.low),
    neededHigh: needed(told.high),
  };
};

/** Of a day that is over all quarters, of today those that are, of a later one none. */
const quartersOver = (day: string, nowMs: number): number => {
  const today = textOfDay(localDateOf(nowMs, zone));
  if (day !== today) return day < today ? 96 : 0;
  return Math.floor(minuteOfDayOf(nowMs, zone) / minutesOfQuarter);
};

const tell = (
  history: readonly DayOfCalls[],
  date: LocalDate,
  actual: DayOfCalls | undefined,
  over: number,
): Pick<Told, 'before' | 'now' | 'came'> | null => {
  const before = forecastDay(history, date);
  if (before === null) return null;
  const came = Array.from({ length: over }, (_, at) => actual?.calls[at] ?? 0);
  return { before, now: forecastRest(history, date, came) ?? before, came };
};

/**
 * A day of brands.
 * @param count what is known of their calls; asked anew unless somebody keeps it
 */
export const tellDay = async (
  hub: HubDependencies,
  brandIds: readonly string[],
  asked: StaffingQuery,
  count: typeof countedOf = countedOf,
): Promise<StaffingDay> => {
  const nowMs = hub.clock.now();
  const day = asked.day ?? textOfDay(localDateOf(nowMs, zone));
  const date = dayOfText(day);
  const { days: known, handling } = await count(hub, brandIds, day);
  const goal = goalOf(asked);
  const today = numberOfDay(localDateOf(nowMs, zone));
  // Today is not over, and what follows has not begun: neither says what a whole day brings.
  const history = known.filter((one) => numberOfDay(one.day) < Math.min(today, numberOfDay(date)));
  const actual = known.find((one) => textOfDay(one.day) === day);
  const told = tell(history, date, actual, quartersOver(day, nowMs));
  const [first] = history;
  const { busiest, share } = asked;
  return {
    at: toInstant(nowMs),
    day,
    brandId: asked.brandId ?? null,
    zone,
    goal: { ...goal, share, busiest },
    history: {
      days: history.length,
      from: first === undefined ? null : textOfDay(first.day),
    },
    error: errorOfLast(history, date, weeksLookedBack),
    total: told && {
      expected: told.before.calls,
      calls: told.now.calls,
      low: told.now.low,
      high: told.now.high,
      fromWritten: told.before.fromWritten,
    },
    quarters:
      told === null
        ? []
        : told.now.quarters.map((_, at) => quarterOf({ ...told, handling, goal }, at)),
  };
};

/** As whoever plans these brands may see it. */
export const staffingDayOf = async (
  hub: HubDependencies,
  user: User,
  asked: StaffingQuery,
): Promise<Result<StaffingDay>> => {
  const { brandId } = asked;
  if (brandId !== undefined && !user.brandIds.includes(brandId)) return fail('not-found');
  return succeed(await tellDay(hub, brandId === undefined ? user.brandIds : [brandId], asked));
};
