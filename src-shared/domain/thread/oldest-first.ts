/** Exchanges in the order of time. Pure. */
import type { Interaction } from '../interaction/interaction.ts';

/** Times and ids have one form each: as they are written they compare as a locale would, at once. */
const before = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

export const oldestFirst = <Row extends Pick<Interaction, 'id' | 'startedAt'>>(
  rows: readonly Row[],
): Row[] => [...rows].sort((a, b) => before(a.startedAt, b.startedAt) || before(a.id, b.id));
