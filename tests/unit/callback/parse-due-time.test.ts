import { parseDueTime } from '@shared/domain/callback/parse-due-time.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

// Thursday 5 November 2026, 11:44 on the desktop's clock.
const now = new Date(2026, 10, 5, 11, 44).getTime();
const shown = (ms: number | null): string | null => {
  if (ms === null) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const date = new Date(ms);
  return `${two(date.getDate())}/${two(date.getMonth() + 1)} ${two(date.getHours())}:${two(date.getMinutes())}`;
};

it.each([
  ['demain 14h30', '06/11 14:30'],
  ['Demain à 14 h 30', '06/11 14:30'],
  ['après-demain 9h', '07/11 09:00'],
  ['vendredi 9h', '06/11 09:00'],
  ['ven. 6 à 14:30', '06/11 14:30'],
  ['jeudi 10h', '12/11 10:00'],
  ['lundi prochain 10h', '09/11 10:00'],
  ['le 12/11 à 16h', '12/11 16:00'],
  ['12/11/2026 16h', '12/11 16:00'],
  ['3 janvier 9h15', '03/01 09:15'],
  ['1er décembre', '01/12 09:00'],
  ['14h', '05/11 14:00'],
  ['9h', '06/11 09:00'],
  ['midi', '05/11 12:00'],
  ['dans 2 h', '05/11 13:44'],
  ['dans 20 min', '05/11 12:04'],
  ["aujourd'hui 18h", '05/11 18:00'],
  ['tomorrow 2pm', '06/11 14:00'],
  ['in 2 hours', '05/11 13:44'],
  ['Friday 9:30 am', '06/11 09:30'],
])('[WRAP-10] "%s" is %s', (typed, due) => {
  expect(shown(parseDueTime(typed, now))).toBe(due);
});

it.each([
  '',
  'bientôt',
  'demain 25h',
  '14h75',
  '31/02 10h',
  'hier 10h',
  "aujourd'hui 9h",
  '05/11/2020 10h',
  'vendredi 7 à 10h',
  'demain matin peut-être',
])('[WRAP-10] "%s" is no time to come', (typed) => {
  expect(parseDueTime(typed, now)).toBeNull();
});

it('[WRAP-10] any text is read without an exception, and never as a time that has passed', () => {
  const word = fc.constantFrom(
    'demain',
    'lundi',
    '14h',
    '9',
    ':',
    'à',
    '31/12',
    'pm',
    'dans',
    'min',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((words) => words.join(' ')),
      ),
      (typed) => {
        const due = parseDueTime(typed, now);
        if (due !== null) expect(due).toBeGreaterThanOrEqual(now);
      },
    ),
  );
});
