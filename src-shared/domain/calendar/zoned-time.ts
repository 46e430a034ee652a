/** Between instants and what a clock on a wall shows, in any IANA time zone. Pure. */
export type LocalDate = { readonly year: number; readonly month: number; readonly day: number };

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
};

/** A zone of the IANA database; an offset such as `+02:00` is none. */
export const isZone = (zone: string): boolean => {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
};

/** The wall clock as if it were UTC, in milliseconds. */
const wallMs = (instantMs: number, zone: string): number => {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instantMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const at = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
};

const askedOffsetMs = (instantMs: number, zone: string): number => {
  const second = Math.floor(instantMs / 1000) * 1000;
  return wallMs(second, zone) - second;
};

const dayMs = 24 * 3_600_000;

/** Offsets of whole UTC days, by zone; a day on which the clocks change holds none. */
const daysOf = new Map<string, Map<number, number | 'changes'>>();
const daysKept = 20_000;

const offsetOfDay = (day: number, zone: string): number | 'changes' => {
  const first = askedOffsetMs(day * dayMs, zone);
  return first === askedOffsetMs((day + 1) * dayMs, zone) ? first : 'changes';
};

const daysIn = (zone: string): Map<number, number | 'changes'> => {
  const known = daysOf.get(zone);
  if (known !== undefined) return known;
  const days = new Map<number, number | 'changes'>();
  daysOf.set(zone, days);
  return days;
};

/** Asking Intl costs microseconds, which hundreds of thousands of decisions would feel. */
const offsetMs = (instantMs: number, zone: string): number => {
  const days = daysIn(zone);
  const day = Math.floor(instantMs / dayMs);
  let offset = days.get(day);
  if (offset === undefined) {
    if (days.size >= daysKept) days.clear();
    offset = offsetOfDay(day, zone);
    days.set(day, offset);
  }
  return offset === 'changes' ? askedOffsetMs(instantMs, zone) : offset;
};

/** What the clocks of a zone show at an instant, as if it were UTC, to the second. */
export const wallOf = (instantMs: number, zone: string): number => {
  const second = Math.floor(instantMs / 1000) * 1000;
  return second + offsetMs(second, zone);
};

/**
 * The instant at which the clocks of a zone show this, given as if it were UTC. A time that is skipped
 * in spring is read with the offset before the change, one that comes twice in autumn is its first.
 */
export const instantOfWall = (shownMs: number, zone: string): number =>
  Math.min(...instantsOfWall(shownMs, zone));

/** Both instants of a time that comes twice; one of any other. */
export const instantsOfWall = (shownMs: number, zone: string): readonly number[] => {
  const before = offsetMs(shownMs - dayMs, zone);
  const after = offsetMs(shownMs + dayMs, zone);
  const real = [before, after]
    .filter((offset) => offsetMs(shownMs - offset, zone) === offset)
    .map((offset) => shownMs - offset);
  return real.length > 0 ? real : [shownMs - before];
};

export const localDateOf = (instantMs: number, zone: string): LocalDate => {
  const wall = new Date(wallOf(instantMs, zone));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
};

export const nextDay = ({ year, month, day }: LocalDate): LocalDate => {
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
};

/** 1 Monday to 7 Sunday (ISO 8601). */
export const weekdayOf = ({ year, month, day }: LocalDate): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;

/** The instant at which the clocks of a zone show this minute of this day. */
export const instantOf = (date: LocalDate, minuteOfDay: number, zone: string): number =>
  instantOfWall(Date.UTC(date.year, date.month - 1, date.day) + minuteOfDay * 60_000, zone);

/** Minutes since midnight as the clocks of a zone show them. */
export const minuteOfDayOf = (instantMs: number, zone: string): number => {
  const wall = new Date(wallMs(instantMs, zone));
  return wall.getUTCHours() * 60 + wall.getUTCMinutes();
};
