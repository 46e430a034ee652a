/**
 * How the calls of a day fall on its quarters of an hour: as on the last such days, leaning on all days
 * as far as there are few calls, and no rougher than the quarters beside.
 */
import { isFrenchHoliday } from '../calendar/french-holidays.ts';
import {
  type DayOfCalls,
  dayOfNumber,
  numberOfDay,
  quartersOfDay,
  totalOf,
  weekdayOfNumber,
} from './history.ts';

export type DayShape = {
  /** Of each quarter; together 1. */
  readonly shares: readonly number[];
  /** How far a quarter strays from its share by itself, as a share of it. */
  readonly relative: number;
};

const halfLifeDays = 60;
/** Calls of the kind of day that weigh as much as the shape of all days. */
const leaningCalls = 40;

/** Holidays are alike, whatever their weekday. */
const kindOf = (number: number): number =>
  isFrenchHoliday(dayOfNumber(number)) ? 7 : weekdayOfNumber(number);

const smoothed = (counts: readonly number[]): number[] =>
  counts.map((one, at) => {
    const [before, after] = [counts[at - 1] ?? one, counts[at + 1] ?? one];
    return before / 4 + one / 2 + after / 4;
  });

const sharesOf = (counts: readonly number[]): number[] => {
  const sum = counts.reduce((all, one) => all + one, 0);
  return counts.map((one) => (sum === 0 ? 1 / quartersOfDay : one / sum));
};

const weightedSum = (days: readonly DayOfCalls[], last: number): number[] =>
  days.reduce<number[]>((sums, one) => {
    const weight = 0.5 ** ((last - numberOfDay(one.day)) / halfLifeDays);
    return sums.map((sum, at) => sum + weight * (one.calls[at] ?? 0));
  }, new Array<number>(quartersOfDay).fill(0));

const strayOf = (days: readonly DayOfCalls[], shares: readonly number[]): number => {
  let [excess, squares] = [0, 0];
  for (const day of days) {
    const total = totalOf(day);
    shares.forEach((share, at) => {
      const mean = share * total;
      // A quarter in which hardly anybody calls tells nothing but chance.
      if (mean < 1) return;
      excess += ((day.calls[at] ?? 0) - mean) ** 2 - mean;
      squares += mean ** 2;
    });
  }
  return squares === 0 ? 0.1 : Math.sqrt(Math.max(0, excess / squares));
};

/** The shape of a day's calls, from the days before it. */
export const learnDayShape = (history: readonly DayOfCalls[], number: number): DayShape => {
  const last = Math.max(...history.map(({ day }) => numberOfDay(day)));
  const alike = history.filter(({ day }) => kindOf(numberOfDay(day)) === kindOf(number));
  const everyDay = sharesOf(smoothed(weightedSum(history, last)));
  const own = smoothed(weightedSum(alike, last));
  const shares = sharesOf(own.map((one, at) => one + leaningCalls * (everyDay[at] ?? 0)));
  return { shares, relative: strayOf(alike.slice(-12), shares) };
};
