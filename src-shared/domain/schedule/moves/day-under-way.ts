/** A day that has begun: what each brand needs from now on, and who is planned where. */
import type { ServiceGoal } from '../../staffing/needed-advisors.ts';
import { isOnCalls } from '../build/cover-of.ts';
import { quarterMinutes, quartersOfDay } from '../build/week-to-build.ts';
import type { Piece } from '../piece.ts';
import type { PersonPlan } from '../work-rule.ts';

export type QuarterNeed = {
  readonly calls: number;
  readonly low: number;
  readonly high: number;
  readonly handlingSeconds: number;
  readonly needed: number;
};
export type PlannedPerson = {
  readonly userId: string;
  readonly brandIds: readonly string[];
  readonly pieces: readonly Piece[];
  readonly plan: PersonPlan;
  /** She was asked something that she has not answered: she is not asked twice. */
  readonly isAsked?: boolean;
};
export type DayUnderWay = {
  readonly day: string;
  readonly nowMinute: number;
  readonly brands: readonly {
    readonly brandId: string;
    readonly quarters: readonly QuarterNeed[];
  }[];
  readonly people: readonly PlannedPerson[];
  readonly goal: ServiceGoal;
};

/** The brand for which somebody is on calls in a quarter of an hour; null: none. */
export const brandAt = (
  { pieces, brandIds }: Pick<PlannedPerson, 'pieces' | 'brandIds'>,
  quarter: number,
): string | null => {
  if (!isOnCalls(pieces, quarter)) return null;
  const minute = quarter * quarterMinutes;
  const piece = pieces.find(
    ({ kind, from, to }) => kind === 'calls' && from <= minute && minute < to,
  );
  return piece?.brandId ?? brandIds[0] ?? null;
};

/** Advisors on calls for a brand, in each of 96 quarters of an hour. */
export const plannedFor = (people: readonly PlannedPerson[], brandId: string): readonly number[] =>
  Array.from(
    { length: quartersOfDay },
    (_, at) => people.filter((one) => brandAt(one, at) === brandId).length,
  );

export type Shortfall = {
  readonly brandId: string;
  /** Quarters of an hour; `to` is outside. */
  readonly from: number;
  readonly to: number;
  /** Advisors that are missing where most are. */
  readonly missing: number;
};

/** Longer than that is told in parts: nobody helps out for half a day. */
const longestQuarters = 8;

/** Stretches to come in which a brand has fewer people than it needs, soonest first, then the widest. */
export const shortfallsOf = ({ brands, people, nowMinute }: DayUnderWay): readonly Shortfall[] => {
  const first = Math.ceil(nowMinute / quarterMinutes);
  return brands
    .flatMap(({ brandId, quarters }) => {
      const planned = plannedFor(people, brandId);
      const found: Shortfall[] = [];
      for (let at = first; at < quartersOfDay; at += 1) {
        const missing = (quarters[at]?.needed ?? 0) - (planned[at] ?? 0);
        if (missing <= 0) continue;
        const last = found.at(-1);
        if (last !== undefined && last.to === at && at - last.from < longestQuarters)
          found[found.length - 1] = {
            ...last,
            to: at + 1,
            missing: Math.max(last.missing, missing),
          };
        else found.push({ brandId, from: at, to: at + 1, missing });
      }
      return found;
    })
    .sort((a, b) => a.from - b.from || b.missing - a.missing || a.brandId.localeCompare(b.brandId));
};
