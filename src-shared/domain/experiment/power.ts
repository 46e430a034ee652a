/** How many people an experiment needs, and what it can find with those that there are. Pure. */
import { halfWidth } from './always-valid.ts';
import type { ExperimentDesign } from './design.ts';
import { normalQuantile } from './normal.ts';

export type Wanted = Pick<ExperimentDesign, 'baseline' | 'smallestEffect' | 'power' | 'look'> & {
  /** The error that one comparison may make. */
  readonly alpha: number;
};

const MOST = 100_000_000;

/** The other share: above, or below where there is no room above. */
const other = (baseline: number, effect: number): number =>
  baseline + effect < 1 ? baseline + effect : Math.max(0, baseline - effect);

const varianceOf = (share: number): number => share * (1 - share);

/**
 * People in each of two groups of one size, to find a difference of shares by a test of two sides (J. L.
 * Fleiss, Statistical Methods for Rates and Proportions, 1981, formula 3.14, without its correction for
 * continuity).
 */
const neededFixed = ({ baseline, smallestEffect, power, alpha }: Wanted): number => {
  const changed = other(baseline, smallestEffect);
  const between = (baseline + changed) / 2;
  const chance = normalQuantile(1 - alpha / 2) * Math.sqrt(2 * varianceOf(between));
  const found = normalQuantile(power) * Math.sqrt(varianceOf(baseline) + varianceOf(changed));
  return Math.ceil(((chance + found) / (baseline - changed)) ** 2);
};

/** The first size at which an interval that is valid at any time excludes zero as often as is wanted. */
const neededSequential = ({ baseline, smallestEffect, power, alpha }: Wanted): number => {
  const changed = other(baseline, smallestEffect);
  const spread = varianceOf(baseline) + varianceOf(changed);
  const isEnough = (n: number): boolean =>
    halfWidth(spread / n, { alpha, scale: smallestEffect }) +
      normalQuantile(power) * Math.sqrt(spread / n) <=
    Math.abs(changed - baseline);
  let [low, high] = [1, 2];
  while (!isEnough(high) && high < MOST) high *= 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
};

export const neededPerLevel = (wanted: Wanted): number =>
  wanted.look === 'fixed' ? neededFixed(wanted) : neededSequential(wanted);

/** The smallest difference that so many people in each group find; null: not even the largest one. */
export const findableWith = (n: number, wanted: Omit<Wanted, 'smallestEffect'>): number | null => {
  const largest = Math.max(1 - wanted.baseline, wanted.baseline) - 1e-6;
  const finds = (smallestEffect: number): boolean =>
    neededPerLevel({ ...wanted, smallestEffect }) <= n;
  if (n < 2 || !finds(largest)) return null;
  let [low, high] = [1e-5, largest];
  for (let turn = 0; turn < 40; turn += 1) {
    const middle = (low + high) / 2;
    if (finds(middle)) high = middle;
    else low = middle;
  }
  return high;
};
