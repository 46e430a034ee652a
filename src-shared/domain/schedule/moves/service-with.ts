/** What callers get in a stretch of the day with so many people, and how sure that is. */
import { outcomeWith } from '../../staffing/needed-advisors.ts';
import {
  type DayUnderWay,
  type PlannedPerson,
  plannedFor,
  type Shortfall,
} from './day-under-way.ts';

export type Service = {
  /** Share of calls answered within the target, 0 to 1; with the high end of the calls, and with the low. */
  readonly share: number;
  readonly worst: number;
  readonly best: number;
  readonly waitSeconds: number;
};

const nobodyCalls: Service = { share: 1, worst: 1, best: 1, waitSeconds: 0 };

export const serviceWith = (
  { brands, goal }: DayUnderWay,
  people: readonly PlannedPerson[],
  { brandId, from, to }: Shortfall,
): Service => {
  const quarters = brands.find((one) => one.brandId === brandId)?.quarters.slice(from, to) ?? [];
  const planned = plannedFor(people, brandId).slice(from, to);
  const all = quarters.reduce((sum, { calls }) => sum + calls, 0);
  if (all === 0) return nobodyCalls;
  const mean = (of: (at: number) => number): number =>
    quarters.reduce((sum, { calls }, at) => sum + calls * of(at), 0) / all;
  const outcome = (at: number, calls: number) =>
    outcomeWith(
      { callsPerHour: calls * 4, handlingSeconds: quarters[at]?.handlingSeconds ?? 0 },
      planned[at] ?? 0,
      goal,
    );
  return {
    share: mean((at) => outcome(at, quarters[at]?.calls ?? 0).withinTarget),
    worst: mean((at) => outcome(at, quarters[at]?.high ?? 0).withinTarget),
    best: mean((at) => outcome(at, quarters[at]?.low ?? 0).withinTarget),
    // Without anybody who answers, and callers who never give up, no number says how long they wait.
    waitSeconds: Math.min(
      3_600,
      mean((at) => outcome(at, quarters[at]?.calls ?? 0).averageWaitSeconds),
    ),
  };
};
