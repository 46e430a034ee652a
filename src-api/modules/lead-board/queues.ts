/** The queues as a board shows them: who waits now by the switch, and the day's counts by the hub. */
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

const nowOf = (queue: QueueNow | undefined) => {
  const callers = queue?.callers ?? [];
  const members = queue?.members ?? [];
  const there = members.filter(({ line }) => line === 'free' || line === 'in-use');
  const since = callers.map((caller) => caller.since);
  return {
    waiting: callers.length,
    longestSince: since.length === 0 ? null : toInstant(Math.min(...since)),
    staffed: there.filter(({ isPaused }) => !isPaused).length,
    paused: there.filter(({ isPaused }) => isPaused).length,
  };
};

export const boardQueues = (
  centre: CentrePort | null,
  named: readonly NamedQueue[],
  counts: ReadonlyMap<string, QueueCounts>,
): BoardQueue[] => {
  const known = centre?.queues();
  return named.map((queue) => ({
    ...queue,
    ...nowOf(known?.get(queue.name)),
    ...(counts.get(queue.name) ?? nothingCounted),
  }));
};
