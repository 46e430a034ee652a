/** Weeks to build: needs as they come to a service centre, and a schedule without a gap that is known beforehand. */
import { dayLater } from '@shared/domain/calendar/day-text.ts';
import type { DayNeed, Plannable } from '@shared/domain/schedule/build/week-to-build.ts';
import type { Piece } from '@shared/domain/schedule/piece.ts';
import { plan } from './plans.ts';

export const monday = '2026-11-16';
const quarters = 96;

export const advisor = (
  id: string,
  brandIds: readonly string[],
  more: { readonly wishes?: Plannable['wishes'] } & Parameters<typeof plan>[1] & {
      readonly days?: Plannable['plan']['days'];
    } = {},
): Plannable => {
  const { wishes = [], days = [], ...rest } = more;
  return { id, brandIds, wishes, plan: plan(days, rest) };
};

/** Two peaks from eight to eight, nobody on Sunday. */
export const peaks = (height: number): number[] =>
  Array.from({ length: quarters }, (_, at) => {
    const hour = at / 4;
    if (hour < 8 || hour >= 20) return 0;
    const busy =
      0.35 + 0.65 * Math.exp(-((hour - 11) ** 2) / 3) + 0.5 * Math.exp(-((hour - 16) ** 2) / 5);
    return Math.round(height * busy);
  });

export const weekOfNeeds = (
  brands: Readonly<Record<string, number>>,
  days = [0, 1, 2, 3, 4, 5],
): DayNeed[] =>
  Array.from({ length: 7 }, (_, on) => ({
    day: dayLater(monday, on),
    brands: Object.entries(brands).map(([brandId, height]) => ({
      brandId,
      advisors: days.includes(on) ? peaks(height) : new Array<number>(quarters).fill(0),
    })),
  }));

/** Advisors on calls for a brand in each quarter of an hour; one that rests in it is not. */
export const covered = (all: readonly (readonly Piece[])[], brandId?: string): number[] =>
  Array.from({ length: quarters }, (_, at) => {
    const [from, to] = [at * 15, at * 15 + 15];
    return all.filter((pieces) =>
      pieces.some(
        (one) =>
          one.kind === 'calls' &&
          (brandId === undefined || one.brandId === brandId) &&
          one.from <= from &&
          one.to >= to,
      ),
    ).length;
  });
