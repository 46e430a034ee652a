import type { LocalDate } from '@shared/domain/calendar/zoned-time.ts';
import { errorOfLast, forecastDay, forecastRest } from '@shared/domain/forecasting/day-forecast.ts';
import {
  type DayOfCalls,
  dayOfNumber,
  numberOfDay,
  totalOf,
} from '@shared/domain/forecasting/history.ts';
import { countQuantile } from '@shared/domain/forecasting/spread.ts';
import { describe, expect, it } from 'vitest';
import { liveThrough, meanOfDay, usualCentre } from '../../support/staffing/centre.ts';
import { makeChance } from '../../support/staffing/chance.ts';

const end: LocalDate = { year: 2026, month: 11, day: 2 };
const told = (history: readonly DayOfCalls[], day: LocalDate) => {
  const made = forecastDay(history, day);
  if (made === null) throw new Error('no forecast');
  return made;
};

/** Forecast each of the last days from those before it. */
const tried = (history: readonly DayOfCalls[], days: number) =>
  history.slice(-days).map((actual) => ({ actual, made: told(history, actual.day) }));

describe('a day', () => {
  it('[STAFF-5] is told from weekday, season and holidays better than by last week or by the last four', () => {
    let [ours, lastWeek, lastFour] = [0, 0, 0];
    for (const seed of [1, 2, 3]) {
      const history = liveThrough(usualCentre, end, 760, seed);
      const totals = new Map(history.map((one) => [numberOfDay(one.day), totalOf(one)]));
      for (const { actual, made } of tried(history, 120)) {
        const number = numberOfDay(actual.day);
        const before = [1, 2, 3, 4].map((week) => totals.get(number - 7 * week) ?? 0);
        const mean = before.reduce((sum, one) => sum + one, 0) / 4;
        ours += Math.abs(made.calls - totalOf(actual));
        lastWeek += Math.abs((before[0] ?? 0) - totalOf(actual));
        lastFour += Math.abs(mean - totalOf(actual));
      }
    }
    expect(ours).toBeLessThan(lastWeek * 0.75);
    expect(ours).toBeLessThan(lastFour * 0.9);
  });

  it('[STAFF-6] lies within its interval nine times out of ten, and so do its quarters', () => {
    let [days, within, quarters, quartersWithin] = [0, 0, 0, 0];
    for (const seed of [11, 12, 13, 14]) {
      const history = liveThrough(usualCentre, end, 500, seed);
      for (const { actual, made } of tried(history, 100)) {
        days += 1;
        if (totalOf(actual) >= made.low && totalOf(actual) <= made.high) within += 1;
        made.quarters.forEach(({ calls, low, high }, at) => {
          if (calls < 1) return;
          quarters += 1;
          const seen = actual.calls[at] ?? 0;
          if (seen >= low && seen <= high) quartersWithin += 1;
        });
      }
    }
    expect(within / days).toBeGreaterThan(0.85);
    expect(within / days).toBeLessThan(0.97);
    expect(quartersWithin / quarters).toBeGreaterThan(0.88);
    expect(quartersWithin / quarters).toBeLessThan(0.97);
  });

  it('[STAFF-7] knows a public holiday that falls on a weekday', () => {
    const history = liveThrough(usualCentre, { year: 2026, month: 11, day: 11 }, 600, 21);
    const holiday = told(history, { year: 2026, month: 11, day: 11 });
    expect(holiday.calls).toBeLessThan(meanOfDay(usualCentre, numberOfDay(holiday.day)) * 2);
    expect(told(history, { year: 2026, month: 11, day: 12 }).calls).toBeGreaterThan(400);
  });

  it('[STAFF-7] knows what letters bring on the days after them', () => {
    const mondays = (day: LocalDate) => (numberOfDay(day) % 21 === 4 ? 10_000 : 0);
    const posted = { ...usualCentre, answers: [0.01, 0.03, 0.015], letters: mondays };
    const history = liveThrough(posted, end, 500, 31);
    const letter = history.toReversed().find(({ written }) => written > 0);
    if (letter === undefined) throw new Error('no letter');
    const number = numberOfDay(letter.day);
    const rises = [1, 2, 3].map((after) => told(history, dayOfNumber(number + after)).fromWritten);
    expect(rises[0]).toBeGreaterThan(50);
    expect(rises[1]).toBeGreaterThan(200);
    expect(rises[1]).toBeLessThan(400);
    expect(rises[2]).toBeGreaterThan(80);
    expect(told(history, dayOfNumber(number)).fromWritten).toBeLessThan(30);
  });

  it('[STAFF-5] follows a level that changed three weeks ago', () => {
    const usual = liveThrough(usualCentre, end, 500, 35);
    const moved = usual.map((one, at) =>
      at < 479 ? one : { ...one, calls: one.calls.map((calls) => Math.round(calls * 1.5)) },
    );
    const gain = told(moved, end).calls / told(usual, end).calls;
    expect(gain).toBeGreaterThan(1.4);
    expect(gain).toBeLessThan(1.6);
  });

  it('[STAFF-6] whose level strays much strays in each of its quarters', () => {
    const restless = { ...usualCentre, stray: 0.35 };
    const history = liveThrough(restless, end, 400, 36);
    let [quarters, within] = [0, 0];
    for (const { actual, made } of tried(history, 60))
      made.quarters.forEach(({ calls, low, high }, at) => {
        if (calls < 5) return;
        quarters += 1;
        const seen = actual.calls[at] ?? 0;
        if (seen >= low && seen <= high) within += 1;
      });
    expect(within / quarters).toBeGreaterThan(0.84);
  });

  it('[STAFF-8] that has begun is told anew by what has come so far', () => {
    const history = liveThrough(usualCentre, end, 500, 41);
    const plain = told(history, end);
    const half = plain.quarters.slice(0, 52).map(({ calls }) => Math.round(calls));
    const busy = forecastRest(
      history,
      end,
      half.map((one) => one * 2),
    );
    const usual = forecastRest(history, end, half);
    const calm = forecastRest(
      history,
      end,
      half.map(() => 0),
    );
    const [atTwo, atOne, atNone] = [busy, usual, calm].map((one) => one?.quarters[60]?.calls ?? 0);
    const before = plain.quarters[60]?.calls ?? 0;
    expect(atOne).toBeGreaterThan(before * 0.95);
    expect(atOne).toBeLessThan(before * 1.05);
    expect(atTwo).toBeGreaterThan(before * 1.3);
    expect(atNone).toBeLessThan(before * 0.7);
    expect(usual?.quarters[10]).toEqual({ calls: half[10], low: half[10], high: half[10] });
    const width = (one: { low: number; high: number } | null) => (one?.high ?? 0) - (one?.low ?? 0);
    expect(width(usual)).toBeLessThan(width(plain));
  });

  it('[STAFF-9] needs two weeks of history, and says how far it was off on the last such days', () => {
    expect(forecastDay(liveThrough(usualCentre, end, 13, 51), end)).toBeNull();
    expect(forecastDay(liveThrough(usualCentre, end, 14, 51), end)).not.toBeNull();
    const steady = { ...usualCentre, stray: 0.02, season: 0 };
    const error = errorOfLast(liveThrough(steady, end, 400, 52), end, 4);
    expect(error).toBeGreaterThan(0);
    expect(error).toBeLessThan(0.12);
    expect(errorOfLast([], end, 4)).toBeNull();
  });

  it('[STAFF-6] is never less than nothing, whatever the days before were', () => {
    const chance = makeChance(61);
    for (let round = 0; round < 40; round += 1) {
      const wild = { ...usualCentre, callsADay: chance.exponential(50), stray: 0.9 };
      const made = told(liveThrough(wild, end, 14 + Math.floor(chance.share() * 60), round), end);
      for (const one of [made, ...made.quarters]) {
        expect(one.calls).toBeGreaterThanOrEqual(0);
        expect(one.low).toBeLessThanOrEqual(one.high);
        expect(Number.isFinite(one.high)).toBe(true);
      }
    }
  });
});

it('[STAFF-6] the interval of a count is that of counts drawn one by one', () => {
  const chance = makeChance(71);
  for (const [mean, relative] of [
    [0.4, 0],
    [6, 0.3],
    [90, 0.1],
    [800, 0.05],
  ] as const) {
    const drawn = Array.from({ length: 20_000 }, () =>
      chance.poisson(relative === 0 ? mean : mean * chance.gamma(relative)),
    ).sort((a, b) => a - b);
    for (const share of [0.05, 0.5, 0.95]) {
      const seen = drawn[Math.floor(share * drawn.length)] ?? 0;
      const off = Math.abs(countQuantile(mean, relative, share) - seen);
      expect(off).toBeLessThanOrEqual(1 + mean * 0.01);
    }
  }
});
