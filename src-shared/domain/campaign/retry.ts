/**
 * When somebody who was not reached is tried again, on which of her numbers. What the law allows is
 * asked for at each dial besides (`domain/law`): a rule here can only ask for less.
 */
import { z } from 'zod';
import { instantOf, localDateOf, minuteOfDayOf, nextDay } from '../calendar/zoned-time.ts';
import { type Attempt, type DialResult, dialResultSchema } from './dial-result.ts';

const minuteOfDay = z.number().int().min(0).max(1440);

export const retryRuleSchema = z
  .object({
    result: dialResultSchema.exclude(['reached']),
    /** Holds for attempts that were made between these minutes of her day; absent: at any hour. */
    madeBetween: z.tuple([minuteOfDay, minuteOfDay]).optional(),
    afterMinutes: z
      .number()
      .int()
      .min(1)
      .max(60 * 24 * 90),
    /** How often in a row this result is followed by another attempt. */
    times: z.number().int().min(0).max(20),
    number: z.enum(['same', 'next']),
    /** Tried again only between these minutes of her day: whoever is out at noon is asked at six. */
    tryBetween: z.tuple([minuteOfDay, minuteOfDay]).optional(),
  })
  .refine(
    ({ madeBetween, tryBetween }) =>
      [madeBetween, tryBetween].every((span) => span === undefined || span[0] < span[1]),
    'a span of hours ends after it begins',
  );
export type RetryRule = z.infer<typeof retryRuleSchema>;

export const retryPlanSchema = z.object({
  rules: z.array(retryRuleSchema).max(40),
  /** Over all results; what the law allows in 30 days holds besides. */
  maxAttempts: z.number().int().min(1).max(20),
});
export type RetryPlan = z.infer<typeof retryPlanSchema>;

/** What most campaigns begin with; a fault of ours costs her no attempt of her kind. */
export const usualRetryPlan: RetryPlan = {
  maxAttempts: 4,
  rules: [
    { result: 'busy', afterMinutes: 20, times: 3, number: 'same' },
    {
      result: 'no-answer',
      madeBetween: [0, 17 * 60],
      afterMinutes: 180,
      times: 2,
      number: 'next',
      tryBetween: [17 * 60, 20 * 60],
    },
    { result: 'no-answer', afterMinutes: 18 * 60, times: 2, number: 'next' },
    { result: 'machine', afterMinutes: 24 * 60, times: 2, number: 'next' },
    { result: 'abandoned', afterMinutes: 1, times: 1, number: 'same' },
    { result: 'wrong-number', afterMinutes: 1, times: 9, number: 'next' },
    { result: 'failed', afterMinutes: 5, times: 3, number: 'same' },
  ],
};

export type Afterwards =
  | { readonly kind: 'again'; readonly notBeforeMs: number; readonly numberRank: number }
  | { readonly kind: 'over'; readonly why: 'attempts' | 'rule' | 'no-number' };

const inARow = (attempts: readonly Attempt[], result: DialResult): number => {
  let count = 0;
  for (const one of [...attempts].reverse()) {
    if (one.result !== result) break;
    count += 1;
  }
  return count;
};

/** The first instant from `ms` on at which her clock stands in the span. */
const withinSpan = (ms: number, [from, to]: readonly [number, number], zone: string): number => {
  const today = localDateOf(ms, zone);
  const minute = minuteOfDayOf(ms, zone);
  if (minute < from) return instantOf(today, from, zone);
  return minute < to ? ms : instantOf(nextDay(today), from, zone);
};

/** The next number that was not found to be wrong, after the last one and round again. */
const numberAfter = (
  attempts: readonly Attempt[],
  last: Attempt,
  numbers: number,
  which: RetryRule['number'],
): number | null => {
  const wrong = new Set(
    attempts.filter(({ result }) => result === 'wrong-number').map(({ numberRank }) => numberRank),
  );
  const start = which === 'same' ? last.numberRank : last.numberRank + 1;
  for (let step = 0; step < numbers; step += 1) {
    const rank = (start + step) % numbers;
    if (!wrong.has(rank)) return rank;
  }
  return null;
};

/**
 * @param attempts every attempt of this campaign, the oldest first, the last one just ended.
 * @param numbers how many numbers she has.
 * @param zone her IANA zone: spans of hours are of her clock.
 */
export const afterAttempt = (
  { rules, maxAttempts }: RetryPlan,
  attempts: readonly Attempt[],
  numbers: number,
  zone: string,
): Afterwards => {
  const last = attempts.at(-1);
  if (last === undefined || last.result === 'reached') return { kind: 'over', why: 'rule' };
  if (attempts.filter(({ result }) => result !== 'failed').length >= maxAttempts)
    return { kind: 'over', why: 'attempts' };
  const lastMs = Date.parse(last.at);
  const minute = minuteOfDayOf(lastMs, zone);
  const rule = rules.find(
    ({ result, madeBetween: span }) =>
      result === last.result && (span === undefined || (span[0] <= minute && minute < span[1])),
  );
  if (rule === undefined || inARow(attempts, last.result) > rule.times)
    return { kind: 'over', why: 'rule' };
  const numberRank = numberAfter(attempts, last, numbers, rule.number);
  if (numberRank === null) return { kind: 'over', why: 'no-number' };
  const earliest = lastMs + rule.afterMinutes * 60_000;
  const { tryBetween } = rule;
  const notBeforeMs = tryBetween === undefined ? earliest : withinSpan(earliest, tryBetween, zone);
  return { kind: 'again', notBeforeMs, numberRank };
};

/** Whether the plan leaves her one more attempt, and none after it if that ends as the last one did. */
export const isBeforeLastTry = (
  plan: RetryPlan,
  attempts: readonly Attempt[],
  numbers: number,
  zone: string,
): boolean => {
  const last = attempts.at(-1);
  if (last === undefined) return false;
  const nextOf = (made: readonly Attempt[]) => afterAttempt(plan, made, numbers, zone).kind;
  return nextOf(attempts) === 'again' && nextOf([...attempts, last]) === 'over';
};
