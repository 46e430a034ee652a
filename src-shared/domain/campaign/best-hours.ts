/** Of a heat map of attempts: which hours reach most people, said only where there is enough to say it. */
import type { HourlyAttempts } from './reach.ts';

/** Fewer attempts in a cell than this say nothing. */
export const fewestInCell = 5;
const fewestInHour = 20;

export type HourReach = { readonly hour: number; readonly attempts: number; readonly rate: number };
export type BestHours = {
  readonly from: number;
  /** The hour at which the span is over. */
  readonly to: number;
  readonly rate: number;
  readonly worst: HourReach;
  /** How many times as many as at the worst hour. */
  readonly times: number;
};

export const reachByHour = (rows: readonly HourlyAttempts[]): readonly HourReach[] => {
  const hours = new Map<number, { attempts: number; reached: number }>();
  for (const { hour, attempts, reached } of rows) {
    const known = hours.get(hour) ?? { attempts: 0, reached: 0 };
    hours.set(hour, { attempts: known.attempts + attempts, reached: known.reached + reached });
  }
  return [...hours]
    .filter(([, { attempts }]) => attempts >= fewestInHour)
    .map(([hour, { attempts, reached }]) => ({ hour, attempts, rate: reached / attempts }))
    .sort((a, b) => a.hour - b.hour);
};

/** The best hour with its neighbours that are nearly as good; null while too little is known. */
export const bestHours = (rows: readonly HourlyAttempts[]): BestHours | null => {
  const hours = reachByHour(rows);
  const [first] = hours;
  if (first === undefined || hours.length < 3) return null;
  const best = hours.reduce((top, one) => (one.rate > top.rate ? one : top), first);
  const worst = hours.reduce((low, one) => (one.rate < low.rate ? one : low), first);
  if (best.rate === worst.rate) return null;
  const isNear = (hour: number): boolean =>
    (hours.find((one) => one.hour === hour)?.rate ?? 0) >= best.rate * 0.9;
  let from = best.hour;
  let to = best.hour + 1;
  while (isNear(from - 1)) from -= 1;
  while (isNear(to)) to += 1;
  const span = hours.filter(({ hour }) => from <= hour && hour < to);
  const made = span.reduce((sum, { attempts }) => sum + attempts, 0);
  const rate = span.reduce((sum, one) => sum + one.rate * one.attempts, 0) / made;
  return { from, to, rate, worst, times: rate / Math.max(worst.rate, 1 / worst.attempts) };
};
