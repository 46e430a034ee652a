/** What is known of the calls of brands: two years of days, and how long a call of each hour takes. */
import type { HubDependencies } from '@api/hub-app.ts';
import { dayOfText } from '@shared/domain/calendar/day-text.ts';
import { instantOf, nextDay } from '@shared/domain/calendar/zoned-time.ts';
import { handlingByHour } from '@shared/domain/forecasting/handling.ts';
import { type DayOfCalls, dayOfNumber, numberOfDay } from '@shared/domain/forecasting/history.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { daysOf } from './history.ts';
import { countQuarters, countWritten, handlingOfHours } from './repository.ts';

const zone = 'Europe/Paris';
const historyDays = 731;
const handlingDays = 56;

export type Counted = {
  readonly days: readonly DayOfCalls[];
  /** Seconds, by hour. */
  readonly handling: readonly number[];
};

/** Counted up to the end of the day, or to now. */
export const countedOf = async (
  { database: { db }, clock }: HubDependencies,
  brandIds: readonly string[],
  day: string,
): Promise<Counted> => {
  const date = dayOfText(day);
  const daysBefore = (days: number): string =>
    toInstant(instantOf(dayOfNumber(numberOfDay(date) - days), 0, zone));
  const wanted = {
    brandIds,
    zone,
    from: daysBefore(historyDays),
    until: toInstant(Math.min(instantOf(nextDay(date), 0, zone), clock.now())),
  };
  const [rows, written, hours] = await Promise.all([
    countQuarters(db, wanted),
    countWritten(db, wanted),
    handlingOfHours(db, { ...wanted, from: daysBefore(handlingDays) }),
  ]);
  return { days: daysOf(rows, written, date), handling: handlingByHour(hours) };
};
