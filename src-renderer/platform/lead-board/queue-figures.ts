/** What queues come to together. Pure. */
import type { BoardQueue } from '@shared/contracts/live/board.ts';

/** Of the calls of today that are over waiting, those answered in time; null before the first. */
export const shareAnswered = (
  queues: readonly Pick<BoardQueue, 'answered' | 'answeredInTime' | 'abandoned'>[],
): number | null => {
  const sum = (part: 'answered' | 'answeredInTime' | 'abandoned') =>
    queues.reduce((total, queue) => total + queue[part], 0);
  const over = sum('answered') + sum('abandoned');
  return over === 0 ? null : sum('answeredInTime') / over;
};

/** Since when whoever has waited longest in any of them waits. */
export const longestSince = (queues: readonly BoardQueue[]): string | null =>
  queues.reduce<string | null>(
    (first, { longestSince }) =>
      longestSince !== null && (first === null || longestSince < first) ? longestSince : first,
    null,
  );
