/** The calls of a centre day by day, from causes that are known here and not to whoever learns them. */
import { isFrenchHoliday } from '@shared/domain/calendar/french-holidays.ts';
import type { LocalDate } from '@shared/domain/calendar/zoned-time.ts';
import {
  type DayOfCalls,
  dayOfNumber,
  numberOfDay,
  quartersOfDay,
  weekdayOfNumber,
} from '@shared/domain/forecasting/history.ts';
import { makeChance } from './chance.ts';

export type Centre = {
  readonly callsADay: number;
  /** Monday to Sunday, as a share of `callsADay`. */
  readonly weekdays: readonly number[];
  /** How far winter is above the year's middle, as a share. */
  readonly season: number;
  readonly onHolidays: number;
  /** How far a day strays by itself. */
  readonly stray: number;
  /** Calls by each letter on the first, second … day after it. */
  readonly answers: readonly number[];
  readonly letters: (day: LocalDate) => number;
};

export const usualCentre: Centre = {
  callsADay: 600,
  weekdays: [1.25, 1.05, 1, 0.95, 0.9, 0.45, 0],
  season: 0.25,
  onHolidays: 0.15,
  stray: 0.08,
  answers: [],
  letters: () => 0,
};

/** Two peaks, at 10:30 and 15:30; nobody before 8:00 and after 20:00. */
const shape = Array.from({ length: quartersOfDay }, (_, at) => {
  const hour = at / 4;
  if (hour < 8 || hour >= 20) return 0;
  return 0.3 + Math.exp(-((hour - 10.5) ** 2) / 2) + 0.8 * Math.exp(-((hour - 15.5) ** 2) / 3);
});
const shapeSum = shape.reduce((sum, one) => sum + one, 0);

/** What the day brings on average, all its causes counted. */
export const meanOfDay = (centre: Centre, number: number): number => {
  const day = dayOfNumber(number);
  const yearly = 1 + centre.season * Math.cos((2 * Math.PI * (number - 15)) / 365.25);
  const holiday = isFrenchHoliday(day) ? centre.onHolidays : 1;
  const plain = centre.callsADay * (centre.weekdays[weekdayOfNumber(number)] ?? 0);
  const answers = centre.answers.reduce(
    (sum, rate, at) => sum + rate * centre.letters(dayOfNumber(number - at - 1)),
    0,
  );
  return plain * yearly * holiday + answers;
};

/** `count` days that end the day before `until`. */
export const liveThrough = (
  centre: Centre,
  until: LocalDate,
  count: number,
  seed: number,
): DayOfCalls[] => {
  const chance = makeChance(seed);
  const end = numberOfDay(until);
  return Array.from({ length: count }, (_, at) => {
    const number = end - count + at;
    const mean = meanOfDay(centre, number) * chance.gamma(centre.stray);
    const calls = shape.map((one) => chance.poisson((mean * one) / shapeSum));
    return { day: dayOfNumber(number), calls, written: centre.letters(dayOfNumber(number)) };
  });
};
