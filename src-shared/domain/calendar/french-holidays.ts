/** The eleven public holidays of metropolitan France (Code du travail, L3133-1). Pure. */
import type { LocalDate } from './zoned-time.ts';

const fixed: readonly (readonly [month: number, day: number])[] = [
  [1, 1],
  [5, 1],
  [5, 8],
  [7, 14],
  [8, 15],
  [11, 1],
  [11, 11],
  [12, 25],
];

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher), as days since the epoch. */
export const easterDay = (year: number): number => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day) / 86_400_000;
};

/** Easter Monday, Ascension and Whit Monday, in days after Easter. */
const moving = [1, 39, 50] as const;

export const isFrenchHoliday = ({ year, month, day }: LocalDate): boolean => {
  if (fixed.some(([m, d]) => m === month && d === day)) return true;
  const after = Date.UTC(year, month - 1, day) / 86_400_000 - easterDay(year);
  return moving.some((days) => days === after);
};
