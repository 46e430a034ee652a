/**
 * What was planned against what was done, minute by minute, and fair: a call that goes on is no fault, a rest
 * that it delays may be taken later, and what nobody knows is not measured.
 */
import { isAtScreen, isRest, type Piece } from './piece.ts';

export type KnownState = {
  readonly state: string;
  /** In minutes of the day; before it: negative. */
  readonly since: number;
};

export type Adherence = {
  /** Minutes in which she was planned at her telephone or at rest, and it is known what she did. */
  readonly measured: number;
  /** As planned, or excused. */
  readonly followed: number;
  /** Of them, those in which she did otherwise for a reason that is not hers. */
  readonly excused: number;
};

export const noAdherence: Adherence = { measured: 0, followed: 0, excused: 0 };

/** A state that nobody changed for longer than any shift belongs to a desktop that is gone. */
const longestShift = 16 * 60;

const isCall = (state: string): boolean => state === 'busy' || state === 'wrap-up';
const isThere = (state: string): boolean => state === 'ready' || isCall(state);

const stateAt = (states: readonly KnownState[], minute: number): KnownState | null => {
  const last = states.filter(({ since }) => since <= minute).at(-1);
  return last === undefined || minute - last.since > longestShift ? null : last;
};

type Minute = 'unmeasured' | 'followed' | 'excused' | 'not';

/** Rest that calls took from her, and that she may take afterwards. */
class Owed {
  #minutes = 0;

  judge(piece: Piece, state: string): Minute {
    if (isRest(piece)) {
      // In a call, or finishing one: she did not choose it.
      if (isCall(state)) {
        this.#minutes += 1;
        return 'excused';
      }
      return isThere(state) ? 'not' : 'followed';
    }
    if (isThere(state)) return 'followed';
    if (this.#minutes > 0) {
      this.#minutes -= 1;
      return 'excused';
    }
    return 'not';
  }
}

/**
 * @param until minute of the day up to which it is judged
 * @returns training and meetings are not measured: they are not at the telephone
 */
export const adherenceOf = (
  pieces: readonly Piece[],
  states: readonly KnownState[],
  until: number,
): Adherence => {
  const sorted = [...states].sort((a, b) => a.since - b.since);
  const owed = new Owed();
  const counts = { unmeasured: 0, followed: 0, excused: 0, not: 0 };
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    if (!isAtScreen(piece) && !isRest(piece)) continue;
    for (let minute = piece.from; minute < Math.min(piece.to, until); minute += 1) {
      const known = stateAt(sorted, minute);
      counts[known === null ? 'unmeasured' : owed.judge(piece, known.state)] += 1;
    }
  }
  const { followed, excused, not } = counts;
  return { measured: followed + excused + not, followed: followed + excused, excused };
};

export const addedUp = (all: readonly Adherence[]): Adherence =>
  all.reduce(
    (sum, one) => ({
      measured: sum.measured + one.measured,
      followed: sum.followed + one.followed,
      excused: sum.excused + one.excused,
    }),
    noAdherence,
  );
