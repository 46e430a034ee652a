/** Proposes a week: who works when, for which brand, with which rests. No rule of working time is broken. */
import type { PlannedDay } from '../piece.ts';
import { placeShifts } from './place-shifts.ts';
import { Roster } from './roster.ts';
import { shareOut } from './share-out.ts';
import { quartersOfDay, type WeekToBuild } from './week-to-build.ts';

export type BuiltWeek = {
  readonly people: readonly { readonly id: string; readonly days: readonly PlannedDay[] }[];
  /** Advisors and quarters of an hour that are needed and that nobody covers. */
  readonly missing: number;
  readonly needed: number;
};

export const neededQuarters = ({ needs }: Pick<WeekToBuild, 'needs'>): number =>
  needs
    .flatMap(({ brands }) => brands)
    .flatMap(({ advisors }) => advisors.slice(0, quartersOfDay))
    .reduce((sum, one) => sum + one, 0);

export const buildWeek = (week: WeekToBuild): BuiltWeek => {
  const roster = new Roster(week.needs);
  placeShifts(roster, week.people);
  const days = week.needs.map((need) => ({ day: need.day, of: shareOut(roster, week, need) }));
  const people = week.people.map(({ id }) => ({
    id,
    days: days.flatMap(({ day, of }): PlannedDay[] => {
      const pieces = of.get(id);
      return pieces === undefined ? [] : [{ day, pieces: [...pieces] }];
    }),
  }));
  return { people, missing: roster.missing(), needed: neededQuarters(week) };
};
