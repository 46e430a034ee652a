/**
 * How likely somebody is reached at an hour, learned from the campaign's own attempts. A cell of few
 * attempts leans on its row, its column and the whole: one lucky call at seven makes no rule.
 */
const HOURS = 24;

type ReachCell = { readonly attempts: number; readonly reached: number };

/** By ISO weekday (1 Monday) and hour of the person's own clock. */
export type HourlyAttempts = {
  readonly weekday: number;
  readonly hour: number;
  readonly attempts: number;
  readonly reached: number;
};

const none: ReachCell = { attempts: 0, reached: 0 };
const plus = (a: ReachCell, b: ReachCell): ReachCell => ({
  attempts: a.attempts + b.attempts,
  reached: a.reached + b.reached,
});

/** How many attempts the wider figure is worth against the cell's own. */
const WEIGHT = 30;
/** What is taken for granted before the first attempt: one in three is reached. */
const PRIOR: ReachCell = { attempts: 6, reached: 2 };

const lean = ({ attempts, reached }: ReachCell, on: number): number =>
  (reached + WEIGHT * on) / (attempts + WEIGHT);

/**
 * Chance of reaching somebody, 0 to 1, by weekday and hour: the cell leans on its hour over all days,
 * which leans on the whole (an empirical Bayes estimate, Morris 1983).
 */
export const reachBy = (
  rows: readonly HourlyAttempts[],
): ((weekday: number, hour: number) => number) => {
  const cells = new Map<number, ReachCell>();
  const hours = new Map<number, ReachCell>();
  let whole = PRIOR;
  for (const row of rows) {
    const key = row.weekday * HOURS + row.hour;
    cells.set(key, plus(cells.get(key) ?? none, row));
    hours.set(row.hour, plus(hours.get(row.hour) ?? none, row));
    whole = plus(whole, row);
  }
  const overall = whole.reached / whole.attempts;
  return (weekday, hour) =>
    lean(cells.get(weekday * HOURS + hour) ?? none, lean(hours.get(hour) ?? none, overall));
};
