/**
 * Days and times as files hold them: day before month, ISO, months in words, Excel's serial numbers.
 * The American order is never guessed: it is asked for.
 */
import { wordsOf } from '../../identity/fold.ts';
import { type Read, refused, replaceBy, took } from '../problem.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

const monthBeginnings = [
  'janv,jan',
  'fevr,fev,feb',
  'mars,mar',
  'avri,avr,apr',
  'mai,may',
  'juin,jun',
  'juil,jul',
  'aout,aou,aug',
  'sept,sep',
  'octo,oct',
  'nove,nov',
  'dece,dec',
].map((words) => words.split(','));
const monthOf = (word: string): number =>
  monthBeginnings.findIndex((ways) => ways.some((way) => word.startsWith(way))) + 1;

type Parts = { readonly day: number; readonly month: number; readonly year: number };

const check = ({ day, month, year }: Parts): Read<string> => {
  const shown = (d: number, m: number) => `${two(d)}/${two(m)}/${year}`;
  if (year === 0 || (month === 0 && day === 0))
    return refused('date-unreadable', { kind: 'clear' });
  if (month > 12 && day >= 1 && day <= 12 && month <= daysIn(year, day)) {
    return refused('date-us-order', replaceBy(shown(month, day)));
  }
  if (month < 1 || month > 12 || day < 1) return refused('date-impossible');
  const last = daysIn(year, month);
  if (day > 31) return refused('date-impossible');
  if (day > last) return refused('date-impossible', replaceBy(shown(last, month)));
  if (year < 1890 || year > 2200) return refused('date-implausible', { kind: 'correct' }, year);
  return took(iso(year, month, day));
};

const dayMs = 86_400_000;
/** Day 1 is the 1st of January 1900; Excel believes in a 29th of February 1900, which no file means. */
const excelDay = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + serial * dayMs).toISOString().slice(0, 10);

const forms: readonly [RegExp, (groups: readonly number[]) => Parts][] = [
  [
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
    ([year = 0, month = 0, day = 0]) => ({ day, month, year }),
  ],
  [/^(\d{4})(\d{2})(\d{2})$/, ([year = 0, month = 0, day = 0]) => ({ day, month, year })],
  [
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/,
    ([day = 0, month = 0, year = 0]) => ({ day, month, year }),
  ],
];

const inWords = (text: string): Parts | null => {
  const [day = '', month = '', year = '', ...rest] = wordsOf(text).filter((word) => word !== 'le');
  if (rest.length > 0 || !/^\d{1,2}(?:er)?$/.test(day) || !/^\d{4}$/.test(year)) return null;
  const number = monthOf(month);
  return number === 0 ? null : { day: Number.parseInt(day, 10), month: number, year: Number(year) };
};

/** `2026-09-30`; null of an empty cell. */
export const readDay = (raw: string): Read<string | null> => {
  const text = raw.normalize('NFKC').trim();
  if (text === '') return took(null);
  for (const [form, partsOf] of forms) {
    const found = form.exec(text);
    if (found !== null) return check(partsOf(found.slice(1).map(Number)));
  }
  const short = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})$/.exec(text);
  if (short !== null) {
    const [, day = '', month = '', year = ''] = short;
    const century = Number(year) > 69 ? '19' : '20';
    return refused('date-short-year', replaceBy(`${day}/${month}/${century}${year}`));
  }
  // Five digits are a day from 1927 to 2173; fewer may be a year.
  if (/^[1-9]\d{4}(?:[.,]0)?$/.test(text))
    return took(excelDay(Number.parseInt(text, 10)), 'excel-date');
  const said = inWords(text);
  return said === null ? refused('date-unreadable') : check(said);
};

const clock = /^(\d{1,2})\s*(?:[:h.]\s*(\d{2})?)(?:[:m.]\s*(\d{2}))?(?:\.\d+)?\s*s?$/i;

/** `09:05:00`; null of an empty cell. */
export const readTime = (raw: string): Read<string | null> => {
  const text = raw.normalize('NFKC').trim();
  if (text === '') return took(null);
  // A part of a day, as Excel keeps times.
  if (/^0[.,]\d+$/.test(text)) {
    const seconds = Math.round(Number(text.replace(',', '.')) * 86_400);
    if (seconds >= 86_400) return refused('time-unreadable');
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    return took(parts.map(two).join(':'), 'excel-date');
  }
  const found = clock.exec(text);
  if (found === null) return refused('time-unreadable');
  const [hour = 0, minute = 0, second = 0] = found.slice(1).map((part) => Number(part ?? 0));
  if (hour > 23 || minute > 59 || second > 59) return refused('time-unreadable');
  return took([hour, minute, second].map(two).join(':'));
};

export type Moment = {
  readonly day: string;
  readonly time: string | null;
  /** `Z` or `+02:00` where the cell said it. */
  readonly offset: string;
};

const withTime =
  /^(.+?)(?:T|\s+(?:à\s+)?|,\s*)(\d{1,2}\s*[:h]\s*\d{0,2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s*(Z|[+-]\d\d:?\d\d)?$/i;

/** A day, or a day with its time; null of an empty cell. */
export const readMoment = (raw: string): Read<Moment | null> => {
  const text = raw.normalize('NFKC').trim();
  const serial = /^([1-9]\d{4})[.,](\d+)$/.exec(text);
  if (serial !== null && !/^0+$/.test(serial[2] ?? '')) {
    const time = readTime(`0.${serial[2]}`);
    if (!time.ok) return time;
    return took({ day: excelDay(Number(serial[1])), time: time.value, offset: '' }, 'excel-date');
  }
  const found = withTime.exec(text);
  const day = readDay(found?.[1] ?? text);
  if (!day.ok) return day;
  if (day.value === null) return took(null);
  const time = readTime(found?.[2]?.replace(/[.,]\d+$/, '') ?? '');
  if (!time.ok) return time;
  const offset = (found?.[3] ?? '').toUpperCase().replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  return took({ day: day.value, time: time.value, offset }, day.mended);
};
