/** The calls of a day by quarters of an hour, with the interval in which they lie nine times out of ten. */
import type { LocalDate } from '../calendar/zoned-time.ts';
import { type DayLevel, learnDayLevel } from './day-level.ts';
import { type DayShape, learnDayShape } from './day-shape.ts';
import { type DayOfCalls, numberOfDay, totalOf } from './history.ts';
import { countQuantile } from './spread.ts';

export const fewestDays = 14;
const [lowShare, highShare] = [0.05, 0.95];

export type QuarterForecast = {
  readonly calls: number;
  /** Nine times out of ten the calls of this quarter lie from `low` to `high`. */
  readonly low: number;
  readonly high: number;
};
export type DayForecast = {
  readonly day: LocalDate;
  readonly calls: number;
  readonly low: number;
  readonly high: number;
  readonly fromWritten: number;
  readonly quarters: readonly QuarterForecast[];
};

const told = (level: DayLevel, shape: DayShape, day: LocalDate): DayForecast => ({
  day,
  calls: level.mean,
  low: countQuantile(level.mean, level.relative, lowShare),
  high: countQuantile(level.mean, level.relative, highShare),
  fromWritten: level.fromWritten,
  quarters: shape.shares.map((share) => {
    const calls = share * level.mean;
    const relative = Math.hypot(level.relative, shape.relative);
    return {
      calls,
      low: countQuantile(calls, relative, lowShare),
      high: countQuantile(calls, relative, highShare),
    };
  }),
});

/**
 * @param history whole days before the one asked for, at least `fewestDays` of them, in their order
 * @returns null when there are too few days
 */
export const forecastDay = (history: readonly DayOfCalls[], day: LocalDate): DayForecast | null => {
  const before = history.filter((one) => numberOfDay(one.day) < numberOfDay(day));
  if (before.length < fewestDays) return null;
  const number = numberOfDay(day);
  return told(learnDayLevel(before)(number), learnDayShape(before, number), day);
};

/**
 * The rest of a day of which the first quarters are over: what has come so far tells how busy a day it is,
 * the more the more of it is over (the day's own level as a gamma variable, updated by a Poisson count).
 * @param soFar calls of the quarters that are over, from midnight on
 */
export const forecastRest = (
  history: readonly DayOfCalls[],
  day: LocalDate,
  soFar: readonly number[],
): DayForecast | null => {
  const before = history.filter((one) => numberOfDay(one.day) < numberOfDay(day));
  if (before.length < fewestDays) return null;
  const number = numberOfDay(day);
  const level = learnDayLevel(before)(number);
  const shape = learnDayShape(before, number);
  const passed = shape.shares.slice(0, soFar.length).reduce((sum, one) => sum + one, 0);
  const expected = passed * level.mean;
  const came = soFar.reduce((sum, one) => sum + one, 0);
  const certainty = 1 / level.relative ** 2;
  // Quarters that stray by themselves tell less of the day than so many independent calls would.
  const noise = 1 + (expected * shape.relative ** 2) / Math.max(1, soFar.length);
  const factor = (certainty + came / noise) / (certainty + expected / noise);
  const relative = 1 / Math.sqrt(certainty + expected / noise);
  const updated = { ...level, mean: level.mean * factor, relative };
  const rest = told(updated, shape, day);
  const quarters = rest.quarters.map((one, at) => {
    const known = soFar[at];
    return known === undefined ? one : { calls: known, low: known, high: known };
  });
  const left = { ...updated, mean: (1 - passed) * updated.mean };
  return {
    ...rest,
    quarters,
    calls: came + left.mean,
    low: came + countQuantile(left.mean, relative, lowShare),
    high: came + countQuantile(left.mean, relative, highShare),
  };
};

/**
 * How far the forecasts of the last such days were off, each made from the days before it: the sum of
 * the differences as a share of the sum of the calls. Null when there is no such day.
 */
export const errorOfLast = (
  history: readonly DayOfCalls[],
  day: LocalDate,
  weeks: number,
): number | null => {
  let [off, calls] = [0, 0];
  for (let week = 1; week <= weeks; week += 1) {
    const number = numberOfDay(day) - 7 * week;
    const actual = history.find((one) => numberOfDay(one.day) === number);
    const made = actual === undefined ? null : forecastDay(history, actual.day);
    if (actual === undefined || made === null) continue;
    off += Math.abs(made.calls - totalOf(actual));
    calls += totalOf(actual);
  }
  return calls === 0 ? null : off / calls;
};
