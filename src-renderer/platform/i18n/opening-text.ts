/** The openings of a weekday as a line of text, `09:00-12:30, 14:00-19:00`, and back. Pure. */
import type { OpeningHours } from '@shared/domain/calendar/business-time.ts';

type Opening = OpeningHours['openings'][number];

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

export const openingText = (openings: readonly Opening[], weekday: number): string =>
  openings
    .filter((one) => one.weekday === weekday)
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => `${clock(from)}-${clock(to)}`)
    .join(', ');

const span = /^(\d{1,2})(?:[:h](\d{2})?)?\s*[-–à]\s*(\d{1,2})(?:[:h](\d{2})?)?$/;

const minutesOf = (hours = '', minutes = ''): number => Number(hours) * 60 + Number(minutes || '0');

/** Null when it is not understood, ends before it begins, or two of them overlap. */
export const readOpenings = (text: string, weekday: number): Opening[] | null => {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map((part) => {
    const found = span.exec(part);
    if (found === null) return null;
    const [from, to] = [minutesOf(found[1], found[2]), minutesOf(found[3], found[4])];
    const isFit =
      Number(found[2] ?? 0) < 60 && Number(found[4] ?? 0) < 60 && from < to && to <= 1_440;
    return isFit ? { weekday, from, to } : null;
  });
  const openings = read.filter((one) => one !== null).sort((a, b) => a.from - b.from);
  const overlap = openings.some((one, at) => at > 0 && one.from < (openings[at - 1]?.to ?? 0));
  return openings.length < parts.length || overlap ? null : openings;
};
