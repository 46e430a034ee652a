/** Whether one group does better than another, with the interval that the difference may be off by. Pure. */
import { type Difference, differenceOf } from '../script/measure/intervals.ts';
import { halfWidth } from './always-valid.ts';
import type { ExperimentDesign } from './design.ts';
import { normalQuantile } from './normal.ts';

/** So many of so many. */
export type Counted = { readonly count: number; readonly n: number };
export type Verdict = 'sealed' | 'not-yet' | 'ahead' | 'behind' | 'no-difference';

export type Comparing = Pick<ExperimentDesign, 'look' | 'smallestEffect'> & {
  readonly alpha: number;
  /** People that each group needs. */
  readonly needed: number;
  /** Nobody else comes: what there is is all there will be. */
  readonly isOver: boolean;
};

export type Comparison = {
  readonly verdict: Verdict;
  /** Null while it is sealed, or nobody is in a group. */
  readonly difference: Difference | null;
};

/** Half a case in each cell, so that a share of 0 or 1 is not taken for certain. */
const varianceOf = ({ count, n }: Counted): number => {
  const share = (count + 0.5) / (n + 1);
  return (share * (1 - share)) / n;
};

const atAnyTime = (
  one: Counted,
  first: Counted,
  { alpha, smallestEffect }: Comparing,
): Difference => {
  const difference = one.count / one.n - first.count / first.n;
  const mixing = { alpha, scale: smallestEffect };
  const half = halfWidth(varianceOf(one) + varianceOf(first), mixing);
  return { difference, low: Math.max(-1, difference - half), high: Math.min(1, difference + half) };
};

const verdictOf = ({ low, high }: Difference, isRead: boolean): Verdict => {
  if (low > 0) return 'ahead';
  if (high < 0) return 'behind';
  return isRead ? 'no-difference' : 'not-yet';
};

/** What is read only once is sealed until the people that were planned are through, or nobody else comes. */
export const compareGroups = (one: Counted, first: Counted, how: Comparing): Comparison => {
  const isEnough = Math.min(one.n, first.n) >= how.needed;
  if (one.n === 0 || first.n === 0)
    return {
      verdict: how.look === 'fixed' && !how.isOver ? 'sealed' : 'not-yet',
      difference: null,
    };
  if (how.look === 'sequential') {
    const difference = atAnyTime(one, first, how);
    return { verdict: verdictOf(difference, isEnough || how.isOver), difference };
  }
  if (!isEnough && !how.isOver) return { verdict: 'sealed', difference: null };
  const z = normalQuantile(1 - how.alpha / 2);
  const difference = differenceOf([one.count, one.n], [first.count, first.n], z);
  if (difference === null) return { verdict: 'not-yet', difference };
  // Too few people find a large difference only; that there is none is not said of them.
  return { verdict: verdictOf(difference, isEnough), difference };
};
