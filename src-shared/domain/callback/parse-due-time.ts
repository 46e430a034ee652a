/**
 * Reads when to call back, typed the way people say it: « demain 14h30 », « ven. 6 à 9 h »,
 * « dans 2 h », "tomorrow 2pm". Times are those of the desktop's clock and zone.
 */
import { foldText } from '../disposition/search-dispositions.ts';

type Day = { readonly year: number; readonly month: number; readonly day: number };
type Reading = { day: Day | null; hour: number | null; minute: number; rest: string };

const weekdays: readonly (readonly [RegExp, number])[] = [
  [/\b(?:lun(?:di)?|mon(?:day)?)\b\.?/, 1],
  [/\b(?:mardi|tue(?:s(?:day)?)?)\b\.?/, 2],
  [/\b(?:mer(?:credi)?|wed(?:nesday)?)\b\.?/, 3],
  [/\b(?:jeu(?:di)?|thu(?:rs(?:day)?)?)\b\.?/, 4],
  [/\b(?:ven(?:dredi)?|fri(?:day)?)\b\.?/, 5],
  [/\b(?:sam(?:edi)?|sat(?:urday)?)\b\.?/, 6],
  [/\b(?:dim(?:anche)?|sun(?:day)?)\b\.?/, 0],
];

const months =
  /\b(\d{1,2})(?:er|st|nd|rd|th)?\s+(janv?|jan|fev|feb|mars?|avr|apr|mai|may|juin|jun|juil|jul|aout|aug|sept?|oct|nov|dec)[a-z]*\.?/;
const monthNumbers: { readonly [name: string]: number } = {
  jan: 0,
  janv: 0,
  fev: 1,
  feb: 1,
  mar: 2,
  mars: 2,
  avr: 3,
  apr: 3,
  mai: 4,
  may: 4,
  juin: 5,
  jun: 5,
  juil: 6,
  jul: 6,
  aout: 7,
  aug: 7,
  sep: 8,
  sept: 8,
  oct: 9,
  nov: 10,
  dec: 11,
};

const dayOf = (date: Date): Day => ({
  year: date.getFullYear(),
  month: date.getMonth(),
  day: date.getDate(),
});
const plusDays = (now: Date, days: number): Day =>
  dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days));

const isReal = ({ year, month, day }: Day): boolean => {
  const date = new Date(year, month, day);
  return date.getMonth() === month && date.getDate() === day;
};

/** A day and a month without a year is the next one that comes. */
const nextOccurrence = (now: Date, month: number, day: number, year: number | null): Day | null => {
  const chosen = { year: year ?? now.getFullYear(), month, day };
  const passed =
    year === null && new Date(chosen.year, month, day, 23, 59).getTime() < now.getTime();
  const found = passed ? { ...chosen, year: chosen.year + 1 } : chosen;
  return isReal(found) ? found : null;
};

const takeWeekday = (reading: Reading, now: Date): Reading => {
  const found = weekdays.find(([pattern]) => pattern.test(reading.rest));
  if (found === undefined) return reading;
  const rest = reading.rest.replace(found[0], ' ');
  if (reading.day !== null) return { ...reading, rest };
  const ahead = (found[1] - now.getDay() + 7) % 7 || 7;
  const dated = /^\s*(?:le\s+)?(\d{1,2})\b(?!\s*(?:h|:|am|pm|\/|min))/.exec(rest);
  if (dated === null) return { ...reading, rest, day: plusDays(now, ahead) };
  // « vendredi 6 »: the next 6th that is a Friday, within two months; else it is a slip.
  for (let days = 0; days < 62; days += 1) {
    const day = plusDays(now, days);
    const fits = day.day === Number(dated[1]);
    if (fits && new Date(day.year, day.month, day.day).getDay() === found[1])
      return { ...reading, day, rest: rest.replace(dated[0], ' ') };
  }
  return { ...reading, rest: 'wrong-day' };
};

const takeDate = (reading: Reading, now: Date): Reading => {
  const text = reading.rest;
  const slashed = /\b(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?\b/.exec(text);
  if (slashed) {
    const year = slashed[3] === undefined ? null : Number(slashed[3].padStart(4, '20'));
    const day = nextOccurrence(now, Number(slashed[2]) - 1, Number(slashed[1]), year);
    return { ...reading, day, rest: day ? text.replace(slashed[0], ' ') : 'wrong-date' };
  }
  const named = months.exec(text);
  if (named) {
    const month = monthNumbers[named[2] ?? ''] ?? -1;
    const day = nextOccurrence(now, month, Number(named[1]), null);
    return { ...reading, day, rest: day ? text.replace(named[0], ' ') : 'wrong-date' };
  }
  const relative: readonly (readonly [RegExp, number])[] = [
    [/\bapres[\s-]demain\b/, 2],
    [/\b(?:demain|tomorrow)\b/, 1],
    [/\b(?:aujourd\s?hui|ce jour|today)\b/, 0],
  ];
  const said = relative.find(([pattern]) => pattern.test(text));
  return said === undefined
    ? reading
    : { ...reading, day: plusDays(now, said[1]), rest: text.replace(said[0], ' ') };
};

const takeTime = (reading: Reading): Reading => {
  const text = reading.rest;
  const clock = /\b(\d{1,2})\s*(?:h|:)\s*(\d{2})?\b/.exec(text);
  const half = /\b(\d{1,2})(?::(\d{2}))?\s*(am|pm)\b/.exec(text);
  const spoken = /\b(midi|noon)\b/.exec(text);
  const found = half ?? clock ?? spoken;
  if (found === null) return reading;
  const rest = text.replace(found[0], ' ');
  if (spoken !== null && found === spoken) return { ...reading, hour: 12, rest };
  const plain = Number(found[1]);
  const hour = half === null ? plain : (plain % 12) + (half[3] === 'pm' ? 12 : 0);
  return { ...reading, hour, minute: Number(found[2] ?? 0), rest };
};

const readDelay = (text: string, now: Date): number | null => {
  const hours = /^(?:dans|in)\s+(\d{1,2})\s*(?:h|heures?|hours?)(?:\s*(\d{2}))?$/.exec(text);
  if (hours) return now.getTime() + (Number(hours[1]) * 60 + Number(hours[2] ?? 0)) * 60_000;
  const minutes = /^(?:dans|in)\s+(\d{1,3})\s*(?:min(?:utes?)?|mn)$/.exec(text);
  return minutes ? now.getTime() + Number(minutes[1]) * 60_000 : null;
};

/**
 * Milliseconds since the epoch, or null when it is not a time to come. A day without a time is
 * nine in the morning; a time without a day is the next time the clock shows it.
 */
export const parseDueTime = (typed: string, nowMs: number): number | null => {
  const now = new Date(nowMs);
  const text = foldText(typed)
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .trim();
  const delayed = readDelay(text, now);
  if (delayed !== null) return delayed;
  const start: Reading = { day: null, hour: null, minute: 0, rest: text };
  const reading = takeTime(takeWeekday(takeDate(start, now), now));
  const left = reading.rest.replaceAll(/\b(?:a|le|vers|at|on|the|prochain|next)\b|[\s,.]/g, '');
  if (left !== '' || (reading.day === null && reading.hour === null)) return null;
  if ((reading.hour ?? 0) > 23 || reading.minute > 59) return null;
  const { year, month, day } = reading.day ?? dayOf(now);
  const due = new Date(year, month, day, reading.hour ?? 9, reading.minute).getTime();
  if (due > nowMs) return due;
  if (reading.day !== null) return null;
  return new Date(year, month, day + 1, reading.hour ?? 9, reading.minute).getTime();
};
