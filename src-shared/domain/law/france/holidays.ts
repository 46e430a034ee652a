/** The public holidays of each French territory, each with its text and the years in which it is one. */
import { easterDay, isFrenchHoliday } from '../../calendar/french-holidays.ts';
import type { LocalDate } from '../../calendar/zoned-time.ts';
import type { Territory } from '../facts.ts';

type Day =
  | { readonly month: number; readonly day: number }
  /** In days after Easter Sunday. */
  | { readonly easter: number };

type Holiday = Day & {
  readonly source: string;
  readonly from?: number;
  readonly until?: number;
};

export const nationalSource = 'Code du travail, art. L3133-1';
const abolition = 'Code du travail, art. L3422-2';
const alsaceMoselle = 'Code du travail, art. L3134-13';
const polynesia = 'Code du travail de la Polynésie française, jours fériés';

const goodFriday = -2;

export type HolidayArea = Territory | 'alsace-moselle';

/** Besides the eleven of L3133-1. Customs without a text (Schœlcher, Ash Wednesday) are none. */
export const localHolidays: Readonly<Partial<Record<HolidayArea, readonly Holiday[]>>> = {
  'alsace-moselle': [
    { easter: goodFriday, source: alsaceMoselle },
    { month: 12, day: 26, source: alsaceMoselle },
  ],
  guadeloupe: [{ month: 5, day: 27, source: abolition }],
  martinique: [{ month: 5, day: 22, source: abolition }],
  guyane: [{ month: 6, day: 10, source: abolition }],
  reunion: [{ month: 12, day: 20, source: abolition }],
  mayotte: [{ month: 4, day: 27, source: abolition }],
  'saint-barthelemy': [{ month: 10, day: 9, source: abolition }],
  // The code says the 27th, the prefecture has kept the 28th since 2018: both are left alone.
  'saint-martin': [
    { month: 5, day: 27, source: abolition },
    {
      month: 5,
      day: 28,
      from: 2018,
      source: 'Loi n° 2017-256, préfecture de Saint-Barthélemy et de Saint-Martin',
    },
  ],
  'nouvelle-caledonie': [
    {
      month: 9,
      day: 24,
      source: 'Nouvelle-Calédonie, accord interprofessionnel territorial, art. 74',
    },
  ],
  polynesie: [
    { month: 3, day: 5, source: polynesia },
    { easter: goodFriday, source: polynesia },
    { month: 6, day: 29, until: 2025, source: polynesia },
    { month: 11, day: 20, from: 2026, source: `${polynesia}, loi du pays adoptée le 6 mai 2025` },
  ],
  'wallis-et-futuna': [
    { month: 4, day: 28, source: 'Wallis-et-Futuna, saint Pierre Chanel' },
    { month: 6, day: 29, source: 'Wallis-et-Futuna, saints Pierre et Paul' },
    { month: 7, day: 29, source: 'Wallis-et-Futuna, fête du territoire' },
  ],
};

const isOn = (holiday: Holiday, date: LocalDate): boolean => {
  if (date.year < (holiday.from ?? 0) || date.year > (holiday.until ?? 9999)) return false;
  if (!('easter' in holiday)) return holiday.month === date.month && holiday.day === date.day;
  const after = Date.UTC(date.year, date.month - 1, date.day) / 86_400_000 - easterDay(date.year);
  return after === holiday.easter;
};

/** The text that makes this day a holiday there, or null. */
export const holidaySource = (date: LocalDate, area: HolidayArea): string | null =>
  isFrenchHoliday(date)
    ? nationalSource
    : (localHolidays[area]?.find((holiday) => isOn(holiday, date))?.source ?? null);
