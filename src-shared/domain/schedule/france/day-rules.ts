/** What holds within one day: its length, its breaks, and that nobody is in two places. */
import { inOrder, isAtScreen, isRest, overlapOf, type Piece, workedMinutes } from '../piece.ts';
import type { Found, PersonPlan, WorkRule } from '../work-rule.ts';
import { always, code, since2008, since2016 } from './sources.ts';

const longestDay = 600;
const breakDueAfter = 360;
const shortestBreak = 20;

const eachDay =
  (check: (pieces: readonly Piece[], plan: PersonPlan) => Omit<Found, 'day'> | null) =>
  (plan: PersonPlan): readonly Found[] =>
    plan.days.flatMap(({ day, pieces }) => {
      const found = check(inOrder(pieces), plan);
      return found === null ? [] : [{ ...found, day }];
    });

type Run = { readonly from: number; readonly to: number };

/**
 * The first stretch longer than `limit` without a rest: `rests` says which pieces are one, and a gap in
 * the plan of at least `gap` minutes is one, too.
 */
const longRun = (
  pieces: readonly Piece[],
  rests: (piece: Piece) => boolean,
  { limit, gap }: { readonly limit: number; readonly gap: number },
): Run | null => {
  let run: Run | null = null;
  for (const piece of pieces) {
    if (rests(piece)) {
      run = null;
      continue;
    }
    const goesOn: boolean = run !== null && piece.from - run.to < gap;
    run = { from: goesOn && run !== null ? run.from : piece.from, to: piece.to };
    if (run.to - run.from > limit) return run;
  }
  return null;
};

const isLongRest = (piece: Piece): boolean =>
  isRest(piece) && piece.to - piece.from >= shortestBreak;

/** Work reaches six hours only after a pause: neither in one stretch, nor in all without any. */
const withoutBreak = (pieces: readonly Piece[]): Run | null => {
  const run = longRun(pieces, isLongRest, { limit: breakDueAfter, gap: shortestBreak });
  if (run !== null) return run;
  const whole = longRun(pieces, isLongRest, { limit: breakDueAfter - 1, gap: shortestBreak });
  const [first, last] = [pieces[0], pieces.at(-1)];
  const isAll = whole !== null && whole.from === first?.from && whole.to === last?.to;
  return isAll ? whole : null;
};

export const dayRules: readonly WorkRule[] = [
  {
    id: 'overlap',
    ...always,
    weight: 'refused',
    check: eachDay((pieces) => {
      const twice = overlapOf(pieces);
      return twice && { from: twice.from, to: twice.to, measured: 2, limit: 1 };
    }),
  },
  {
    id: 'day-length',
    ...code('L3121-18'),
    since: since2016,
    weight: 'refused',
    check: eachDay((pieces, { settings }) => {
      const measured = workedMinutes(pieces, settings);
      if (measured <= longestDay) return null;
      // Where the tenth hour is over: from there on it is too long.
      let left = longestDay;
      const over = pieces.find((piece) => {
        left -= workedMinutes([piece], settings);
        return left < 0;
      });
      const from = over === undefined ? 0 : over.to + left;
      return { from, to: pieces.at(-1)?.to ?? from, measured, limit: longestDay };
    }),
  },
  {
    id: 'break-after-six',
    ...code('L3121-16'),
    since: since2016,
    weight: 'refused',
    check: eachDay((pieces) => {
      const run = withoutBreak(pieces);
      return run && { ...run, measured: run.to - run.from, limit: breakDueAfter };
    }),
  },
  {
    id: 'screen-break',
    ...code('R4542-4'),
    since: since2008,
    weight: 'refused',
    check: eachDay((pieces, { settings: { screen } }) => {
      if (screen === null) return null;
      const rests = (piece: Piece) =>
        !isAtScreen(piece) && piece.to - piece.from >= screen.breakMinutes;
      const run = longRun(pieces, rests, { limit: screen.everyMinutes, gap: screen.breakMinutes });
      return run && { ...run, measured: run.to - run.from, limit: screen.everyMinutes };
    }),
  },
];
