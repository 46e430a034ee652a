/**
 * How many calls a day brings: a weighted regression of the logarithm of each day's calls on weekday,
 * season, public holidays and the level of the last weeks, and on top of it what letters and messages of
 * the days before bring. Recent days weigh more (half of it after 17 weeks).
 */
import { isFrenchHoliday } from '../calendar/french-holidays.ts';
import { type DayOfCalls, dayOfNumber, numberOfDay, totalOf, weekdayOfNumber } from './history.ts';
import { dot, type Example, fitRidge } from './weighted-ridge.ts';

export type DayLevel = {
  /** Calls of that day, on average. */
  readonly mean: number;
  /** How far a day's own mean strays from it, as a share of it. */
  readonly relative: number;
  /** Calls of it that letters and messages of the days before bring. */
  readonly fromWritten: number;
};

const halfLifeDays = 120;
const recentHalfLifeDays = 6;
/** A season is told from chance once a year of it has been seen. */
const daysOfASeason = 400;
/** People answer a letter from the day after on, for about a working week. */
const answeringDays = 6;
const fewestPlainDays = 28;
const yearDays = 365.2425;

type Numbered = { readonly number: number; readonly total: number; readonly written: number };

const isHoliday = (number: number): boolean => isFrenchHoliday(dayOfNumber(number));

/** `first`: of the history; a season needs a year of it. */
const featuresOf = (number: number, last: number, first: number): number[] => {
  const weekday = weekdayOfNumber(number);
  const angle = (2 * Math.PI * number) / yearDays;
  const hasSeason = last - first >= daysOfASeason;
  const season = hasSeason
    ? [Math.sin(angle), Math.cos(angle), Math.sin(2 * angle), Math.cos(2 * angle)]
    : [0, 0, 0, 0];
  return [
    1,
    ...Array.from({ length: 7 }, (_, at) => (at === weekday ? 1 : 0)),
    isHoliday(number) ? 1 : 0,
    isHoliday(number - 1) && !isHoliday(number) ? 1 : 0,
    (number - last) / yearDays,
    ...season,
  ];
};
const penalties = [1e-6, ...new Array(7).fill(0.05), 0.3, 1, 4, 2, 2, 2, 2];

/** What was written on each of the days before, the day before first. */
const writtenBefore = (number: number, written: ReadonlyMap<number, number>): number[] =>
  Array.from({ length: answeringDays }, (_, at) => written.get(number - at - 1) ?? 0);

const weightOf = (number: number, last: number, halfLife: number): number =>
  0.5 ** ((last - number) / halfLife);

/** Calls by each letter on the first, second … day after it; never fewer than none. */
const answerRates = (
  days: readonly Numbered[],
  written: ReadonlyMap<number, number>,
  plain: (number: number) => number,
): number[] => {
  const examples = days
    .map(({ number, total }): Example => {
      const x = writtenBefore(number, written);
      return { x, y: total - plain(number), weight: 1 / Math.max(1, plain(number)) };
    })
    .filter(({ x }) => x.some((one) => one > 0));
  if (examples.length === 0) return new Array(answeringDays).fill(0);
  const largest = Math.max(...examples.flatMap(({ x }) => x));
  const scaled = examples.map(({ x, ...one }) => ({ ...one, x: x.map((part) => part / largest) }));
  // As if two days had been seen on which nothing written brought a call.
  const cautious = new Array(answeringDays).fill(0.02);
  return fitRidge(scaled, cautious).map((rate) => Math.max(0, rate / largest));
};

/** What a day strays by on its own, beyond what chance does to a count. */
const strayOf = (
  days: readonly Numbered[],
  last: number,
  meanOf: (number: number) => number,
): number => {
  let [squares, weights, seen] = [0, 0, 0];
  for (const { number, total } of days) {
    const mean = Math.max(1, meanOf(number));
    const weight = weightOf(number, last, halfLifeDays) * Math.min(1, mean / 20);
    squares += weight * (((total - mean) ** 2 - mean) / mean ** 2);
    weights += weight;
    seen += 1;
  }
  // Coefficients that were fitted to these days make them look nearer than the next one will be.
  const fitted = seen > 20 ? seen / (seen - 12) : 2.5;
  return Math.sqrt(Math.max(0.0004, weights === 0 ? 0.04 : (squares / weights) * fitted));
};

/**
 * Learns from past days what a later day brings.
 * @param history at least two weeks of whole days before the days that are asked for
 */
export const learnDayLevel = (history: readonly DayOfCalls[]): ((number: number) => DayLevel) => {
  const days: readonly Numbered[] = history.map((one) => ({
    number: numberOfDay(one.day),
    total: totalOf(one),
    written: one.written,
  }));
  const written = new Map(days.map((one) => [one.number, one.written]));
  const numbers = days.map(({ number }) => number);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const untouched = days.filter(({ number }) =>
    writtenBefore(number, written).every((one) => one === 0),
  );
  const isEnough = untouched.length >= fewestPlainDays;
  const learned = isEnough ? untouched : days;
  const examples = learned.map(
    ({ number, total }): Example => ({
      x: featuresOf(number, last, first),
      y: Math.log(total + 0.5),
      weight: weightOf(number, last, halfLifeDays),
    }),
  );
  const coefficients = fitRidge(examples, penalties);
  const fitted = (number: number): number =>
    Math.exp(dot(coefficients, featuresOf(number, last, first))) - 0.5;
  const ratio = (halfLife: number, leaning: number, of: (number: number) => number): number => {
    let [told, expected] = [leaning, leaning];
    for (const { number, total } of learned) {
      const share = weightOf(number, last, halfLife) / Math.max(1, of(last));
      told += share * total;
      expected += share * Math.max(0, of(number));
    }
    return told / expected;
  };
  // The mean of a logarithm is not the logarithm of the mean; and the last days tell the level of the next.
  const overall = ratio(halfLifeDays, 0.01, fitted);
  const recent = ratio(recentHalfLifeDays, 4, (number) => fitted(number) * overall);
  const plain = (number: number): number => Math.max(0, fitted(number) * overall);
  const rates = isEnough
    ? answerRates(days, written, plain)
    : new Array<number>(answeringDays).fill(0);
  const fromWritten = (number: number): number => dot(rates, writtenBefore(number, written));
  const relative = strayOf(days, last, (number) => plain(number) + fromWritten(number));
  return (number) => ({
    mean: plain(number) * recent + fromWritten(number),
    relative,
    fromWritten: fromWritten(number),
  });
};
