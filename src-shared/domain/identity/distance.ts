/**
 * Slips of typing between two words: a letter too many, too few, another or two swapped
 * (Damerau-Levenshtein, the restricted form of optimal string alignment).
 */

/** At most `limit + 1`: counting stops where it does not matter any more. */
export const slipsBetween = (one: string, other: string, limit: number): number => {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + same,
        swapped ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[other.length] ?? 0, limit + 1);
};

/** Short words forgive nothing, long ones two slips: Roy and Rey are two families. */
export const areClose = (one: string, other: string): boolean => {
  const length = Math.min(one.length, other.length);
  if (length < 4) return false;
  const limit = length < 8 ? 1 : 2;
  return slipsBetween(one, other, limit) <= limit;
};
