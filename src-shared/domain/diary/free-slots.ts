/** When a representative can be with a customer: within his hours, never in two places, on his way in time. */
import { isFrenchHoliday } from '../calendar/french-holidays.ts';
import {
  instantOf,
  type LocalDate,
  localDateOf,
  minuteOfDayOf,
  nextDay,
  weekdayOf,
} from '../calendar/zoned-time.ts';
import {
  covers,
  type Place,
  type RepresentativeSettings,
  travelMinutes,
} from './representative.ts';

/** What is in a diary already; a place is known of our own appointments. */
export type Busy = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly place: Place | null;
};
export type Slot = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly travelMinutes: number;
};

export const slotFaults = [
  'past',
  'outside-zone',
  'day-off',
  'outside-hours',
  'taken',
  'no-time-to-travel',
] as const;
export type SlotFault = (typeof slotFaults)[number];

const minuteMs = 60_000;
const STEP_MINUTES = 15;

const isoOf = ({ year, month, day }: LocalDate): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** DIARY-2. */
export const isOff = ({ hours, daysOff }: RepresentativeSettings, date: LocalDate): boolean => {
  if (hours.onHolidays === 'closed' && isFrenchHoliday(date)) return true;
  const day = isoOf(date);
  return daysOff.some(({ from, to }) => from <= day && day <= to);
};

type Span = { readonly fromMs: number; readonly toMs: number };

export const openingsOf = ({ hours }: RepresentativeSettings, date: LocalDate): Span[] => {
  const weekday = weekdayOf(date);
  return hours.openings
    .filter((one) => one.weekday === weekday)
    .map(({ from, to }) => ({
      fromMs: instantOf(date, from, hours.zone),
      toMs: instantOf(date, to, hours.zone),
    }));
};

type Wanted = Span & { readonly place: Place };

/** How long he travels to it and from it; null: he would not be there, or not away, in time. */
const travelOf = (
  settings: RepresentativeSettings,
  busy: readonly Busy[],
  { fromMs, toMs, place }: Wanted,
): number | null => {
  let before = 0;
  let after = 0;
  const last = Math.max(...busy.filter((one) => one.toMs <= fromMs).map((one) => one.toMs));
  const next = Math.min(...busy.filter((one) => one.fromMs >= toMs).map((one) => one.fromMs));
  for (const one of busy) {
    const way = travelMinutes(settings, one.place, place);
    if (one.toMs === last) before = Math.max(before, way);
    if (one.fromMs === next) after = Math.max(after, way);
  }
  const fits = last + before * minuteMs <= fromMs && toMs + after * minuteMs <= next;
  return fits ? before + after : null;
};

const judged = (
  settings: RepresentativeSettings,
  busy: readonly Busy[],
  wanted: Wanted,
  nowMs: number,
): SlotFault | number => {
  const { fromMs, toMs, place } = wanted;
  if (fromMs < nowMs) return 'past';
  if (!covers(settings, place)) return 'outside-zone';
  const date = localDateOf(fromMs, settings.hours.zone);
  if (isOff(settings, date)) return 'day-off';
  const isOpen = openingsOf(settings, date).some(
    (open) => open.fromMs <= fromMs && toMs <= open.toMs,
  );
  if (!isOpen) return 'outside-hours';
  if (busy.some((one) => one.fromMs < toMs && fromMs < one.toMs)) return 'taken';
  return travelOf(settings, busy, wanted) ?? 'no-time-to-travel';
};

/** Why he cannot be there then; null: he can. */
export const slotFault = (
  settings: RepresentativeSettings,
  busy: readonly Busy[],
  wanted: Wanted,
  nowMs: number,
): SlotFault | null => {
  const found = judged(settings, busy, wanted, nowMs);
  return typeof found === 'number' ? null : found;
};

export type SlotQuestion = Span & {
  readonly place: Place;
  readonly minutes: number;
  readonly nowMs: number;
};

function* startsOn(settings: RepresentativeSettings, date: LocalDate): Generator<number> {
  const { zone, openings } = settings.hours;
  const weekday = weekdayOf(date);
  const minutes = new Set<number>();
  for (const { weekday: day, from, to } of openings)
    for (let minute = from; day === weekday && minute < to; minute += STEP_MINUTES)
      minutes.add(minute);
  for (const minute of [...minutes].sort((a, b) => a - b)) {
    const startMs = instantOf(date, minute, zone);
    // A time that the clocks skip in spring is none at which anybody meets.
    if (minuteOfDayOf(startMs, zone) === minute) yield startMs;
  }
}

/** All that begin between two instants, a quarter of an hour apart, the earliest first. */
export const freeSlots = (
  settings: RepresentativeSettings,
  busy: readonly Busy[],
  { fromMs, toMs, place, minutes, nowMs }: SlotQuestion,
): Slot[] => {
  const earliest = Math.max(fromMs, nowMs + settings.noticeHours * 60 * minuteMs);
  const found: Slot[] = [];
  if (!settings.active || !covers(settings, place)) return found;
  const { zone } = settings.hours;
  for (
    let date = localDateOf(earliest, zone);
    instantOf(date, 0, zone) < toMs;
    date = nextDay(date)
  ) {
    if (isOff(settings, date)) continue;
    for (const startMs of startsOn(settings, date)) {
      if (startMs < earliest || startMs >= toMs) continue;
      const span = { fromMs: startMs, toMs: startMs + minutes * minuteMs };
      const travel = judged(settings, busy, { ...span, place }, nowMs);
      if (typeof travel === 'number') found.push({ ...span, travelMinutes: travel });
    }
  }
  return found;
};
