import type { Territory } from '@shared/domain/law/facts.ts';
import { type HolidayArea, holidaySource } from '@shared/domain/law/france/holidays.ts';
import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { places } from '../../support/law/history.ts';
import { isSlowHoliday, slowEaster } from '../../support/law/slow-calendar.ts';
import { slowDay } from '../../support/law/slow-clock.ts';

const years = Array.from({ length: 23 }, (_, index) => 2023 + index);

const daysOf = (year: number): string[] => {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = slowDay(day, 1)) days.push(day);
  return days;
};

const ours = (year: number, area: HolidayArea): string[] =>
  daysOf(year).filter((text) => {
    const [y = 0, month = 0, day = 0] = text.split('-').map(Number);
    return holidaySource({ year: y, month, day }, area) !== null;
  });

/** How the maintained package names each area. */
const areas: readonly (readonly [HolidayArea, string, string?])[] = [
  ['metropole', 'FR'],
  ['alsace-moselle', 'FR', '57'],
  ['alsace-moselle', 'FR', '67'],
  ['alsace-moselle', 'FR', '68'],
  ['guadeloupe', 'FR', 'GP'],
  ['martinique', 'FR', 'MQ'],
  ['guyane', 'FR', 'GF'],
  ['reunion', 'FR', 'RE'],
  ['mayotte', 'FR', 'YT'],
  ['saint-pierre-et-miquelon', 'PM'],
  ['saint-barthelemy', 'FR', 'BL'],
  ['saint-martin', 'FR', 'MF'],
  ['nouvelle-caledonie', 'NC'],
  ['polynesie', 'PF'],
  ['wallis-et-futuna', 'WF'],
];

const theirs = (year: number, country: string, state?: string): string[] => {
  const calendar = state === undefined ? new Holidays(country) : new Holidays(country, state);
  const days = calendar.getHolidays(year).filter(({ type }) => type === 'public');
  return [...new Set(days.map(({ date }) => date.slice(0, 10)))].sort();
};

/** Where the package follows a custom, or the code where the prefecture has moved the day. */
const known = (area: HolidayArea, year: number): Record<'minus' | 'plus', string[]> => {
  const goodFriday = slowDay(slowEaster(year), -2);
  if (area === 'guadeloupe' || area === 'martinique') return { minus: [goodFriday], plus: [] };
  return area === 'saint-martin' ? { minus: [], plus: [`${year}-05-28`] } : { minus: [], plus: [] };
};

describe('[LAW-4] public holidays', () => {
  it.each(areas.map(([area, country, state]) => ({ area, country, state })))(
    '[LAW-4] of $area ($country $state) are those of the maintained package, but for what is named',
    ({ area, country, state }) => {
      for (const year of years) {
        const { minus, plus } = known(area, year);
        const expected = [
          ...theirs(year, country, state).filter((day) => !minus.includes(day)),
          ...plus,
        ];
        expect(ours(year, area)).toEqual([...new Set(expected)].sort());
      }
    },
  );

  it('[LAW-4] are those of the prayer books’ table of Easter', () => {
    for (const [territory, , postcode] of places) {
      const isLocal = territory === 'metropole' && postcode.startsWith('67');
      const area: HolidayArea = isLocal ? 'alsace-moselle' : (territory as Territory);
      for (const year of [1990, 2011, 2024, 2038, 2049]) {
        const slow = daysOf(year).filter((day) => isSlowHoliday(day, territory, postcode));
        const before2018 = territory === 'saint-martin' && year < 2018 ? [`${year}-05-28`] : [];
        expect(ours(year, area)).toEqual(slow.filter((day) => !before2018.includes(day)));
      }
    }
  });
});
