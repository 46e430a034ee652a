/**
 * How far a desktop's clock is from the hub's, and what is done about it. The hub's answer is taken to
 * lie in the middle of the request (RFC 5905 §8): the error is half of the time it took at most.
 */
export type ClockSample = {
  /** By the desktop's clock. */
  readonly sentAtMs: number;
  readonly gotAtMs: number;
  readonly hubMs: number;
};

/** What is added to the desktop's clock to have the hub's. */
export const offsetOf = ({ sentAtMs, gotAtMs, hubMs }: ClockSample): number =>
  Math.round(hubMs - (sentAtMs + gotAtMs) / 2);

const bearableMs = 2_000;
const farMs = 2 * 60_000;

/** A little more or less is left as it is: it would only make times jump. */
export const correctionOf = (sample: ClockSample): number => {
  const offset = offsetOf(sample);
  const uncertain = (sample.gotAtMs - sample.sentAtMs) / 2;
  return Math.abs(offset) <= bearableMs + uncertain ? 0 : offset;
};

/** So far that she is told. */
export const isFarWrong = (correctionMs: number): boolean => Math.abs(correctionMs) >= farMs;
