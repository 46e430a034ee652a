import { slowDay } from './slow-clock.ts';

/**
 * Easter from the table of paschal full moons of the prayer books, by golden number, for 1900 to 2199:
 * the Sunday after it.
 */
const fullMoons = [
  '04-14',
  '04-03',
  '03-23',
  '04-11',
  '03-31',
  '04-18',
  '04-08',
  '03-28',
  '04-16',
  '04-05',
  '03-25',
  '04-13',
  '04-02',
  '03-22',
  '04-10',
  '03-30',
  '04-17',
  '04-07',
  '03-27',
];

export const slowEaster = (year: number): string => {
  let day = slowDay(`${year}-${fullMoons[year % 19]}`, 1);
  while (new Date(`${day}T12:00:00Z`).getUTCDay() !== 0) day = slowDay(day, 1);
  return day;
};

const national = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

const local: Readonly<Record<string, readonly string[]>> = {
  guadeloupe: ['05-27'],
  martinique: ['05-22'],
  guyane: ['06-10'],
  reunion: ['12-20'],
  mayotte: ['04-27'],
  'saint-barthelemy': ['10-09'],
  'saint-martin': ['05-27', '05-28'],
  'nouvelle-caledonie': ['09-24'],
  'wallis-et-futuna': ['04-28', '06-29', '07-29'],
};

const years = new Map<string, Set<string>>();

const daysOff = (year: number, territory: string, postcode: string): Set<string> => {
  const key = `${year} ${territory} ${postcode.slice(0, 2)}`;
  const known = years.get(key);
  if (known !== undefined) return known;
  const easter = slowEaster(year);
  const list = [...national, ...(local[territory] ?? [])].map((day) => `${year}-${day}`);
  for (const after of [1, 39, 50]) list.push(slowDay(easter, after));
  if (territory === 'polynesie')
    list.push(
      slowDay(easter, -2),
      `${year}-03-05`,
      year < 2026 ? `${year}-06-29` : `${year}-11-20`,
    );
  if (territory === 'metropole' && ['57', '67', '68'].includes(postcode.slice(0, 2)))
    list.push(slowDay(easter, -2), `${year}-12-26`);
  const all = new Set(list);
  years.set(key, all);
  return all;
};

export const isSlowHoliday = (day: string, territory: string, postcode: string): boolean =>
  daysOff(Number(day.slice(0, 4)), territory, postcode).has(day);
