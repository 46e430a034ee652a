/** The shape of a day's work: how long it is and where its meal and its breaks may stand, by her agreement. */
import type { Plannable } from './week-to-build.ts';
import { quarterMinutes } from './week-to-build.ts';

const mealFrom = 330;
const fullWeek = 28 * 60;
const usualDay = 7 * 60;

export type Shape = {
  readonly days: number;
  /** From her first to her last minute, rests included. */
  readonly span: number;
  readonly meal: number;
};

const roundUp = (minutes: number): number => Math.ceil(minutes / quarterMinutes) * quarterMinutes;

const roundDown = (minutes: number): number =>
  Math.floor(minutes / quarterMinutes) * quarterMinutes;

/** Breaks so that no stretch at the screen is longer than agreed. */
export const breaksWithin = (
  minutes: number,
  screen: { readonly everyMinutes: number; readonly breakMinutes: number },
): number => {
  let count = 0;
  while (minutes - count * screen.breakMinutes > (count + 1) * screen.everyMinutes) count += 1;
  return count;
};

/** The fewest breaks with which a day can do, wherever its meal stands: a day is never longer than planned. */
const fewestBreaks = (work: number, { plan }: Plannable, meal: number): number => {
  const { screen } = plan.settings;
  if (screen === null) return 0;
  let fewest = breaksWithin(work, screen);
  for (let first = 60; meal > 0 && first <= work - 60; first += quarterMinutes)
    fewest = Math.min(fewest, breaksWithin(first, screen) + breaksWithin(work - first, screen));
  return fewest;
};

export const shapeOf = (person: Plannable): Shape => {
  const { weeklyMinutes, settings } = person.plan;
  const days = weeklyMinutes >= fullWeek ? 5 : Math.max(1, Math.ceil(weeklyMinutes / usualDay));
  const work = roundDown(weeklyMinutes / days);
  const meal = work >= mealFrom ? roundUp(Math.max(20, settings.meal.minutes)) : 0;
  const breaks = fewestBreaks(work, person, meal) * (settings.screen?.breakMinutes ?? 0);
  return { days, span: roundDown(work + meal + (settings.breaksCount ? 0 : breaks)), meal };
};
