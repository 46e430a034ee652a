/** How much of a day's need a plan covers, its people shared out over brands as well as they can be. */
import type { Piece, PlannedDay } from '../piece.ts';
import { Crew, type Skilled } from './crew.ts';
import { type DayNeed, quarterMinutes, quartersOfDay } from './week-to-build.ts';

export type Covering = Skilled & { readonly days: readonly PlannedDay[] };

/** On calls for the whole quarter: who rests in a part of it is not there. */
export const isOnCalls = (pieces: readonly Piece[], quarter: number): boolean => {
  const [from, to] = [quarter * quarterMinutes, (quarter + 1) * quarterMinutes];
  const there = pieces
    .filter(({ kind }) => kind === 'calls')
    .reduce((sum, one) => sum + Math.max(0, Math.min(one.to, to) - Math.max(one.from, from)), 0);
  return there >= quarterMinutes;
};

/** Who is on calls in each quarter of an hour of a day. */
export const crewOfQuarters = (need: DayNeed, people: readonly Covering[]): readonly Crew[] => {
  const pieces = people.map((person) => ({
    person,
    of: person.days.find(({ day }) => day === need.day)?.pieces ?? [],
  }));
  return Array.from({ length: quartersOfDay }, (_, at) => {
    const crew = new Crew(new Map(need.brands.map((one) => [one.brandId, one.advisors[at] ?? 0])));
    for (const { person, of } of pieces) if (isOnCalls(of, at)) crew.add(person);
    return crew;
  });
};

export const coverOf = (
  need: DayNeed,
  people: readonly Covering[],
): { readonly needed: number; readonly missing: number } => {
  const needed = need.brands.flatMap(({ advisors }) => advisors).reduce((sum, one) => sum + one, 0);
  const missing = crewOfQuarters(need, people).reduce((sum, crew) => sum + crew.missing, 0);
  return { needed, missing };
};
