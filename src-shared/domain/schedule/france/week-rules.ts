/** How long a week may be, alone and over twelve, and what is beyond her contract. */
import { dayLater, mondayOf } from '../../calendar/day-text.ts';
import { shiftOf, workedMinutes } from '../piece.ts';
import type { Found, PersonPlan, WorkRule } from '../work-rule.ts';
import { code, since2016 } from './sources.ts';

export const legalWeek = 35 * 60;
export const longestWeek = 48 * 60;
const longestAverage = 44 * 60;
const weeksOfAverage = 12;
/** Complementary hours of a part-time contract: a tenth of it. */
const complementary = 0.1;

type Week = {
  readonly monday: string;
  readonly minutes: number;
  /** Her last day of that week. */
  readonly last: Omit<Found, 'measured' | 'limit'>;
};

export const weeksOf = ({ days, settings }: Pick<PersonPlan, 'days' | 'settings'>): Week[] => {
  const weeks = new Map<string, Week>();
  for (const { day, pieces } of days) {
    const shift = shiftOf(pieces);
    if (shift === null) continue;
    const monday = mondayOf(day);
    const minutes = (weeks.get(monday)?.minutes ?? 0) + workedMinutes(pieces, settings);
    weeks.set(monday, { monday, minutes, last: { day, ...shift } });
  }
  return [...weeks.values()];
};

const longerThan = (plan: PersonPlan, limit: number): readonly Found[] =>
  weeksOf(plan).flatMap(({ minutes, last }) =>
    minutes > limit ? [{ ...last, measured: minutes, limit }] : [],
  );

/** Weeks before the first that is known count as her contract; a week without work in between as none. */
const averageAt = (plan: PersonPlan, weeks: readonly Week[], monday: string): number => {
  const known = new Map(weeks.map((week) => [week.monday, week.minutes]));
  const first = weeks[0]?.monday ?? monday;
  let sum = 0;
  for (let back = 0; back < weeksOfAverage; back += 1) {
    const week = dayLater(monday, -7 * back);
    sum += week < first ? plan.weeklyMinutes : (known.get(week) ?? 0);
  }
  return sum / weeksOfAverage;
};

export const weekRules: readonly WorkRule[] = [
  {
    id: 'week-length',
    ...code('L3121-20'),
    since: since2016,
    weight: 'refused',
    check: (plan) => longerThan(plan, longestWeek),
  },
  {
    id: 'week-average',
    ...code('L3121-22'),
    since: since2016,
    weight: 'refused',
    check: (plan) => {
      const weeks = weeksOf(plan);
      return weeks.flatMap(({ monday, last }) => {
        const measured = averageAt(plan, weeks, monday);
        return measured > longestAverage ? [{ ...last, measured, limit: longestAverage }] : [];
      });
    },
  },
  {
    id: 'part-time',
    ...code('L3123-28'),
    since: since2016,
    weight: 'refused',
    check: (plan) => {
      if (plan.weeklyMinutes >= legalWeek) return [];
      // L3123-9: complementary hours never reach the legal week either.
      const most = Math.floor(plan.weeklyMinutes * (1 + complementary));
      return longerThan(plan, Math.min(most, legalWeek - 1));
    },
  },
  {
    id: 'overtime',
    ...code('L3121-27'),
    since: since2016,
    weight: 'told',
    check: (plan) => (plan.weeklyMinutes < legalWeek ? [] : longerThan(plan, legalWeek)),
  },
];
