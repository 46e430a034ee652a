/** Calendar days of a zone, and when they begin. Pure. */
import { instantOf, type LocalDate, localDateOf } from '../../calendar/zoned-time.ts';

/** @param days negative: before it */
export const plusDays = ({ year, month, day }: LocalDate, days: number): LocalDate => {
  const moved = new Date(Date.UTC(year, month - 1, day + days));
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
};

/** Midnight, so many days after the day in which the instant lies. */
export const startOfDayAfter = (ms: number, days: number, zone: string): number =>
  instantOf(plusDays(localDateOf(ms, zone), days), 0, zone);
