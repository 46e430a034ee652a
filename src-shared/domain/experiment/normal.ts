/** The standard normal distribution: from a value to its probability and back. Pure. */

/** Beyond it the tail is smaller than what a number can tell from nothing. */
const FAR = 8;
const HALF_LOG_TWO_PI = 0.918_938_533_204_672_8;

/** By its Taylor series around zero (G. Marsaglia, Journal of Statistical Software 11(4), 2004). */
export const normalBelow = (x: number): number => {
  if (x <= -FAR) return 0;
  if (x >= FAR) return 1;
  const square = x * x;
  let [sum, before, part] = [x, 0, x];
  for (let odd = 3; sum !== before; odd += 2) {
    part *= square / odd;
    before = sum;
    sum += part;
  }
  return 0.5 + sum * Math.exp(-0.5 * square - HALF_LOG_TWO_PI);
};

/** The value below which a share of the distribution lies. @param share between 0 and 1, both excluded */
export const normalQuantile = (share: number): number => {
  let [low, high] = [-FAR, FAR];
  // Each turn halves the interval: after sixty it is as narrow as a number can say.
  for (let turn = 0; turn < 60; turn += 1) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
