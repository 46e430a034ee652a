/**
 * A queue of callers who give up after a while (M/M/n+M; C. Palm, 1957), computed from the virtual wait
 * as in A. Mandelbaum and S. Zeltyn, "The Palm/Erlang-A queue, with applications to call centers", 2005.
 * It has an answer for any number of advisors, also for too few.
 */
import {
  erlangB,
  erlangsOf,
  nobodyWaits,
  type QueueLoad,
  type QueueOutcome,
} from './queue-load.ts';

/** Intervals of Simpson's rule over each integral; even. */
const slices = 400;
/** Beyond this many powers of e below its peak the density adds nothing. */
const negligible = 40;

const integral = (f: (x: number) => number, from: number, to: number): number => {
  if (to <= from) return 0;
  const step = (to - from) / slices;
  let sum = f(from) + f(to);
  for (let n = 1; n < slices; n += 1) sum += f(from + n * step) * (n % 2 === 1 ? 4 : 2);
  return (sum * step) / 3;
};

/** The wait at which the exponent, which falls for good after its peak, is negligible. */
const endOf = (exponent: (x: number) => number, peak: number, firstStep: number): number => {
  const top = exponent(peak);
  let low = peak;
  let high = peak + firstStep;
  while (top - exponent(high) < negligible) {
    low = high;
    high = peak + 2 * (high - peak);
  }
  for (let n = 0; n < 40; n += 1) {
    const middle = (low + high) / 2;
    if (top - exponent(middle) < negligible) low = middle;
    else high = middle;
  }
  return high;
};

/**
 * @param targetSeconds within which a call should be answered
 * @param patienceSeconds how long a caller would wait on average before giving up
 */
export const erlangA = (
  load: QueueLoad,
  agents: number,
  { targetSeconds, patienceSeconds }: { targetSeconds: number; patienceSeconds: number },
): QueueOutcome => {
  const arrivals = load.callsPerHour / 3600;
  const erlangs = erlangsOf(load);
  if (erlangs === 0) return nobodyWaits;
  if (agents === 0)
    return {
      waiting: 1,
      withinTarget: 0,
      averageWaitSeconds: patienceSeconds,
      abandoned: 1,
      occupancy: 0,
    };
  const allButOneBusy = erlangB(erlangs, agents - 1);
  // So unlikely that no number can say it.
  if (allButOneBusy === 0) return { ...nobodyWaits, occupancy: erlangs / agents };
  const served = agents / load.handlingSeconds;
  const exponent = (x: number): number =>
    arrivals * patienceSeconds * -Math.expm1(-x / patienceSeconds) - served * x;
  const peak = arrivals > served ? patienceSeconds * Math.log(arrivals / served) : 0;
  const top = exponent(peak);
  const end = endOf(exponent, peak, load.handlingSeconds / agents);
  const density = (x: number): number => arrivals * Math.exp(exponent(x) - top);
  const answered = (x: number): number => density(x) * Math.exp(-x / patienceSeconds);
  /** Both parts of the line are cut at the peak: each is smooth and no slice is wasted. */
  const over = (f: (x: number) => number, to: number): number =>
    integral(f, 0, Math.min(peak, to)) + integral(f, Math.min(peak, to), to);
  const free = Math.exp(-top) / allButOneBusy;
  const all = free + over(density, end);
  const waiting = 1 - free / all;
  const afterWaiting = over(answered, end) / all;
  const abandoned = Math.max(0, waiting - afterWaiting);
  return {
    waiting,
    withinTarget: (free + over(answered, Math.min(targetSeconds, end))) / all,
    averageWaitSeconds: abandoned * patienceSeconds,
    abandoned,
    occupancy: Math.min(1, (erlangs * (1 - abandoned)) / agents),
  };
};
