/** What queues come to together. Pure. */
import type { BoardQueue } from '@shared/contracts/live/board.ts';
import type { BoardState } from '@shared/contracts/live/board-state.ts';
import { strictest, type Thresholds } from '@shared/domain/lead-board/thresholds.ts';

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

/** What holds for each queue: of the team that is looked at, or of all that serve its brand. */
export const queueThresholds = (
  { seats, thresholds }: Pick<BoardState, 'seats' | 'thresholds'>,
  teamId: string | null,
): ((queue: Pick<BoardQueue, 'brandId'>) => Thresholds) => {
  const teams = new Map<string, Set<string>>();
  for (const { brandIds, teamId: of } of seats.values())
    for (const brandId of brandIds) teams.set(brandId, (teams.get(brandId) ?? new Set()).add(of));
  return ({ brandId }) => {
    const serving = teamId === null ? [...(teams.get(brandId) ?? [])] : [teamId];
    const known = serving.flatMap((id) => thresholds[id] ?? []);
    return strictest(known.length === 0 ? Object.values(thresholds) : known);
  };
};
