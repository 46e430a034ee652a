/** Advisors that the days of a week need, by brand and quarter of an hour, told from whole days before. */
import type { HubDependencies } from '@api/hub-app.ts';
import { dayLater, dayOfText, textOfDay } from '@shared/domain/calendar/day-text.ts';
import { localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import { forecastDay } from '@shared/domain/forecasting/day-forecast.ts';
import { numberOfDay } from '@shared/domain/forecasting/history.ts';
import type { DayNeed } from '@shared/domain/schedule/build/week-to-build.ts';
import { neededAdvisors, type ServiceGoal } from '@shared/domain/staffing/needed-advisors.ts';
import type { Counted } from './counted.ts';
import { toldDaysOf } from './told-days.ts';

const zone = 'Europe/Paris';
const weekDays = 7;

/** What is promised unless it is asked otherwise; the same as the forecast's own usual. */
export const usualGoal: ServiceGoal = {
  share: 0.85,
  targetSeconds: 30,
  patienceSeconds: 120,
  busiest: 0.88,
};

/** Nobody where too few days are known. */
const advisorsOf = ({ days, handling }: Counted, day: string, today: string): number[] => {
  const date = dayOfText(day);
  const until = Math.min(numberOfDay(date), numberOfDay(dayOfText(today)));
  const before = days.filter((one) => numberOfDay(one.day) < until);
  return (forecastDay(before, date)?.quarters ?? []).map(({ calls }, at) => {
    const handlingSeconds = handling[Math.floor(at / 4)] ?? 0;
    return neededAdvisors({ callsPerHour: calls * 4, handlingSeconds }, usualGoal);
  });
};

/** @param shareOf the part of a brand's need that falls to the team, 0 to 1 */
export const needOfWeek = async (
  hub: HubDependencies,
  { monday, shareOf }: { readonly monday: string; readonly shareOf: ReadonlyMap<string, number> },
): Promise<DayNeed[]> => {
  const told = toldDaysOf(hub);
  const today = textOfDay(localDateOf(hub.clock.now(), zone));
  const known = new Map<string, Counted>();
  for (const brandId of shareOf.keys()) known.set(brandId, await told.counted(brandId));
  return Array.from({ length: weekDays }, (_, on) => {
    const day = dayLater(monday, on);
    const brands = [...known].map(([brandId, one]) => ({
      brandId,
      advisors: advisorsOf(one, day, today).map((count) =>
        Math.ceil(count * (shareOf.get(brandId) ?? 1)),
      ),
    }));
    return { day, brands };
  });
};
