/** How far a count may be off its mean: a Poisson count whose mean itself varies (negative binomial). */

/**
 * The smallest count at or below which `share` of the outcomes lie.
 * @param relative standard deviation of the mean as a share of it; 0: a pure Poisson count
 */
export const countQuantile = (mean: number, relative: number, share: number): number => {
  if (mean <= 0) return 0;
  const shape = 1 / Math.max(relative * relative, 1e-9);
  const odds = mean / (mean + shape);
  // In logarithms: the first terms of a large mean are smaller than any number.
  let logTerm = shape * Math.log1p(-odds);
  let sum = Math.exp(logTerm);
  let count = 0;
  const atMost = mean + 60 * Math.sqrt(mean + (mean * relative) ** 2) + 60;
  while (sum < share && count < atMost) {
    logTerm += Math.log(odds) + Math.log((count + shape) / (count + 1));
    count += 1;
    sum += Math.exp(logTerm);
  }
  return count;
};
