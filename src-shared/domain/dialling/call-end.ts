/** What a call of the dialler was for whoever was called, by how it ended. */
import type { DialResult } from '../campaign/dial-result.ts';

/** How the switch says that it ended. */
export type CallEnd =
  | 'machine'
  | 'abandoned'
  | 'hung-up'
  | 'busy'
  | 'no-answer'
  | 'unknown-number'
  | 'failed'
  /** The switch has no such call any more, and nobody heard of its end. */
  | 'lost';

export type CallSoFar = {
  readonly isAnswered: boolean;
  /** It was sent to an advisor. */
  readonly isGiven: boolean;
  /** She took it. */
  readonly isTaken: boolean;
};

export type EndedAs = { readonly result: DialResult; readonly failure: string | null };

const unanswered: { readonly [end in CallEnd]: EndedAs } = {
  machine: { result: 'machine', failure: 'machine' },
  abandoned: { result: 'abandoned', failure: 'no-advisor' },
  // She took it up and put it down before anybody could tell whether she is a person.
  'hung-up': { result: 'no-answer', failure: 'hung-up' },
  busy: { result: 'busy', failure: null },
  'no-answer': { result: 'no-answer', failure: null },
  'unknown-number': { result: 'wrong-number', failure: 'unknown-number' },
  failed: { result: 'failed', failure: 'network' },
  lost: { result: 'failed', failure: 'switch-lost' },
};

/**
 * Whoever picked up and was sent to nobody was abandoned, also when she did not wait for the end of it;
 * whoever hung up while an advisor was taking her was not.
 */
export const endedAs = ({ isAnswered, isGiven, isTaken }: CallSoFar, end: CallEnd): EndedAs => {
  if (isTaken) return { result: 'reached', failure: null };
  if (!isAnswered || end === 'machine' || end === 'abandoned') return unanswered[end];
  return isGiven && end !== 'lost' ? unanswered['hung-up'] : unanswered.abandoned;
};
