/**
 * When a calendar of somebody else says that its owner is busy (RFC 5545): repetitions, exceptions and
 * time zones as they are meant. What cannot be read is told with where it stands; the rest is kept.
 */
import {
  instantOf,
  instantOfWall,
  isZone,
  localDateOf,
  nextDay,
} from '@shared/domain/calendar/zoned-time.ts';
import ICAL from 'ical.js';

export type BusyEvent = { readonly uid: string; readonly fromMs: number; readonly toMs: number };
export type CalendarReading = {
  readonly busy: readonly BusyEvent[];
  readonly events: number;
  /** Each with where it stands: a line of the file, or which event. */
  readonly problems: readonly string[];
};
type Period = { readonly fromMs: number; readonly toMs: number };

/** Of all events of one calendar together. */
const mostRepeats = 100_000;
const mostProblems = 50;
const dayMs = 86_400_000;

class Unreadable extends Error {}

/** The first line that is none of RFC 5545, 3.1; a parser says no number of it. */
const faultyLine = (text: string): string | null => {
  const lines = text.split(/\r\n|\n|\r/);
  const at = lines.findIndex(
    (line, index) =>
      line !== '' && !(/^[ \t]/.test(line) && index > 0) && !/^[\w-]+[:;]/.test(line),
  );
  return at === -1 ? null : `line ${at + 1}: not of the form NAME:value`;
};

const instantOfTime = (time: ICAL.Time, tzid: string | null, zone: string): number => {
  const { year, month, day, hour, minute, second } = time;
  if (time.isDate) return instantOf({ year, month, day }, 0, zone);
  if (time.zone === ICAL.Timezone.utcTimezone) return time.toUnixTime() * 1000;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  // Without a zone it is whatever his clock shows.
  if (tzid === null) return instantOfWall(shown, zone);
  if (isZone(tzid)) return instantOfWall(shown, tzid);
  if (time.zone !== null && time.zone !== ICAL.Timezone.localTimezone)
    return time.toUnixTime() * 1000;
  throw new Unreadable(`the time zone "${tzid}" is not described in the file`);
};

const tzidOf = (event: ICAL.Event): string | null => {
  const named = event.component.getFirstProperty('dtstart')?.getParameter('tzid');
  return typeof named === 'string' ? named : null;
};

/** Free all the same, or off. */
const isFree = ({ component }: ICAL.Event): boolean =>
  component.getFirstPropertyValue('transp') === 'TRANSPARENT' ||
  component.getFirstPropertyValue('status') === 'CANCELLED';

const spanOf = (event: ICAL.Event, start: ICAL.Time, end: ICAL.Time | null, zone: string) => {
  const tzid = tzidOf(event);
  const fromMs = instantOfTime(start, tzid, zone);
  if (start.isDate && (end === null || end.compare(start) <= 0))
    return { fromMs, toMs: instantOf(nextDay(localDateOf(fromMs, zone)), 0, zone) };
  return { fromMs, toMs: end === null ? fromMs : instantOfTime(end, tzid, zone) };
};

const checkStart = (event: ICAL.Event): void => {
  const property = event.component.getFirstProperty('dtstart');
  if (property === null) throw new Unreadable('DTSTART is missing');
  const value = property.getFirstValue();
  const written = value instanceof ICAL.Time ? value.toString() : '';
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T|$)/.test(written))
    throw new Unreadable('DTSTART is no date');
};

type Counting = { left: number };

function* occurrencesOf(
  event: ICAL.Event,
  period: Period,
  zone: string,
  counting: Counting,
): Generator<BusyEvent> {
  const { uid } = event;
  const add = function* (one: ICAL.Event, start: ICAL.Time, end: ICAL.Time | null) {
    const span = spanOf(one, start, end, zone);
    const isWithin = span.toMs > period.fromMs && span.fromMs < period.toMs;
    if (isWithin && span.toMs > span.fromMs && !isFree(one)) yield { uid, ...span };
  };
  checkStart(event);
  if (!event.isRecurring()) {
    yield* add(event, event.startDate, event.endDate);
    return;
  }
  const repeats = event.iterator();
  for (;;) {
    const next = repeats.next() as ICAL.Time | undefined;
    if (next == null) return;
    counting.left -= 1;
    if (counting.left < 0) throw new Unreadable('there are too many repetitions to count');
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    // A single one may have been moved into the period from a month after it.
    if (instantOfTime(next, tzidOf(event), zone) > period.toMs + 31 * dayMs) return;
    yield* add(item, startDate, endDate);
  }
}

const componentOf = (text: string): ICAL.Component | string => {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text))
    return 'line 1: no BEGIN:VCALENDAR, this is no calendar';
  try {
    const parsed = ICAL.parse(text.replace(/^\uFEFF/, '').trim());
    return new ICAL.Component(Array.isArray(parsed[0]) ? parsed[0] : parsed);
  } catch {
    return faultyLine(text) ?? 'the calendar is cut off: an END is missing';
  }
};

/** Each series with the single events that stand for one of its repetitions. */
const seriesOf = (calendar: ICAL.Component): readonly ICAL.Event[] => {
  const parts = calendar.getAllSubcomponents('vevent');
  const exceptions = new Map<string, ICAL.Component[]>();
  for (const part of parts) {
    if (part.getFirstProperty('recurrence-id') === null) continue;
    const uid = String(part.getFirstPropertyValue('uid') ?? '');
    exceptions.set(uid, [...(exceptions.get(uid) ?? []), part]);
  }
  const masters = parts.filter((part) => part.getFirstProperty('recurrence-id') === null);
  const known = new Set(masters.map((part) => String(part.getFirstPropertyValue('uid') ?? '')));
  const alone = parts.filter(
    (part) =>
      part.getFirstProperty('recurrence-id') !== null &&
      !known.has(String(part.getFirstPropertyValue('uid') ?? '')),
  );
  return [
    ...masters.map((part) => {
      const own = exceptions.get(String(part.getFirstPropertyValue('uid') ?? '')) ?? [];
      return new ICAL.Event(part, { exceptions: own, strictExceptions: false });
    }),
    ...alone.map((part) => new ICAL.Event(part)),
  ];
};

/** @param zone his own: of days as a whole, and of times that name no zone. */
export const readCalendar = (text: string, period: Period, zone: string): CalendarReading => {
  const calendar = componentOf(text);
  if (typeof calendar === 'string') return { busy: [], events: 0, problems: [calendar] };
  const busy: BusyEvent[] = [];
  const problems: string[] = [];
  const series = seriesOf(calendar);
  const counting = { left: mostRepeats };
  for (const [at, event] of series.entries()) {
    try {
      busy.push(...occurrencesOf(event, period, zone, counting));
    } catch (error) {
      const why = error instanceof Unreadable ? error.message : 'a value cannot be read';
      if (problems.length < mostProblems) problems.push(`event ${at + 1}: ${why}`);
    }
  }
  return { busy, events: series.length, problems };
};
