/** The queues as a board shows them: who waits now by the switch, and the day's counts by the hub. */
import type { KeptArrival } from '@api/modules/distribution/arrivals-repository.ts';
import type { CentrePort, QueueNow } from '@api/pbx/centre-port.ts';
import type { BoardQueue } from '@shared/contracts/live/board.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { NamedQueue } from './people-repository.ts';

export type QueueCounts = Pick<BoardQueue, 'offered' | 'answeredInTime' | 'answered' | 'abandoned'>;
export const nothingCounted: QueueCounts = {
  offered: 0,
  answeredInTime: 0,
  answered: 0,
  abandoned: 0,
};

const nowOf = (queue: QueueNow | undefined, arrivals: ReadonlyMap<string, KeptArrival>) => {
  const callers = queue?.callers ?? [];
  const members = queue?.members ?? [];
  const there = members.filter(({ line }) => line === 'free' || line === 'in-use');
  const since = callers.map((caller) => caller.since);
  return {
    waiting: callers.length,
    longestSince: since.length === 0 ? null : toInstant(Math.min(...since)),
    staffed: there.filter(({ isPaused }) => !isPaused).length,
    paused: there.filter(({ isPaused }) => isPaused).length,
    preferred: callers.flatMap(({ legId, position, priority }) => {
      const kept = arrivals.get(`${queue?.name}\n${legId}`);
      return kept === undefined ? [] : [{ position, priority, why: [...kept.why] }];
    }),
  };
};

export const boardQueues = (
  centre: CentrePort | null,
  named: readonly NamedQueue[],
  counts: ReadonlyMap<string, QueueCounts>,
  arrivals: readonly KeptArrival[],
): BoardQueue[] => {
  const known = centre?.queues();
  const byLeg = new Map(arrivals.map((one) => [`${one.queue}\n${one.legId}`, one]));
  return named.map((queue) => ({
    ...queue,
    ...nowOf(known?.get(queue.name), byLeg),
    ...(counts.get(queue.name) ?? nothingCounted),
  }));
};
