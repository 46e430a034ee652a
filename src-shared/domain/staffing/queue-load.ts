/** What a queue is offered and what becomes of it with so many advisors. */

export type QueueLoad = {
  readonly callsPerHour: number;
  /** Talk, hold and wrap-up of a call, on average. */
  readonly handlingSeconds: number;
};

export type QueueOutcome = {
  /** Share of the calls that wait at all. */
  readonly waiting: number;
  /** Share of all calls that is answered within the target. */
  readonly withinTarget: number;
  /** Of all calls, those that give up included. Infinite where the queue only grows. */
  readonly averageWaitSeconds: number;
  /** Share of the calls that give up. */
  readonly abandoned: number;
  /** Share of the advisors' time that is taken by calls, 0 to 1. */
  readonly occupancy: number;
};

export const nobodyWaits: QueueOutcome = {
  waiting: 0,
  withinTarget: 1,
  averageWaitSeconds: 0,
  abandoned: 0,
  occupancy: 0,
};

/** Offered load in erlangs: advisors who would be busy at every moment if nobody ever waited. */
export const erlangsOf = ({ callsPerHour, handlingSeconds }: QueueLoad): number =>
  (callsPerHour * handlingSeconds) / 3600;

/**
 * Share of calls that find every one of `agents` busy where nobody waits (A. K. Erlang, 1917), by its
 * recurrence, which neither overflows nor loses digits.
 */
export const erlangB = (erlangs: number, agents: number): number => {
  if (erlangs === 0) return agents === 0 ? 1 : 0;
  let inverse = 1;
  for (let n = 1; n <= agents; n += 1) inverse = 1 + (inverse * n) / erlangs;
  return 1 / inverse;
};
