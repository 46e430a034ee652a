/** Those under eighteen, where it is known: eight hours a day, thirty-five a week, twelve of rest, no night. */
import { shiftOf, workedMinutes } from '../piece.ts';
import type { Found, PersonPlan, WorkRule } from '../work-rule.ts';
import { shortRests } from './rest-rules.ts';
import { code, since2019 } from './sources.ts';
import { legalWeek, weeksOf } from './week-rules.ts';

const longestDay = 8 * 60;
const dailyRest = 12 * 60;
const [nightEnds, nightBegins] = [6 * 60, 22 * 60];

const daysTooLong = ({ days, settings }: PersonPlan): readonly Found[] =>
  days.flatMap(({ day, pieces }) => {
    const measured = workedMinutes(pieces, settings);
    const shift = shiftOf(pieces);
    if (shift === null) return [];
    const isNight = shift.from < nightEnds || shift.to > nightBegins;
    return measured > longestDay || isNight ? [{ day, ...shift, measured, limit: longestDay }] : [];
  });

export const minorRules: readonly WorkRule[] = [
  {
    id: 'minor',
    ...code('L3162-1'),
    since: since2019,
    weight: 'warned',
    check: (plan) => {
      const { adultFrom } = plan;
      if (adultFrom === null) return [];
      const young = { ...plan, days: plan.days.filter(({ day }) => day < adultFrom) };
      const weeks = weeksOf(young)
        .filter(({ minutes }) => minutes > legalWeek)
        .map(({ last, minutes }) => ({ ...last, measured: minutes, limit: legalWeek }));
      return [...daysTooLong(young), ...weeks, ...shortRests(young, dailyRest)];
    },
  },
];
