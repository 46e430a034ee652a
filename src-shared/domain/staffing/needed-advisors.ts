/** How many advisors a queue needs for what was promised to its callers. */
import { erlangA } from './erlang-a.ts';
import { erlangC } from './erlang-c.ts';
import { erlangsOf, type QueueLoad, type QueueOutcome } from './queue-load.ts';

export type ServiceGoal = {
  /** Share of all calls, 0 to 1, to be answered within the target. */
  readonly share: number;
  readonly targetSeconds: number;
  /** Mean patience of callers; null: they wait for ever (Erlang C). */
  readonly patienceSeconds: number | null;
  /** Advisors are not to be busier than this share of their time, 0 to 1. */
  readonly busiest: number;
};

/** What becomes of the calls with so many advisors, by the model that the goal asks for. */
export const outcomeWith = (load: QueueLoad, agents: number, goal: ServiceGoal): QueueOutcome => {
  const { targetSeconds, patienceSeconds } = goal;
  return patienceSeconds === null
    ? erlangC(load, agents, targetSeconds)
    : erlangA(load, agents, { targetSeconds, patienceSeconds });
};

const isMet = (load: QueueLoad, agents: number, goal: ServiceGoal): boolean => {
  const { withinTarget, occupancy } = outcomeWith(load, agents, goal);
  return withinTarget >= goal.share && occupancy <= goal.busiest;
};

/**
 * The smallest number of advisors at their telephones that meets the goal; nobody where nobody calls.
 * Every advisor more serves better, so the least number is found by halving.
 */
export const neededAdvisors = (load: QueueLoad, goal: ServiceGoal): number => {
  if (erlangsOf(load) === 0) return 0;
  let high = Math.max(1, Math.ceil(erlangsOf(load)));
  while (!isMet(load, high, goal)) high *= 2;
  let low = 0;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isMet(load, middle, goal)) high = middle;
    else low = middle;
  }
  return high;
};
