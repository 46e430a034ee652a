/**
 * Hours of a week as they are written: « lun-ven 9:00-18:00 », "sat 10:00-12:30". French and English
 * names of days are read, and written in the language that is asked for. Pure.
 */
import type { OpensWhen } from './opens-when.ts';

type Span = OpensWhen['hours'][number];

const days = {
  fr: ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'],
  en: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
} as const;

/** ISO weekday, Monday is 1; by the first three letters. */
const dayOf = (written: string): number | null => {
  const short = written.toLowerCase().slice(0, 3);
  const at = Math.max(
    (days.fr as readonly string[]).indexOf(short),
    (days.en as readonly string[]).indexOf(short),
  );
  return at === -1 ? null : at + 1;
};

const minuteOf = (hour: string, minute: string | undefined): number | null => {
  const total = Number(hour) * 60 + Number(minute ?? 0);
  return Number(minute ?? 0) < 60 && total <= 1440 ? total : null;
};

const form =
  /^(\p{L}{3,9})\.?(?:\s*-\s*(\p{L}{3,9})\.?)?\s+(\d{1,2})(?:[:hH](\d{2})?)?\s*-\s*(\d{1,2})(?:[:hH](\d{2})?)?$/u;

/** null: no span. From Saturday to Monday goes round the week. */
export const readSpan = (written: string): Span | null => {
  const found = form.exec(written.trim());
  if (found === null) return null;
  const [, firstDay = '', lastDay, fromHour = '', fromMinute, toHour = '', toMinute] = found;
  const first = dayOf(firstDay);
  const last = lastDay === undefined ? first : dayOf(lastDay);
  const from = minuteOf(fromHour, fromMinute);
  const to = minuteOf(toHour, toMinute);
  if (first === null || last === null || from === null || to === null || from >= to) return null;
  const count = ((last - first + 7) % 7) + 1;
  const weekdays = Array.from({ length: count }, (_, at) => ((first - 1 + at) % 7) + 1);
  return { weekdays: weekdays.sort((a, b) => a - b), from, to };
};

const clock = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** Days that follow one another are one stretch; others are written one by one. */
export const writeSpan = ({ weekdays, from, to }: Span, language: 'fr' | 'en'): string[] => {
  const sorted = [...weekdays].sort((a, b) => a - b);
  const stretches: number[][] = [];
  for (const day of sorted) {
    const last = stretches.at(-1);
    if (last?.at(-1) === day - 1) last.push(day);
    else stretches.push([day]);
  }
  const name = (day: number | undefined): string => days[language][(day ?? 1) - 1] ?? '';
  return stretches.map((stretch) => {
    const [first] = stretch;
    const last = stretch.at(-1);
    const said = first === last ? name(first) : `${name(first)}-${name(last)}`;
    return `${said} ${clock(from)}-${clock(to)}`;
  });
};
