/** What was written, to be taken back and done again. Pure. */
/** `place` null: a deed of its own, which nothing is added to. */
type Moment = { readonly place: string | null; readonly atMs: number };

export type History<T> = {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
  /** What the last change was of: a change of the same place soon after belongs to it. */
  readonly last: Moment | null;
};

const mostKept = 200;
/** Letters of one word are taken back together. */
const togetherMs = 900;

export const startHistory = <T>(now: T): History<T> => ({ past: [], now, future: [], last: null });

export const changed = <T>(history: History<T>, next: T, { place, atMs }: Moment): History<T> => {
  if (next === history.now) return history;
  const { last } = history;
  const goesOn =
    last !== null && place !== null && last.place === place && atMs - last.atMs < togetherMs;
  const past = goesOn ? history.past : [...history.past, history.now].slice(-mostKept);
  return { past, now: next, future: [], last: { place, atMs } };
};

export const undone = <T>(history: History<T>): History<T> => {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    now: before,
    future: [history.now, ...history.future],
    last: null,
  };
};

export const redone = <T>(history: History<T>): History<T> => {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future, last: null };
};
