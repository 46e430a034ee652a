/**
 * A time as other systems write it, to an instant (TIME-2 to TIME-4): with an offset, or as the clock
 * on the wall of its zone. In a gap of summer time the clock is read as if it had not been changed;
 * of a time that comes twice the first one counts.
 */
import { z } from 'zod';
import { instantOfWall, isZone } from '../calendar/zoned-time.ts';

export const defaultZone = 'Europe/Paris';

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
  if (offset === undefined) return new Date(instantOfWall(shownMs, zone)).toISOString();
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
