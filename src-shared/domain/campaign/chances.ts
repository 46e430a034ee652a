/** How many of several independent things come true (the Poisson binomial distribution). Pure. */

/** `[k]` is the chance that exactly k of them do; by convolution, exact. */
export const countChances = (chances: readonly number[]): readonly number[] => {
  let spread = [1];
  for (const chance of chances) {
    const next = new Array<number>(spread.length + 1).fill(0);
    spread.forEach((share, count) => {
      next[count] = (next[count] ?? 0) + share * (1 - chance);
      next[count + 1] = (next[count + 1] ?? 0) + share * chance;
    });
    spread = next;
  }
  return spread;
};

/** How many more there are of the first than of the second, on average, when there are more. */
export const expectedExcess = (
  first: readonly number[],
  second: readonly number[],
  secondAtLeast: number,
): number => {
  let excess = 0;
  first.forEach((a, count) => {
    if (count <= secondAtLeast) return;
    second.forEach((b, more) => {
      const left = count - secondAtLeast - more;
      if (left > 0) excess += a * b * left;
    });
  });
  return excess;
};
