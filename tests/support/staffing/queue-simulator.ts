/** A queue, call by call: the slow way to know what the formulas say. */
import type { QueueLoad, QueueOutcome } from '@shared/domain/staffing/queue-load.ts';
import { makeChance } from './chance.ts';

type Simulated = {
  readonly load: QueueLoad;
  readonly agents: number;
  readonly targetSeconds: number;
  /** null: callers wait for ever. */
  readonly patienceSeconds: number | null;
  readonly calls: number;
  readonly seed: number;
};

/** First come, first served; the first tenth of the calls only fills the queue. */
export const simulateQueue = (one: Simulated): QueueOutcome => {
  const { load, agents, targetSeconds, patienceSeconds, calls, seed } = one;
  const chance = makeChance(seed);
  const freeAt: number[] = new Array(agents).fill(0);
  let [now, counted, waited, inTime, gaveUp, waitSum, work] = [0, 0, 0, 0, 0, 0, 0];
  let countedFrom = 0;
  for (let call = 0; call < calls; call += 1) {
    now += chance.exponential(3600 / load.callsPerHour);
    let first = 0;
    for (let at = 1; at < agents; at += 1) if ((freeAt[at] ?? 0) < (freeAt[first] ?? 0)) first = at;
    const wait = Math.max(0, (freeAt[first] ?? 0) - now);
    const patience = patienceSeconds === null ? wait + 1 : chance.exponential(patienceSeconds);
    const handling = chance.exponential(load.handlingSeconds);
    const isServed = patience > wait;
    if (isServed) freeAt[first] = now + wait + handling;
    if (call * 10 < calls) {
      countedFrom = now;
      continue;
    }
    counted += 1;
    if (wait > 0) waited += 1;
    if (isServed && wait <= targetSeconds) inTime += 1;
    if (!isServed) gaveUp += 1;
    if (isServed) work += handling;
    waitSum += Math.min(wait, patience);
  }
  return {
    waiting: waited / counted,
    withinTarget: inTime / counted,
    averageWaitSeconds: waitSum / counted,
    abandoned: gaveUp / counted,
    occupancy: work / ((now - countedFrom) * agents),
  };
};
