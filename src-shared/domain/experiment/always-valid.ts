/**
 * An interval for a difference that may be looked at after every person, as often as one likes, and is wrong
 * no more often than it says: the mixture sequential probability ratio test (H. Robbins, Annals of
 * Mathematical Statistics 41, 1970; R. Johari, L. Pekelis and D. Walsh, Operations Research 70(3), 2022).
 * An ordinary interval that is looked at every day names a winner where there is none.
 */

type Mixing = {
  readonly alpha: number;
  /** The differences that are expected, as a standard deviation: the interval is narrowest for them. */
  readonly scale: number;
};

/** @param variance of the difference, as it was estimated */
export const halfWidth = (variance: number, { alpha, scale }: Mixing): number => {
  if (variance <= 0) return 0;
  const mixing = scale * scale;
  const sum = variance + mixing;
  return Math.sqrt(((variance * sum) / mixing) * (Math.log(sum / variance) - 2 * Math.log(alpha)));
};
