/** What is known of the calls of past days, by the quarters of an hour of the clock where they are answered. */
import type { LocalDate } from '../calendar/zoned-time.ts';

export const quartersOfDay = 96;
const dayMs = 86_400_000;

export type DayOfCalls = {
  readonly day: LocalDate;
  /** Calls that came in, answered or not, in each of 96 quarters of an hour. */
  readonly calls: readonly number[];
  /** Letters, e-mails and messages that went out to customers for campaigns on that day. */
  readonly written: number;
};

/** Days since 1970-01-01. */
export const numberOfDay = ({ year, month, day }: LocalDate): number =>
  Date.UTC(year, month - 1, day) / dayMs;

export const dayOfNumber = (number: number): LocalDate => {
  const date = new Date(number * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** Monday 0 to Sunday 6. */
export const weekdayOfNumber = (number: number): number => (number + 3) % 7;

export const totalOf = ({ calls }: DayOfCalls): number => calls.reduce((sum, one) => sum + one, 0);
