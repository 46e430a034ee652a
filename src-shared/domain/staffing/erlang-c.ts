/** A queue of callers who wait for as long as it takes (M/M/n; A. K. Erlang, 1917). */
import {
  erlangB,
  erlangsOf,
  nobodyWaits,
  type QueueLoad,
  type QueueOutcome,
} from './queue-load.ts';

const growing: QueueOutcome = {
  waiting: 1,
  withinTarget: 0,
  averageWaitSeconds: Number.POSITIVE_INFINITY,
  abandoned: 0,
  occupancy: 1,
};

/** @param targetSeconds within which a call should be answered */
export const erlangC = (load: QueueLoad, agents: number, targetSeconds: number): QueueOutcome => {
  const erlangs = erlangsOf(load);
  if (erlangs === 0) return nobodyWaits;
  if (agents <= erlangs) return growing;
  const blocked = erlangB(erlangs, agents);
  const occupancy = erlangs / agents;
  const waiting = blocked / (1 - occupancy * (1 - blocked));
  const spare = (agents - erlangs) / load.handlingSeconds;
  return {
    waiting,
    withinTarget: 1 - waiting * Math.exp(-spare * targetSeconds),
    averageWaitSeconds: waiting / spare,
    abandoned: 0,
    occupancy,
  };
};
