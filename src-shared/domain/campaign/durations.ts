/** What is known of how long something takes, from those that ended: enough to say when the next ends. */

/** Seconds, sorted. */
export type Durations = { readonly sorted: readonly number[] };

export const durationsOf = (seconds: readonly number[]): Durations => ({
  sorted: seconds.filter((one) => Number.isFinite(one) && one >= 0).sort((a, b) => a - b),
});

/** How many of them are at most `seconds`. */
const upTo = ({ sorted }: Durations, seconds: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const meanOf = ({ sorted }: Durations): number =>
  sorted.length === 0 ? 0 : sorted.reduce((sum, one) => sum + one, 0) / sorted.length;

/** Share of those that took at most `seconds`, 0 to 1. */
export const shareWithin = (durations: Durations, seconds: number): number =>
  durations.sorted.length === 0 ? 0 : upTo(durations, seconds) / durations.sorted.length;

/**
 * The chance that what has lasted `elapsed` seconds ends within the next `ahead`. Those that still go
 * on count too (`goingOn`, sorted): forgetting them, the long ones, would call everything short
 * (Kaplan and Meier 1958). What has lasted longer than anything before is taken to go on: nobody is
 * dialled on the hope that it ends.
 */
export const endsWithin = (
  durations: Durations,
  goingOn: Durations,
  elapsed: number,
  ahead: number,
): number => {
  const ended = upTo(durations, elapsed + ahead) - upTo(durations, elapsed);
  const outlasted =
    durations.sorted.length -
    upTo(durations, elapsed) +
    (goingOn.sorted.length - upTo(goingOn, elapsed + ahead));
  return outlasted <= 0 ? 0 : ended / outlasted;
};
