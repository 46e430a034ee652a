/** Advisors that the days of a week need, by brand and quarter of an hour, told from whole days before. */
import type { HubDependencies } from '@api/hub-app.ts';
import { dayLater, dayOfText, textOfDay } from '@shared/domain/calendar/day-text.ts';
import { instantOf, localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import { forecastDay } from '@shared/domain/forecasting/day-forecast.ts';
import { handlingByHour } from '@shared/domain/forecasting/handling.ts';
import { type DayOfCalls, numberOfDay } from '@shared/domain/forecasting/history.ts';
import type { DayNeed } from '@shared/domain/schedule/build/week-to-build.ts';
import { neededAdvisors, type ServiceGoal } from '@shared/domain/staffing/needed-advisors.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { daysOf } from './history.ts';
import { countQuarters, countWritten, handlingOfHours } from './repository.ts';

const zone = 'Europe/Paris';
const historyDays = 731;
const handlingDays = 56;
const weekDays = 7;

/** What is promised unless it is asked otherwise; the same as the forecast's own usual. */
export const usualGoal: ServiceGoal = {
  share: 0.85,
  targetSeconds: 30,
  patienceSeconds: 120,
  busiest: 0.88,
};

type Known = { readonly history: readonly DayOfCalls[]; readonly handling: readonly number[] };

const knownOf = async (
  { database: { db }, clock }: HubDependencies,
  brandId: string,
): Promise<Known> => {
  const nowMs = clock.now();
  const today = textOfDay(localDateOf(nowMs, zone));
  const ago = (days: number) => toInstant(instantOf(dayOfText(dayLater(today, -days)), 0, zone));
  const until = toInstant(nowMs);
  const wanted = { brandIds: [brandId], zone, from: ago(historyDays), until };
  const [rows, written, hours] = await Promise.all([
    countQuarters(db, wanted),
    countWritten(db, wanted),
    handlingOfHours(db, { ...wanted, from: ago(handlingDays) }),
  ]);
  const days = daysOf(rows, written, dayOfText(today));
  const history = days.filter(({ day }) => textOfDay(day) < today);
  return { history, handling: handlingByHour(hours) };
};

/** Nobody where too few days are known. */
const advisorsOf = ({ history, handling }: Known, day: string): number[] => {
  const date = dayOfText(day);
  const before = history.filter((one) => numberOfDay(one.day) < numberOfDay(date));
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
  const known = new Map<string, Known>();
  for (const brandId of shareOf.keys()) known.set(brandId, await knownOf(hub, brandId));
  return Array.from({ length: weekDays }, (_, on) => {
    const day = dayLater(monday, on);
    const brands = [...known].map(([brandId, one]) => ({
      brandId,
      advisors: advisorsOf(one, day).map((count) => Math.ceil(count * (shareOf.get(brandId) ?? 1))),
    }));
    return { day, brands };
  });
};
