/**
 * Where a campaign is meant to be: its target in equal parts for each day on which people may be
 * called, Monday to Friday without holidays. Pure.
 */
import { isFrenchHoliday } from '../calendar/french-holidays.ts';
import { type LocalDate, localDateOf, nextDay, weekdayOf } from '../calendar/zoned-time.ts';

const dateOf = (iso: string): LocalDate => {
  const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number);
  return { year, month, day };
};
const numberOf = ({ year, month, day }: LocalDate): number => year * 10_000 + month * 100 + day;

/** A day on which the law lets people of the metropole be called. */
export const isCallingDay = (date: LocalDate): boolean =>
  weekdayOf(date) <= 5 && !isFrenchHoliday(date);

const countDays = (from: LocalDate, to: LocalDate): number => {
  let count = 0;
  for (let day = from; numberOf(day) <= numberOf(to); day = nextDay(day))
    if (isCallingDay(day)) count += 1;
  return count;
};

export type PlannedPace = {
  /** Days on which people are called, of all of them: those that are over tonight, and all. */
  readonly daysDone: number;
  readonly days: number;
  /** Successes that are planned until tonight; null without a target. */
  readonly planned: number | null;
};

/** @param target null: as many as come. */
export const plannedPace = (
  {
    startsOn,
    endsOn,
    target,
  }: { readonly startsOn: string; readonly endsOn: string; readonly target: number | null },
  nowMs: number,
): PlannedPace => {
  const first = dateOf(startsOn);
  const last = dateOf(endsOn);
  const today = localDateOf(nowMs, 'Europe/Paris');
  const days = countDays(first, last);
  const until = numberOf(today) < numberOf(last) ? today : last;
  const daysDone = numberOf(today) < numberOf(first) ? 0 : countDays(first, until);
  const planned =
    target === null ? null : days === 0 ? target : Math.round((target * daysDone) / days);
  return { daysDone, days, planned };
};
