/**
 * What a campaign will probably bring, before it begins: the same team on the same list a thousand
 * times, each time with figures that the campaigns before leave possible. It says how sure it is.
 */
import { z } from 'zod';
import { type Seeded, seeded } from '../../kernel/seeded.ts';

const count = z.number().int().min(0);
/** So many of so many: a rate with how much is known of it. */
export const tallySchema = z
  .object({ of: count.max(100_000_000), was: count })
  .refine(({ of, was }) => was <= of, 'no more than there were');
export type Tally = z.infer<typeof tallySchema>;

export const campaignPlanSchema = z.object({
  contacts: count.max(10_000_000),
  advisors: z.number().int().min(1).max(10_000),
  days: z.number().int().min(1).max(366),
  hoursPerDay: z.number().min(0.5).max(8),
  /** Successes that are wanted; null: as many as come. */
  target: z.number().int().min(1).nullable(),
  attemptsPerContact: z.number().int().min(1).max(20),
  /** Of attempts: how many reached somebody. Of those reached: with how many the aim was reached. */
  reached: tallySchema,
  succeeded: tallySchema,
  /** Seconds of an advisor for somebody who is reached, wrap-up included, and for one who is not. */
  reachedS: z.number().min(1).max(7200),
  missedS: z.number().min(1).max(600),
  /** Share of the paid time that is neither waiting nor pause, 0 to 1. */
  utilisation: z.number().min(0.05).max(1),
  centsPerHour: z.number().int().min(0),
});
export type CampaignPlan = z.infer<typeof campaignPlanSchema>;

const spreadSchema = z.object({ low: count, middle: count, high: count });
type Spread = z.infer<typeof spreadSchema>;

export const campaignForecastSchema = z.object({
  /** Successes up to the end of each day; low to high holds 9 times out of 10. */
  byDay: z.array(spreadSchema),
  successes: spreadSchema,
  reached: spreadSchema,
  /** Working days until the list is through, parts of one too; null: not within the days it has. */
  doneInDays: z.number().nullable(),
  /** Chance of the target, 0 to 1; null without one. */
  chance: z.number().nullable(),
  /** Null when nothing succeeds. */
  centsPerSuccess: count.nullable(),
});
export type CampaignForecast = z.infer<typeof campaignForecastSchema>;

const RUNS = 1000;

/** A rate that the tally leaves possible; the two more keep "none of three" from meaning never. */
const drawRate = ({ of, was }: Tally, chance: Seeded): number => {
  const mean = (was + 1) / (of + 2);
  const rate = mean + Math.sqrt((mean * (1 - mean)) / (of + 3)) * chance.normal();
  return Math.min(0.999, Math.max(0.0005, rate));
};

/** How many of `of` come true; by the normal approximation, whole and within bounds. */
const drawCount = (of: number, rate: number, chance: Seeded): number => {
  const drawn = of * rate + Math.sqrt(of * rate * (1 - rate)) * chance.normal();
  return Math.min(of, Math.max(0, Math.round(drawn)));
};

type Run = { readonly byDay: number[]; readonly reached: number; readonly done: number | null };

/** One attempt a day for each contact at most: whoever was not there is not called again at once. */
const runOnce = (plan: CampaignPlan, chance: Seeded): Run => {
  const reach = drawRate(plan.reached, chance);
  const success = drawRate(plan.succeeded, chance);
  const secondsOfDay = plan.advisors * plan.hoursPerDay * 3600 * plan.utilisation;
  const perAttempt = reach * plan.reachedS + (1 - reach) * plan.missedS;
  /** How many wait for their n-th attempt; those who were tried most come last. */
  const waiting = [plan.contacts, ...new Array<number>(plan.attemptsPerContact - 1).fill(0)];
  const byDay: number[] = [];
  let reached = 0;
  let successes = 0;
  let done: number | null = null;
  for (let day = 0; day < plan.days; day += 1) {
    const roomOfDay = Math.floor(secondsOfDay / perAttempt);
    let room = roomOfDay;
    const moved: number[] = [];
    for (const [turn, people] of waiting.entries()) {
      const called = Math.min(people, room);
      room -= called;
      const answered = drawCount(called, reach, chance);
      reached += answered;
      successes += drawCount(answered, success, chance);
      waiting[turn] = people - called;
      moved[turn + 1] = called - answered;
    }
    for (const [turn, people] of moved.entries())
      if (people > 0 && turn < waiting.length) waiting[turn] = (waiting[turn] ?? 0) + people;
    byDay.push(successes);
    const through = done === null && waiting.every((people) => people === 0);
    if (through) done = day + (roomOfDay - room) / Math.max(roomOfDay, 1);
  }
  return { byDay, reached, done };
};

const spreadOf = (values: readonly number[]): Spread => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { low: at(0.05), middle: at(0.5), high: at(0.95) };
};

/** The same plan gives the same forecast. */
export const forecastCampaign = (plan: CampaignPlan): CampaignForecast => {
  const chance = seeded(20_260_811);
  const runs = Array.from({ length: RUNS }, () => runOnce(plan, chance));
  const ends = runs.map(({ byDay }) => byDay.at(-1) ?? 0);
  const successes = spreadOf(ends);
  const through = runs.flatMap(({ done }) => (done === null ? [] : [done])).sort((a, b) => a - b);
  const { target, advisors, hoursPerDay, days, centsPerHour } = plan;
  const doneInDays = through.length < RUNS / 2 ? null : (through[Math.floor(RUNS / 2)] ?? null);
  const cents = advisors * hoursPerDay * (doneInDays ?? days) * centsPerHour;
  return {
    byDay: Array.from({ length: days }, (_, day) =>
      spreadOf(runs.map(({ byDay }) => byDay[day] ?? 0)),
    ),
    successes,
    reached: spreadOf(runs.map(({ reached }) => reached)),
    doneInDays,
    chance: target === null ? null : ends.filter((one) => one >= target).length / RUNS,
    centsPerSuccess: successes.middle === 0 ? null : Math.round(cents / successes.middle),
  };
};
