/**
 * A time as other systems write it, to an instant (TIME-2 to TIME-4): with an offset, or as the clock
 * on the wall of its zone. In a gap of summer time the clock is read as if it had not been changed;
 * of a time that comes twice the first one counts.
 */
import { z } from 'zod';

export const defaultZone = 'Europe/Paris';

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

/** What the clocks of a zone show at an instant, minus that instant, in milliseconds. */
const offsetMs = (zone: string, atMs: number): number => {
  const parts = formatOf(zone).formatToParts(atMs);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return shown - Math.floor(atMs / 1000) * 1000;
};

const dayMs = 24 * 3_600_000;

const wallToMs = (shownMs: number, zone: string): number => {
  const before = offsetMs(zone, shownMs - dayMs);
  const after = offsetMs(zone, shownMs + dayMs);
  const real = [before, after]
    .filter((offset) => offsetMs(zone, shownMs - offset) === offset)
    .map((offset) => shownMs - offset);
  return real.length > 0 ? Math.min(...real) : shownMs - before;
};

const form =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/** The instant in UTC, or null for what is no time of any calendar. */
export const instantOfWhen = (text: string, zone: string): string | null => {
  const found = form.exec(text);
  if (found === null) return null;
  const [, year, month, day, hour, minute, second = '00', fraction = '', offset] = found;
  const shown = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const shownMs = Date.parse(`${shown}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  // The parser takes the 30th of February for the 2nd of March, and 24:00 for the next day.
  if (Number.isNaN(shownMs) || !new Date(shownMs).toISOString().startsWith(shown)) return null;
  if (offset === undefined) return new Date(wallToMs(shownMs, zone)).toISOString();
  const [hours = 0, minutes = 0] = offset === 'Z' ? [] : offset.slice(1).split(':').map(Number);
  const ahead = (hours * 60 + minutes) * 60_000 * (offset.startsWith('-') ? -1 : 1);
  return new Date(shownMs - ahead).toISOString();
};

/** On the wire: any form that `instantOfWhen` reads. */
export const whenSchema = z
  .string()
  .max(40)
  .refine((text) => instantOfWhen(text, 'UTC') !== null, 'no time: 2026-11-28T10:15:00+01:00')
  .meta({ examples: ['2026-11-28T10:15:00+01:00', '2026-11-28T10:15:00'] });

export const zoneSchema = z.string().max(60).refine(isZone, 'no zone of the IANA database');
