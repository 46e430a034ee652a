/**
 * How many slips of the keyboard lie between what was typed and a word: a letter too many, too few,
 * another one, or two neighbours exchanged (optimal string alignment).
 */

export const editsAllowed = (length: number): number => (length >= 8 ? 2 : length >= 4 ? 1 : 0);

type Codes = ArrayLike<number>;

/** Rows of the table, reused: a search compares with thousands of words. */
let rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];

/**
 * Edits from `typed` to the word that begins at `from` and ends before `to`, or to its nearest
 * beginning when `prefix`. @returns more than `most` as `most + 1`.
 */
export const editsBetween = (
  typed: Codes,
  word: Codes,
  { from, to, most, prefix }: { from: number; to: number; most: number; prefix: boolean },
): number => {
  const height = typed.length;
  const width = Math.min(to - from, height + most);
  if (to - from < height - most || (!prefix && to - from > height + most)) return most + 1;
  if (height >= (rows[0]?.length ?? 0)) rows = rows.map(() => new Uint8Array(height + 64));
  let [before, last, next] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let at = 0; at <= height; at += 1) last[at] = at;
  let best = last[height] as number;
  for (let column = 1; column <= width; column += 1) {
    const letter = word[from + column - 1];
    next[0] = column;
    let lowest = column;
    for (let at = 1; at <= height; at += 1) {
      const same = typed[at - 1] === letter ? 0 : 1;
      let cost = Math.min(
        (last[at - 1] as number) + same,
        (last[at] as number) + 1,
        (next[at - 1] as number) + 1,
      );
      const crossed =
        column > 1 &&
        at > 1 &&
        typed[at - 2] === letter &&
        typed[at - 1] === word[from + column - 2];
      if (crossed) cost = Math.min(cost, (before[at - 2] as number) + 1);
      next[at] = cost;
      if (cost < lowest) lowest = cost;
    }
    [before, last, next] = [last, next, before];
    best = Math.min(best, last[height] as number);
    if (lowest > most) return prefix ? Math.min(best, most + 1) : most + 1;
  }
  return Math.min(prefix ? best : (last[height] as number), most + 1);
};
