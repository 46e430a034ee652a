/** When something happened, as files say it: an instant with its offset, or only a day. Pure. */
import { instantOfWhen } from '../time/when.ts';

/** Between these two, both included; the same for an instant. */
export type Moment = { readonly earliestMs: number; readonly latestMs: number };

const withOffset = /(?:Z|[+-]\d\d:\d\d)$/;
const plain =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const day = /^\d{4}-\d\d-\d\d$/;
const dayMs = 86_400_000;

/** Null for what is no instant: a time without its offset could be meant in any zone. */
export const readInstant = (text: string | undefined): number | null => {
  if (text === undefined || !withOffset.test(text)) return null;
  // Every month has these days: no calendar has to be asked.
  if (plain.test(text)) return Date.parse(text);
  const found = instantOfWhen(text, 'UTC');
  return found === null ? null : Date.parse(found);
};

/** A day is the whole day of the zone: which end of it counts is for the rule to say. */
export const readMoment = (text: string | undefined, zone: string): Moment | null => {
  const instant = readInstant(text);
  if (instant !== null) return { earliestMs: instant, latestMs: instant };
  if (text === undefined || !day.test(text)) return null;
  const first = instantOfWhen(`${text}T00:00:00`, zone);
  const next = new Date(Date.parse(`${text}T00:00:00Z`) + dayMs);
  if (first === null || Number.isNaN(next.getTime())) return null;
  const end = instantOfWhen(`${next.toISOString().slice(0, 10)}T00:00:00`, zone);
  return end === null ? null : { earliestMs: Date.parse(first), latestMs: Date.parse(end) };
};
