/**
 * A time as other systems write it, to an instant (TIME-2 to TIME-4): with an offset, or as the clock
 * on the wall of its zone. In a gap of summer time the clock is read as if it had not been changed;
 * of a time that comes twice the first one counts.
 */
import { z } from 'zod';
import { instantsOfWall, isZone } from '../calendar/zoned-time.ts';

export const defaultZone = 'Europe/Paris';

const form =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/** The instants that a text may mean, the first one first; none for what is no time of any calendar. */
const instantsOf = (text: string, zone: string): readonly number[] => {
  const found = form.exec(text);
  if (found === null) return [];
  const [, year, month, day, hour, minute, second = '00', fraction = '', offset] = found;
  const shown = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const shownMs = Date.parse(`${shown}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  // The parser takes the 30th of February for the 2nd of March, and 24:00 for the next day.
  if (Number.isNaN(shownMs) || !new Date(shownMs).toISOString().startsWith(shown)) return [];
  if (offset === undefined) return [...instantsOfWall(shownMs, zone)].sort((a, b) => a - b);
  const [hours = 0, minutes = 0] = offset === 'Z' ? [] : offset.slice(1).split(':').map(Number);
  const ahead = (hours * 60 + minutes) * 60_000 * (offset.startsWith('-') ? -1 : 1);
  return [shownMs - ahead];
};

const written = (ms: number): string => new Date(ms).toISOString();

/** The instant in UTC, or null for what is no time of any calendar. */
export const instantOfWhen = (text: string, zone: string): string | null => {
  const [first] = instantsOf(text, zone);
  return first === undefined ? null : written(first);
};

/** The end of something that began then: of a time that comes twice the first one not before it. */
export const endOfWhen = (text: string, zone: string, startedAt: string): string | undefined => {
  const all = instantsOf(text, zone).map(written);
  return all.find((one) => one >= startedAt) ?? all[0];
};

/** On the wire: any form that `instantOfWhen` reads. */
export const whenSchema = z
  .string()
  .max(40)
  .refine((text) => instantOfWhen(text, 'UTC') !== null, 'no time: 2026-11-28T10:15:00+01:00')
  .meta({ examples: ['2026-11-28T10:15:00+01:00', '2026-11-28T10:15:00'] });

export const zoneSchema = z.string().max(60).refine(isZone, 'no zone of the IANA database');
