/** The quarters of an hour in which anybody calls or is expected, whole hours of them. */
import type { StaffingQuarter } from '@shared/contracts/http/staffing.ts';

const isAlive = ({ needed, neededHigh, came }: StaffingQuarter): boolean =>
  needed > 0 || neededHigh > 0 || (came ?? 0) > 0;

export const shownQuarters = (quarters: readonly StaffingQuarter[]): readonly StaffingQuarter[] => {
  const first = quarters.findIndex(isAlive);
  if (first === -1) return [];
  const last = quarters.findLastIndex(isAlive);
  return quarters.slice(first - (first % 4), last - (last % 4) + 4);
};
