/**
 * Whether an advisor who has signed in to a campaign can take its next call. What her desktop told may
 * be older than the last call that she was given: only a « ready » after it counts.
 */

/** What her desktop told the hub last. */
type Told = { readonly state: string | null; readonly sinceMs: number };

export type SeatFacts = {
  readonly told: Told;
  /** What the switch says of her telephone; `unknown` where it does not tell. */
  readonly line: 'free' | 'in-use' | 'away' | 'unknown';
  /** When a call was last put through to her; null: none since she signed in. */
  readonly givenMs: number | null;
  /** The call that she was given still goes on. */
  readonly isTalking: boolean;
  /** Her telephone did not take a call: she is given none before it. */
  readonly sparedUntilMs: number | null;
};

export const seatStates = ['free', 'talking', 'wrap-up', 'away'] as const;
export type SeatState = (typeof seatStates)[number];

export const seatOf = (
  { told, line, givenMs, isTalking, sparedUntilMs }: SeatFacts,
  nowMs: number,
): SeatState => {
  if (isTalking) return 'talking';
  const isReady = told.state === 'ready';
  // Her call has ended, and her desktop has told of nothing since: she writes up what was said.
  if (givenMs !== null && told.sinceMs <= givenMs && told.state !== 'offline') return 'wrap-up';
  if (told.state === 'wrap-up') return 'wrap-up';
  if (told.state === 'busy' || (isReady && line === 'in-use')) return 'talking';
  if (!isReady || line === 'away') return 'away';
  return sparedUntilMs !== null && sparedUntilMs > nowMs ? 'away' : 'free';
};
