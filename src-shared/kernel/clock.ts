/** Time is injected, so that tests decide what time it is. */
export type Clock = {
  /** Milliseconds since the Unix epoch, UTC. */
  readonly now: () => number;
};

export const systemClock: Clock = { now: () => Date.now() };

/** ISO 8601 instant in UTC with milliseconds, the only form of a time on the wire. */
export const toInstant = (epochMs: number): string => new Date(epochMs).toISOString();
