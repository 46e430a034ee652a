/**
 * Who leaves a desktop: customers without contact for too long, then, while there are too many, those
 * whose last contact or use lies furthest back. Nobody who is pinned, or has something open, ever does.
 */
import type { DesktopRules } from '../desktop/desktop-rules.ts';
import { dayOf } from '../search/search-entry.ts';
import type { HeldCustomer } from './held-customer.ts';

export type CacheLimits = {
  readonly customersAtMost: number;
  /** Whose last day is before it leaves. */
  readonly oldestDay: number;
  /** Wanted soon, or not sent yet: never taken out. */
  readonly pinned: ReadonlySet<string>;
  /** The day on which a customer was last opened on this desktop. */
  readonly used: ReadonlyMap<string, number>;
};

/** Ids of those who leave, first those whose last day lies furthest back. */
export const leaversOf = (held: readonly HeldCustomer[], limits: CacheLimits): string[] => {
  const lastDay = ({ id, day }: HeldCustomer) => Math.max(day, limits.used.get(id) ?? 0);
  const loose = held
    .filter(({ id, open }) => !open && !limits.pinned.has(id))
    .map((one) => ({ id: one.id, last: lastDay(one) }))
    .sort((a, b) => a.last - b.last || (a.id < b.id ? -1 : 1));
  const tooOld = loose.findIndex(({ last }) => last >= limits.oldestDay);
  const byAge = tooOld === -1 ? loose.length : tooOld;
  const tooMany = held.length - limits.customersAtMost;
  return loose.slice(0, Math.max(byAge, tooMany, 0)).map(({ id }) => id);
};

/** The first day that a desktop still holds. */
export const oldestDayOf = ({ monthsAtMost }: DesktopRules, now: number): number =>
  dayOf(new Date(oldestInstantOf(monthsAtMost, now)).toISOString());

export const oldestInstantOf = (monthsAtMost: number, now: number): number => {
  const day = new Date(now);
  day.setUTCMonth(day.getUTCMonth() - monthsAtMost);
  return day.getTime();
};
