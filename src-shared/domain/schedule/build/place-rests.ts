/** Puts a meal and breaks where they cost least, within what law and agreement leave. */

import type { Rest, Roster, Shift } from './roster.ts';
import { breaksWithin } from './shape.ts';
import { type Plannable, quarterMinutes } from './week-to-build.ts';

const longestRun = 360;
const shortestRun = 45;

type Span = { readonly from: number; readonly to: number };
type Costs = (rest: Span) => number;

const cheapest = (window: Span, length: number, costs: Costs): number | null => {
  let best: { readonly at: number; readonly cost: number } | null = null;
  const first = Math.ceil(window.from / quarterMinutes) * quarterMinutes;
  for (let at = first; at <= window.to; at += quarterMinutes) {
    const cost = costs({ from: at, to: at + length });
    if (best === null || cost < best.cost - 1e-9) best = { at, cost };
  }
  return best?.at ?? null;
};

const mealOf = (
  { plan }: Plannable,
  { from, to }: Span,
  length: number,
  costs: Costs,
): Rest | null => {
  const { meal } = plan.settings;
  const lawful = {
    from: Math.max(from + 60, to - longestRun - length),
    to: Math.min(from + longestRun, to - length - 60),
  };
  const atNoon = {
    from: Math.max(lawful.from, meal.from),
    to: Math.min(lawful.to, meal.to - length),
  };
  const middle = (from + to - length) / 2;
  const around = { from: Math.max(lawful.from, middle - 60), to: Math.min(lawful.to, middle + 60) };
  const at = cheapest(atNoon, length, costs) ?? cheapest(around, length, costs);
  return at === null ? null : { kind: 'meal', from: at, to: at + length };
};

/** Breaks of one stretch of work, one after the other, so that what is left needs no more of them. */
const breaksOf = ({ plan }: Plannable, stretch: Span, costs: Costs): Rest[] => {
  const { screen } = plan.settings;
  if (screen === null) return [];
  const { everyMinutes, breakMinutes } = screen;
  const rests: Rest[] = [];
  let { from } = stretch;
  for (let left = breaksWithin(stretch.to - from, screen); left > 0; left -= 1) {
    // What comes after it has `left` stretches and one break less.
    const earliest = stretch.to - left * everyMinutes - left * breakMinutes;
    const window = {
      from: Math.max(from + Math.min(shortestRun, everyMinutes), earliest),
      to: Math.min(from + everyMinutes, stretch.to - breakMinutes - quarterMinutes),
    };
    const at = cheapest(window, breakMinutes, costs) ?? Math.max(from, window.to);
    rests.push({ kind: 'break', from: at, to: at + breakMinutes });
    from = at + breakMinutes;
  }
  return rests;
};

/** The same hours with their rests placed anew; the rests of the shift given are ignored. */
export const withRests = (
  roster: Roster,
  person: Plannable,
  { day, span, meal }: { readonly day: string; readonly span: Span; readonly meal: number },
): Shift => {
  const costs: Costs = (rest) => roster.costOfRest(person, day, rest);
  const lunch = meal > 0 ? mealOf(person, span, meal, costs) : null;
  const parts =
    lunch === null
      ? [span]
      : [
          { from: span.from, to: lunch.from },
          { from: lunch.to, to: span.to },
        ];
  const breaks = parts.flatMap((part) => breaksOf(person, part, costs));
  return { ...span, rests: lunch === null ? breaks : [...breaks, lunch] };
};
