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

const offsetMs = (instantMs: number, zone: string): number => {
  const second = Math.floor(instantMs / 1000) * 1000;
  return wallMs(second, zone) - second;
};

export const localDateOf = (instantMs: number, zone: string): LocalDate => {
  const wall = new Date(wallMs(instantMs, zone));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
};

export const nextDay = ({ year, month, day }: LocalDate): LocalDate => {
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
};

/** 1 Monday to 7 Sunday (ISO 8601). */
export const weekdayOf = ({ year, month, day }: LocalDate): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;

/**
 * The instant at which the clocks of a zone show this time of this day. A time that is skipped in
 * spring is read with the offset before the change, one that comes twice in autumn is its first.
 */
export const instantOf = (date: LocalDate, minuteOfDay: number, zone: string): number => {
  const wall = Date.UTC(date.year, date.month - 1, date.day) + minuteOfDay * 60_000;
  const first = wall - offsetMs(wall - 24 * 3_600_000, zone);
  const second = wall - offsetMs(wall + 24 * 3_600_000, zone);
  const candidates = [Math.min(first, second), Math.max(first, second)];
  return candidates.find((instant) => wallMs(instant, zone) === wall) ?? first;
};
