/** Judges a person's plan by the rules of working time: what is refused, where, and by which article. */
import { agreedRules } from './france/agreed-rules.ts';
import { dayRules } from './france/day-rules.ts';
import { minorRules } from './france/minor-rules.ts';
import { restRules } from './france/rest-rules.ts';
import { weekRules } from './france/week-rules.ts';
import type { Breach, PersonPlan, WorkRule } from './work-rule.ts';

export const frenchWorkingTime: readonly WorkRule[] = [
  ...dayRules,
  ...restRules,
  ...agreedRules,
  ...weekRules,
  ...minorRules,
];

const weights = ['refused', 'warned', 'told'] as const;

/**
 * @param within first and last day of what is to be judged; days around it only say what was before and
 * comes after
 * @returns what is refused first, then in the order of the days
 */
export const judgePlan = (
  plan: PersonPlan,
  within: { readonly from: string; readonly to: string },
): readonly Breach[] => {
  const sorted = {
    ...plan,
    days: plan.days
      .filter(({ pieces }) => pieces.length > 0)
      .sort((a, b) => a.day.localeCompare(b.day)),
  };
  return frenchWorkingTime
    .flatMap(({ id, article, weight, since, check }) =>
      check(sorted)
        .filter(({ day }) => day >= since && day >= within.from && day <= within.to)
        .map((found): Breach => ({ rule: id, article, weight, ...found })),
    )
    .sort(
      (a, b) =>
        weights.indexOf(a.weight) - weights.indexOf(b.weight) ||
        a.day.localeCompare(b.day) ||
        a.from - b.from,
    );
};

export const isRefused = (breaches: readonly Breach[]): boolean =>
  breaches.some(({ weight }) => weight === 'refused');
