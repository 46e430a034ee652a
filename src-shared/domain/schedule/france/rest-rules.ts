/** Rest between days and within a week, counted in real hours, also when the clocks change. */
import { dayLater, dayOfText, mondayOf } from '../../calendar/day-text.ts';
import { instantOf } from '../../calendar/zoned-time.ts';
import { shiftOf } from '../piece.ts';
import type { Found, PersonPlan, WorkRule } from '../work-rule.ts';
import { code, since2008, since2016 } from './sources.ts';

const minuteMs = 60_000;
const dailyRest = 11 * 60;
/** Twenty-four hours, and the eleven of a day besides. */
const weeklyRest = (24 + 11) * 60;
const wholeDay = 24 * 60;
const mostDays = 6;

type Shift = {
  readonly day: string;
  readonly from: number;
  readonly to: number;
  readonly startMs: number;
  readonly endMs: number;
};

const instant = (day: string, minute: number, zone: string): number =>
  instantOf(dayOfText(day), minute, zone);

export const shiftsOf = ({ days, zone }: Pick<PersonPlan, 'days' | 'zone'>): Shift[] =>
  days.flatMap(({ day, pieces }) => {
    const shift = shiftOf(pieces);
    if (shift === null) return [];
    const startMs = instant(day, shift.from, zone);
    return [{ day, ...shift, startMs, endMs: instant(day, shift.to, zone) }];
  });

/** Rest before each shift but the first, whose past is not known. */
export const shortRests = (plan: PersonPlan, limit: number): readonly Found[] => {
  const shifts = shiftsOf(plan);
  return shifts.flatMap((shift, at) => {
    const before = shifts[at - 1];
    if (before === undefined) return [];
    const measured = Math.round((shift.startMs - before.endMs) / minuteMs);
    const { day, from, to } = shift;
    return measured >= limit ? [] : [{ day, from, to, measured, limit }];
  });
};

const byWeek = (shifts: readonly Shift[]): ReadonlyMap<string, readonly Shift[]> => {
  const weeks = new Map<string, Shift[]>();
  for (const shift of shifts) {
    const monday = mondayOf(shift.day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), shift]);
  }
  return weeks;
};

/** The longest rest of which a whole day lies in the week. */
const longestRest = (plan: PersonPlan, shifts: readonly Shift[], monday: string): number => {
  const starts = instant(monday, 0, plan.zone);
  const ends = instant(dayLater(monday, 7), 0, plan.zone);
  // What comes before the first and after the last shift that is known is free.
  const edges = [
    { startMs: Number.NEGATIVE_INFINITY, endMs: starts - weeklyRest * minuteMs },
    ...shifts,
    { startMs: ends + weeklyRest * minuteMs, endMs: Number.POSITIVE_INFINITY },
  ];
  const rests = edges.slice(1).map((next, at) => {
    const from = edges[at]?.endMs ?? starts;
    const within = Math.min(next.startMs, ends) - Math.max(from, starts);
    return within >= wholeDay * minuteMs ? next.startMs - from : 0;
  });
  return Math.round(Math.max(0, ...rests) / minuteMs);
};

export const restRules: readonly WorkRule[] = [
  {
    id: 'daily-rest',
    ...code('L3131-1'),
    since: since2016,
    weight: 'refused',
    check: (plan) => shortRests(plan, dailyRest),
  },
  {
    id: 'weekly-rest',
    ...code('L3132-2'),
    since: since2008,
    weight: 'refused',
    check: (plan) => {
      const shifts = shiftsOf(plan);
      return [...byWeek(shifts)].flatMap(([monday, own]) => {
        const measured = longestRest(plan, shifts, monday);
        const last = own.at(-1);
        if (measured >= weeklyRest || last === undefined) return [];
        const { day, from, to } = last;
        return [{ day, from, to, measured, limit: weeklyRest }];
      });
    },
  },
  {
    id: 'six-days',
    ...code('L3132-1'),
    since: since2008,
    weight: 'refused',
    check: (plan) =>
      [...byWeek(shiftsOf(plan)).values()].flatMap((own) => {
        const seventh = own[mostDays];
        if (seventh === undefined) return [];
        const { day, from, to } = seventh;
        return [{ day, from, to, measured: own.length, limit: mostDays }];
      }),
  },
];
