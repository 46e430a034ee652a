/** What the forecast is asked for: the team, the list, and what campaigns like it brought before. Pure. */
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import type { CampaignPlan, Tally } from '@shared/domain/campaign/forecast.ts';
import type { DiallingMode } from '@shared/domain/campaign/pacing.ts';

export type Team = {
  readonly advisors: number;
  readonly days: number;
  readonly hoursPerDay: number;
};

/** Seconds of an advisor for somebody who is reached, wrap-up included, and for one who is not. */
const reachedS = 240;
const missedS = 40;
/** Share of the paid time on the telephone or after it: a machine that dials leaves less waiting. */
const utilisation: { readonly [mode in DiallingMode]: number } = {
  manual: 0.45,
  preview: 0.5,
  progressive: 0.65,
  power: 0.75,
  predictive: 0.8,
};
/** Before any campaign: few, so that the interval says how little is known. */
const guess: { readonly reached: Tally; readonly succeeded: Tally } = {
  reached: { of: 30, was: 10 },
  succeeded: { of: 30, was: 3 },
};
const fewestAttempts = 50;

export type Experience = {
  /** How many campaigns it comes from; 0: a guess. */
  readonly campaigns: number;
  readonly reached: Tally;
  readonly succeeded: Tally;
};

/** Those of its brand and goal, else of its goal, else all; this one too, once it has called enough. */
export const experienceOf = (
  { settings }: CampaignView,
  all: readonly CampaignView[],
): Experience => {
  const known = all.filter(({ counts }) => counts.attempts >= fewestAttempts);
  const sameGoal = known.filter((one) => one.settings.goal === settings.goal);
  const sameBrand = sameGoal.filter((one) => one.settings.brandId === settings.brandId);
  const [near = []] = [sameBrand, sameGoal, known].filter((some) => some.length > 0);
  if (near.length === 0) return { campaigns: 0, ...guess };
  const sum = (count: (one: CampaignView['counts']) => number): number =>
    near.reduce((total, { counts }) => total + count(counts), 0);
  const attempts = sum((one) => one.attempts);
  const reached = Math.min(
    attempts,
    sum((one) => one.reached),
  );
  const successes = sum((one) => one.successes);
  return {
    campaigns: near.length,
    reached: { of: attempts, was: reached },
    succeeded: { of: reached, was: Math.min(reached, successes) },
  };
};

export const planOf = (
  { settings }: CampaignView,
  contacts: number,
  { advisors, days, hoursPerDay }: Team,
  { reached, succeeded }: Experience,
): CampaignPlan => ({
  contacts,
  advisors,
  days,
  hoursPerDay,
  target: settings.target,
  attemptsPerContact: settings.retry.maxAttempts,
  reached,
  succeeded,
  reachedS,
  missedS,
  utilisation: utilisation[settings.dialling.mode],
  centsPerHour: settings.costs.centsPerHour,
});
