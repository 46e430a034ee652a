/** Sundays, nights and public holidays, which an agreement may open; and when she cannot be there at all. */
import { dayLater, dayOfText, weekdayOfText } from '../../calendar/day-text.ts';
import { isFrenchHoliday } from '../../calendar/french-holidays.ts';
import { type PlannedDay, shiftOf } from '../piece.ts';
import type { Found, PersonPlan, WorkRule } from '../work-rule.ts';
import { always, code, since2008, since2016 } from './sources.ts';

const midnight = 24 * 60;
const [nightEnds, nightBegins] = [7 * 60, 21 * 60];

type Stretch = { readonly day: string; readonly from: number; readonly to: number };

/** A shift by the days of the calendar on which it lies. */
const stretchesOf = ({ day, pieces }: PlannedDay): readonly Stretch[] => {
  const shift = shiftOf(pieces);
  if (shift === null) return [];
  const { from, to } = shift;
  if (to <= midnight) return [{ day, from, to }];
  const rest = { day: dayLater(day, 1), from: Math.max(0, from - midnight), to: to - midnight };
  return from < midnight ? [{ day, from, to: midnight }, rest] : [rest];
};

const ofDays =
  (isOne: (stretch: Stretch, plan: PersonPlan) => boolean) =>
  (plan: PersonPlan): readonly Found[] =>
    plan.days
      .flatMap(stretchesOf)
      .filter((stretch) => isOne(stretch, plan))
      .map((stretch) => ({ ...stretch, measured: stretch.to - stretch.from, limit: 0 }));

const isFirstOfMay = (day: string): boolean => day.endsWith('-05-01');

const isUnavailable = ({ day, from, to }: Stretch, { availability }: PersonPlan): boolean =>
  availability !== null &&
  !availability.some(
    (one) => one.weekday === weekdayOfText(day) && one.from <= from && one.to >= to,
  );

export const agreedRules: readonly WorkRule[] = [
  {
    id: 'absent',
    ...always,
    weight: 'refused',
    check: ofDays(({ day }, { absences }) =>
      absences.some(({ from, to }) => from <= day && day <= to),
    ),
  },
  { id: 'unavailable', ...always, weight: 'warned', check: ofDays(isUnavailable) },
  {
    id: 'sunday',
    ...code('L3132-3'),
    since: since2008,
    weight: 'refused',
    check: ofDays(
      ({ day }, { settings }) => settings.sundays === 'refused' && weekdayOfText(day) === 7,
    ),
  },
  {
    id: 'night',
    ...code('L3122-2'),
    since: since2016,
    weight: 'refused',
    check: ofDays(
      ({ from, to }, { settings }) =>
        settings.nights === 'refused' && (from < nightEnds || to > nightBegins),
    ),
  },
  {
    id: 'holiday',
    ...code('L3133-1'),
    since: since2016,
    weight: 'refused',
    check: ofDays(
      ({ day }, { settings }) =>
        settings.holidays === 'refused' && isFrenchHoliday(dayOfText(day)) && !isFirstOfMay(day),
    ),
  },
  {
    // Only a house that cannot stop works on that day (L3133-6): an agreement on holidays does not open it.
    id: 'first-of-may',
    ...code('L3133-4'),
    since: since2016,
    weight: 'refused',
    check: ofDays(({ day }) => isFirstOfMay(day)),
  },
];
