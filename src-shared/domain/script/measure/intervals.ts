/**
 * Rates and means with the interval that they may be off by, at 95 percent. A rate by Wilson's score
 * interval (E. B. Wilson, JASA 22, 1927); the difference of two by Newcombe's hybrid of them (R. G.
 * Newcombe, Statistics in Medicine 17, 1998, p. 873, method 10): both hold for few cases and for
 * rates near 0 and 1, where the textbook's interval does not.
 */

/** The 97.5 percent quantile of the standard normal distribution. */
export const z95 = 1.959_963_984_540_054;

export type Rate = {
  readonly count: number;
  readonly n: number;
  /** Null where there are no cases at all. */
  readonly rate: number | null;
  readonly low: number;
  readonly high: number;
};

export const rateOf = (count: number, n: number, z = z95): Rate => {
  if (n === 0) return { count, n, rate: null, low: 0, high: 1 };
  const p = count / n;
  const middle = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return {
    count,
    n,
    rate: p,
    low: count === 0 ? 0 : (middle - half) / whole,
    high: count === n ? 1 : (middle + half) / whole,
  };
};

export type Difference = {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
};

/** Of the first rate from the second; null where one of them has no cases. */
export const differenceOf = (
  [countA, nA]: readonly [count: number, n: number],
  [countB, nB]: readonly [count: number, n: number],
  z = z95,
): Difference | null => {
  const a = rateOf(countA, nA, z);
  const b = rateOf(countB, nB, z);
  if (a.rate === null || b.rate === null) return null;
  const difference = a.rate - b.rate;
  return {
    difference,
    low: difference - Math.hypot(a.rate - a.low, b.high - b.rate),
    high: difference + Math.hypot(a.high - a.rate, b.rate - b.low),
  };
};

export type Mean = { readonly n: number; readonly mean: number | null; readonly half: number };

/** From sums alone, so that a database can add them up; `half` is half of the interval. */
export const meanOf = (n: number, sum: number, sumOfSquares: number): Mean => {
  if (n === 0) return { n, mean: null, half: 0 };
  const mean = sum / n;
  if (n === 1) return { n, mean, half: 0 };
  const variance = Math.max(0, (sumOfSquares - n * mean * mean) / (n - 1));
  return { n, mean, half: z95 * Math.sqrt(variance / n) };
};

/** From so many cases on a value is told; below, it is too few. */
export const leastCases = 100;
