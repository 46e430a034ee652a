/** Time that counts only while a brand is open: in its zone, without Sundays and holidays as it says. Pure. */
import { z } from 'zod';
import { isFrenchHoliday } from './french-holidays.ts';
import {
  instantOf,
  isZone,
  type LocalDate,
  localDateOf,
  nextDay,
  weekdayOf,
} from './zoned-time.ts';

const minuteOfDay = z.number().int().min(0).max(1440);

export const openingHoursSchema = z.object({
  zone: z.string().max(60).refine(isZone, 'no zone of the IANA database'),
  /** Minutes of the day, by ISO weekday; a day may have several openings. */
  openings: z
    .array(
      z
        .object({ weekday: z.number().int().min(1).max(7), from: minuteOfDay, to: minuteOfDay })
        .refine(({ from, to }) => from < to, 'an opening ends after it begins'),
    )
    .max(50),
  onHolidays: z.enum(['closed', 'open']),
});
export type OpeningHours = z.infer<typeof openingHoursSchema>;

type Span = readonly [fromMs: number, toMs: number];

const dayMs = 86_400_000;
/** A brand that opens nowhere within a year never opens. */
const farthestMs = 370 * dayMs;

const spansOf = (date: LocalDate, { zone, openings, onHolidays }: OpeningHours): Span[] => {
  if (onHolidays === 'closed' && isFrenchHoliday(date)) return [];
  const weekday = weekdayOf(date);
  return openings
    .filter((one) => one.weekday === weekday)
    .map(({ from, to }): Span => [instantOf(date, from, zone), instantOf(date, to, zone)])
    .sort((a, b) => a[0] - b[0]);
};

/** Openings from an instant on, the first one cut at it; overlapping ones count once. */
function* openingsFrom(startMs: number, hours: OpeningHours): Generator<Span> {
  let reached = startMs;
  for (
    let date = localDateOf(startMs, hours.zone);
    instantOf(date, 0, hours.zone) < startMs + farthestMs;
    date = nextDay(date)
  ) {
    for (const [from, to] of spansOf(date, hours)) {
      if (to <= reached) continue;
      yield [Math.max(from, reached), to];
      reached = to;
    }
  }
}

/**
 * The instant at which so much open time has passed since `startMs`.
 * @returns null when the brand is not open that long within a year.
 */
export const afterOpenTime = (
  startMs: number,
  durationMs: number,
  hours: OpeningHours,
): number | null => {
  let left = durationMs;
  for (const [from, to] of openingsFrom(startMs, hours)) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return null;
};

/** How long the brand is open between two instants, in milliseconds; 0 when they are turned round. */
export const openTimeBetween = (fromMs: number, toMs: number, hours: OpeningHours): number => {
  let total = 0;
  for (const [from, to] of openingsFrom(fromMs, hours)) {
    if (from >= toMs) break;
    total += Math.min(to, toMs) - from;
  }
  return total;
};
