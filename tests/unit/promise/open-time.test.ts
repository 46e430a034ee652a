import {
  afterOpenTime,
  type OpeningHours,
  openingHoursSchema,
  openTimeBetween,
} from '@shared/domain/calendar/business-time.ts';
import { isFrenchHoliday } from '@shared/domain/calendar/french-holidays.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kerdoualRules } from '../../support/kerdoual-rules.ts';

const { hours } = kerdoualRules;
const hourMs = 3_600_000;
const ms = (text: string) => Date.parse(text);
const after = (text: string, openHours: number, own: OpeningHours = hours) => {
  const at = afterOpenTime(ms(text), openHours * hourMs, own);
  return at === null ? null : new Date(at).toISOString();
};

it('[PROM-1] the lunch gap, the night and the week-end do not count', () => {
  // Wednesday 4 November 2026, 18:42 in Paris: 18 minutes that day, the rest the next morning.
  expect(after('2026-11-04T17:42:00.000Z', 3)).toBe('2026-11-05T10:42:00.000Z');
  expect(after('2026-11-07T10:30:00.000Z', 1)).toBe('2026-11-09T08:30:00.000Z');
});

it('[PROM-1] holidays of the year do not count, those that move with Easter neither', () => {
  const all = (year: number) =>
    Array.from({ length: 12 }, (_, month) => Array.from({ length: 31 }, (__, day) => [month, day]))
      .flat()
      .filter(([month = 0, day = 0]) => {
        const date = new Date(Date.UTC(year, month, day + 1));
        return (
          date.getUTCMonth() === month && isFrenchHoliday({ year, month: month + 1, day: day + 1 })
        );
      })
      .map(([month = 0, day = 0]) => `${month + 1}/${day + 1}`);
  expect(all(2026).join(' ')).toBe('1/1 4/6 5/1 5/8 5/14 5/25 7/14 8/15 11/1 11/11 12/25');
  expect(all(2024).join(' ')).toBe('1/1 4/1 5/1 5/8 5/9 5/20 7/14 8/15 11/1 11/11 12/25');
  // 10 November, 18:30: the 11th is closed.
  expect(after('2026-11-10T17:30:00.000Z', 1)).toBe('2026-11-12T08:30:00.000Z');
  expect(after('2026-11-10T17:30:00.000Z', 1, { ...hours, onHolidays: 'open' })).toBe(
    '2026-11-11T08:30:00.000Z',
  );
});

it('[PROM-1] over a change of the clock the wall counts, in the zone of the brand', () => {
  const sunday: OpeningHours = {
    zone: 'Europe/Paris',
    openings: [{ weekday: 7, from: 0, to: 6 * 60 }],
    onHolidays: 'open',
  };
  // 29 March 2026: from 0 to 6 o'clock are five hours; 25 October: seven.
  const [spring, autumn] = [ms('2026-03-28T23:00:00Z'), ms('2026-10-24T22:00:00Z')];
  expect(openTimeBetween(spring, spring + 20 * hourMs, sunday)).toBe(5 * hourMs);
  expect(openTimeBetween(autumn, autumn + 20 * hourMs, sunday)).toBe(7 * hourMs);
  const reunion = { ...hours, zone: 'Indian/Reunion' };
  expect(after('2026-11-05T04:00:00.000Z', 1, reunion)).toBe('2026-11-05T06:00:00.000Z');
});

const anyHours = fc
  .record({
    zone: fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Martinique', 'Pacific/Noumea'),
    onHolidays: fc.constantFrom('open' as const, 'closed' as const),
    openings: fc.array(
      fc
        .tuple(
          fc.integer({ min: 1, max: 7 }),
          fc.integer({ min: 0, max: 1439 }),
          fc.integer({ min: 1, max: 600 }),
        )
        .map(([weekday, from, length]) => ({ weekday, from, to: Math.min(1440, from + length) })),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map((value) => openingHoursSchema.parse(value));

it('[PROM-2] after so much open time, so much open time has passed, in any zone', () => {
  const years = { min: ms('2025-01-01T00:00:00Z'), max: ms('2028-12-31T00:00:00Z') };
  fc.assert(
    fc.property(
      anyHours,
      fc.integer(years),
      fc.integer({ min: 1, max: 40 * 60 }),
      (own, start, minutes) => {
        const end = afterOpenTime(start, minutes * 60_000, own);
        if (end === null) return;
        expect(openTimeBetween(start, end, own)).toBe(minutes * 60_000);
        expect(openTimeBetween(start, end - 1000, own)).toBe(minutes * 60_000 - 1000);
        expect(openTimeBetween(end, start, own)).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});

it('[PROM-3] a brand that never opens promises nothing', () => {
  expect(after('2026-11-05T08:00:00.000Z', 1, { ...hours, openings: [] })).toBeNull();
});

it('[PROM-17] hours that contradict themselves are refused with their place', () => {
  const places = (value: unknown) =>
    openingHoursSchema.safeParse(value).error?.issues.map(({ path }) => path.join('.'));
  expect(places({ ...hours, zone: 'Europe/Nantes' })).toEqual(['zone']);
  const backwards = { weekday: 1, from: 800, to: 700 };
  expect(places({ ...hours, openings: [backwards] })).toEqual(['openings.0']);
});
