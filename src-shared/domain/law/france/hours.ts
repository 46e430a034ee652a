/** D223-9 al. 1: Monday to Friday, 10:00 to 13:00 and 14:00 to 20:00 by the clocks where she lives. */
import { instantOf, type LocalDate, localDateOf, weekdayOf } from '../../calendar/zoned-time.ts';
import { earliest, forEver, isSolicitation, type Rule } from '../rule.ts';
import { outsideHoursFrom } from './consent-state.ts';
import { hoursMs } from './dates.ts';
import { plusDays } from './days.ts';
import { isZoneOf, zoneOf } from './territories.ts';
import { d2239 } from './texts.ts';

/** In minutes of the day; the end is no part of it. */
const openings = [
  [10 * 60, 13 * 60],
  [14 * 60, 20 * 60],
] as const;
const saturday = 6;

/** The hours of a day by which they are allowed; none at the weekend. */
export const callingSpans = (
  date: LocalDate,
  zone: string,
): readonly (readonly [number, number])[] =>
  weekdayOf(date) >= saturday
    ? []
    : openings.map(
        ([from, to]) => [instantOf(date, from, zone), instantOf(date, to, zone)] as const,
      );

const nextOpening = (atMs: number, zone: string): number | null => {
  const today = localDateOf(atMs, zone);
  for (let days = 0; days <= 3; days++) {
    const next = callingSpans(plusDays(today, days), zone).find(([from]) => from > atMs);
    if (next !== undefined) return next[0];
  }
  return null;
};

export const hours: Rule = {
  id: 'hours',
  ...d2239,
  fromMs: hoursMs,
  untilMs: null,
  check: (call, atMs) => {
    if (!isSolicitation(call)) return null;
    const zone = zoneOf(call.facts);
    const { territory } = call.facts.consumer;
    if (zone === null) return forEver('zone-unknown');
    if (territory !== undefined && !isZoneOf(zone, territory)) return forEver('zone-elsewhere');
    const today = localDateOf(atMs, zone);
    if (callingSpans(today, zone).some(([from, to]) => from <= atMs && atMs < to)) return null;
    const lifted = outsideHoursFrom(call, atMs);
    if (lifted === atMs) return null;
    return {
      reason: weekdayOf(today) >= saturday ? 'weekend' : 'outside-hours',
      untilMs: earliest(nextOpening(atMs, zone), lifted),
    };
  },
};
