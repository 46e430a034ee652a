/**
 * Whether one version works better than another. The number of customers that decides is planned
 * before the first call, and the verdict is read once, from the first so many customers of each arm:
 * however often somebody looks meanwhile or afterwards, it is the same look. (Looking again and
 * again and stopping when it pleases names a winner where there is none: P. Armitage et al., JRSS A
 * 132, 1969. A sample fixed in advance and looked at once does not.) Several arms are compared with
 * the first at a level divided by their number (Bonferroni).
 */
import { type Difference, differenceOf } from './intervals.ts';

export const verdicts = ['too-few', 'no-difference', 'ahead', 'behind'] as const;
export type Verdict = (typeof verdicts)[number];

/** The first customers of an arm, as many as were planned, or fewer while they have not called. */
export type ArmCount = { readonly count: number; readonly n: number };

export type Compared = Difference & { readonly verdict: Exclude<Verdict, 'too-few'> };

/**
 * Two-sided quantiles for 4 percent in all, by the number of comparisons: the interval is itself an
 * approximation, and at most one verdict in twenty may be wrong.
 */
const zFor: readonly number[] = [2.053_749, 2.326_348, 2.474_747, 2.575_829];

export const compareArms = (
  arm: ArmCount,
  first: ArmCount,
  { planned, comparisons }: { readonly planned: number; readonly comparisons: number },
): Compared | { readonly verdict: 'too-few' } => {
  if (arm.n < planned || first.n < planned) return { verdict: 'too-few' };
  const z = zFor[comparisons - 1] ?? 3;
  const found = differenceOf([arm.count, arm.n], [first.count, first.n], z);
  if (found === null) return { verdict: 'too-few' };
  const verdict = found.low > 0 ? 'ahead' : found.high < 0 ? 'behind' : 'no-difference';
  return { ...found, verdict };
};
