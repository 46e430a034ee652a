/**
 * The sample of calls that may be recorded for evaluation. Whether a call is drawn depends on a number
 * that nobody can foresee nor choose: the head of a keyed hash (HMAC-SHA-256) over the call, whose key
 * is the month's. The fingerprint of the key is known from the month's first draw on, the key itself
 * when the month is over: then anybody can draw again and sees that nothing was steered.
 */

const headDigits = 13;

/** 0 to 1, of a hash in hexadecimal digits: 52 bits, what a number holds exactly. */
export const unitOf = (digest: string): number =>
  Number.parseInt(digest.slice(0, headDigits), 16) / 16 ** headDigits;

export type SampleSoFar = {
  readonly perMonth: number;
  /** Of this advisor and month. */
  readonly drawn: number;
  /** Calls that she is likely to have until the month's end, this one included. */
  readonly expectedRest: number;
};

/** Spread over the month: what is still to be drawn over the calls still to come; never above the sample. */
export const chanceOf = ({ perMonth, drawn, expectedRest }: SampleSoFar): number => {
  const wanted = perMonth - drawn;
  return wanted <= 0 ? 0 : Math.min(1, wanted / Math.max(1, expectedRest));
};

/** With no calls of hers to go by, and for whole days. */
const usualCallsADay = 40;

/** @param callsADay null while she has too few days behind her. */
export const expectedRestOf = (callsADay: number | null, daysLeft: number): number =>
  Math.max(1, Math.round((callsADay ?? usualCallsADay) * Math.max(1, daysLeft)));

/** What anybody who asks is told of a draw, kept with it. */
export type Draw = SampleSoFar & {
  readonly month: string;
  readonly unit: number;
  readonly chance: number;
};

export const isDrawn = ({ unit, chance }: Pick<Draw, 'unit' | 'chance'>): boolean => unit < chance;
