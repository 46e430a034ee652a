/** Whom the board shows, and in which order. Pure. */
import { byName, byNeed } from '@shared/domain/lead-board/attention.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import type { Thresholds } from '@shared/domain/lead-board/thresholds.ts';

export type BoardFilter = {
  readonly team: string | null;
  readonly site: string | null;
  readonly brand: string | null;
  readonly skill: string | null;
  /** Part of a name. */
  readonly name: string;
  readonly order: 'name' | 'need';
};
export const everybody: BoardFilter = {
  team: null,
  site: null,
  brand: null,
  skill: null,
  name: '',
  order: 'name',
};

type Team = { readonly id: string; readonly site: string | null };

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const fits = (seat: Seat, filter: BoardFilter, teams: readonly Team[]): boolean =>
  (filter.team === null || seat.teamId === filter.team) &&
  (filter.site === null || teams.find(({ id }) => id === seat.teamId)?.site === filter.site) &&
  // In a call, its brand is what counts; else whom she could speak for.
  (filter.brand === null ||
    (seat.now?.call?.brandId == null
      ? seat.brandIds.includes(filter.brand)
      : seat.now.call.brandId === filter.brand)) &&
  (filter.skill === null || seat.skills.includes(filter.skill)) &&
  (filter.name.trim() === '' || plain(seat.name).includes(plain(filter.name.trim())));

/** By name each has her place, so that she is found by it; by need the first is who needs the lead most. */
export const shownSeats = (
  seats: ReadonlyMap<string, Seat>,
  filter: BoardFilter,
  {
    teams,
    thresholdsOf,
    nowMs,
  }: {
    readonly teams: readonly Team[];
    readonly thresholdsOf: (teamId: string) => Thresholds;
    readonly nowMs: number;
  },
): Seat[] => {
  const shown = [...seats.values()].filter((seat) => fits(seat, filter, teams));
  return filter.order === 'need' ? shown.sort(byNeed(thresholdsOf, nowMs)) : shown.sort(byName);
};

/** The values that can be chosen from; one alone is no choice. */
export const choicesOf = (values: Iterable<string>): string[] => {
  const all = [...new Set(values)].sort((a, b) => a.localeCompare(b, 'fr'));
  return all.length > 1 ? all : [];
};
