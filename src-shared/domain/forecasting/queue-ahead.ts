/** What is told of one queue around this moment: its part of what its brand is told. Pure. */
import { neededAdvisors, type ServiceGoal } from '../staffing/needed-advisors.ts';

/** Quarters of an hour before the running one, and from it on. */
export const quartersBehind = 8;
export const quartersAhead = 8;

export type ToldQuarter = {
  /** What came, or what is told of it now. */
  readonly calls: number;
  readonly handlingSeconds: number;
};

export type QueueQuarter = {
  /** 0 to 95, by the clock of the day. */
  readonly quarter: number;
  readonly calls: number;
  readonly isOver: boolean;
  /** Advisors; null of what is over. */
  readonly needed: number | null;
};

/**
 * @param quarters of the day, of the brand
 * @param share the queue's part of the brand's calls, 0 to 1
 * @returns two hours behind and two ahead, shorter at the ends of the day
 */
export const queueAhead = (
  quarters: readonly ToldQuarter[],
  running: number,
  share: number,
  goal: ServiceGoal,
): QueueQuarter[] =>
  quarters.flatMap(({ calls: ofBrand, handlingSeconds }, quarter) => {
    if (quarter < running - quartersBehind || quarter >= running + quartersAhead) return [];
    const calls = ofBrand * share;
    const isOver = quarter < running;
    const needed = isOver
      ? null
      : neededAdvisors({ callsPerHour: calls * 4, handlingSeconds }, goal);
    return [{ quarter, calls, isOver, needed }];
  });

/** The part of each queue in the calls of its brand; alike where none is known. */
export const queueShares = (
  queues: readonly { readonly name: string; readonly brandId: string }[],
  calls: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> =>
  new Map(
    queues.map(({ name, brandId }) => {
      const ofBrand = queues.filter((queue) => queue.brandId === brandId);
      const all = ofBrand.reduce((sum, queue) => sum + (calls.get(queue.name) ?? 0), 0);
      return [name, all === 0 ? 1 / ofBrand.length : (calls.get(name) ?? 0) / all];
    }),
  );
