/** Days as `2026-11-05`, as they stand on the wire and in tables. */
import type { LocalDate } from './zoned-time.ts';

const dayMs = 86_400_000;

export const textOfDay = ({ year, month, day }: LocalDate): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export const dayOfText = (text: string): LocalDate => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
};

/** The day so many days later; earlier for a negative number. */
export const dayLater = (text: string, days: number): string =>
  new Date(Date.parse(`${text}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** 1 Monday to 7 Sunday (ISO 8601). */
export const weekdayOfText = (text: string): number =>
  new Date(Date.parse(`${text}T00:00:00Z`)).getUTCDay() || 7;

/** The Monday on or before a day: a week of work goes from Monday to Sunday (Code du travail, L3121-35). */
export const mondayOf = (text: string): string => dayLater(text, 1 - weekdayOfText(text));
