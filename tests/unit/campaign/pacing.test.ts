import { countChances, expectedExcess } from '@shared/domain/campaign/chances.ts';
import { durationsOf, endsWithin } from '@shared/domain/campaign/durations.ts';
import {
  type DiallingMode,
  type PacingHistory,
  type PacingMoment,
  pace,
  reachesLimit,
} from '@shared/domain/campaign/pacing.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulate, type Team } from '../../support/dialler/simulator';

const rule = (mode: DiallingMode, abandonLimitPercent = 3) => ({
  mode,
  abandonLimitPercent,
  callsPerAdvisor: 2,
});
const known: PacingHistory = {
  lately: { dialled: 300, answered: 90 },
  answered: 900,
  abandoned: 5,
  limitReached: false,
  ringS: durationsOf(Array.from({ length: 50 }, (_, n) => 4 + (n % 12))),
  handlingS: durationsOf(Array.from({ length: 100 }, (_, n) => 20 + 4 * n)),
};
const moment = (rest: Partial<PacingMoment> = {}): PacingMoment => ({
  idle: 4,
  busyS: [10, 60, 100, 200, 300, 390],
  ringingS: [],
  ...rest,
});

describe('how many are dialled', () => {
  it('[CAMP-13] by hand none, one for each who is free, or so many for each', () => {
    expect(pace(rule('manual'), moment(), known).dial).toBe(0);
    expect(pace(rule('preview'), moment(), known).dial).toBe(0);
    expect(pace(rule('progressive'), moment(), known).dial).toBe(4);
    expect(pace(rule('progressive'), moment({ ringingS: [1, 2, 3] }), known).dial).toBe(1);
    expect(pace(rule('progressive'), moment({ idle: 1, ringingS: [1, 2] }), known).dial).toBe(0);
    expect(pace(rule('power'), moment({ ringingS: [1, 2, 3] }), known).dial).toBe(5);
  });

  it('[CAMP-14] predictive dialling bets where it knows enough, and on nobody where it does not', () => {
    const bet = pace(rule('predictive'), moment(), known);
    expect(bet).toMatchObject({ as: 'predictive', why: 'asked' });
    expect(bet.dial).toBeGreaterThan(4);
    const green: PacingHistory = { ...known, answered: 99, abandoned: 0 };
    expect(pace(rule('predictive'), moment(), green)).toEqual({
      dial: 4,
      as: 'progressive',
      why: 'too-little-known',
    });
    const unheard = { ...known, handlingS: durationsOf([60, 70]) };
    expect(pace(rule('predictive'), moment(), unheard).why).toBe('too-little-known');
  });

  it('[CAMP-15] near the limit it slows down, at the limit it bets no more', () => {
    const free = moment({ idle: 12, busyS: [] });
    const easy = pace(rule('predictive'), free, known);
    const near = pace(rule('predictive'), free, { ...known, abandoned: 22 });
    expect(near).toMatchObject({ as: 'predictive', why: 'limit-near' });
    expect(near.dial).toBeLessThan(easy.dial);
    const over = { dial: 12, as: 'progressive', why: 'limit-reached' };
    expect(pace(rule('predictive'), free, { ...known, abandoned: 27 })).toEqual(over);
    expect(pace(rule('predictive', 0), free, known)).toEqual(over);
    expect(pace(rule('power'), free, { ...known, abandoned: 27 })).toEqual(over);
    // No setting lifts the limit of 3 %.
    expect(pace(rule('predictive', 50), free, { ...known, abandoned: 27 })).toEqual(over);
  });

  it('[CAMP-43] the limit once reached holds for the day, also when the rate sinks again', () => {
    const free = moment({ idle: 12, busyS: [] });
    const sunk: PacingHistory = { ...known, limitReached: true };
    const plain = { dial: 12, as: 'progressive', why: 'limit-reached' };
    expect(pace(rule('predictive'), free, sunk)).toEqual(plain);
    expect(pace(rule('power'), free, sunk)).toEqual(plain);
    expect(pace(rule('progressive'), free, sunk)).toMatchObject({
      as: 'progressive',
      why: 'asked',
    });
    // Of the first hundred each counts as of a hundred.
    const at = (answered: number, abandoned: number) =>
      reachesLimit(rule('predictive'), { answered, abandoned });
    expect([at(1, 1), at(50, 2), at(50, 3), at(200, 5), at(200, 6)]).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
    expect(reachesLimit(rule('power', 1), { answered: 100, abandoned: 1 })).toBe(true);
  });

  it('[CAMP-15] more abandoned calls or fewer free advisors never make it dial more', () => {
    const seconds = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        seconds,
        fc.array(fc.integer({ min: 0, max: 24 }), { maxLength: 8 }),
        fc.integer({ min: 0, max: 30 }),
        (idle, busyS, ringingS, abandoned) => {
          const dialled = (at: Partial<PacingMoment>, lost: number) =>
            pace(rule('predictive'), moment({ idle, busyS, ringingS, ...at }), {
              ...known,
              abandoned: lost,
            }).dial;
          const here = dialled({}, abandoned);
          expect(dialled({}, abandoned + 1)).toBeLessThanOrEqual(here);
          expect(dialled({ idle: idle - 1 }, abandoned)).toBeLessThanOrEqual(here);
        },
      ),
    );
  });

  it('[CAMP-15] whoever picks up of those that it bets on, the rate stays under the limit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('predictive' as const, 'power' as const),
        fc.integer({ min: 0, max: 40 }),
        fc.array(fc.integer({ min: 0, max: 24 }), { maxLength: 12 }),
        fc.integer({ min: 100, max: 3000 }),
        fc.integer({ min: 0, max: 60 }),
        (mode, idle, ringingS, answered, abandoned) => {
          const now = moment({ idle, ringingS });
          const { dial } = pace(rule(mode), now, { ...known, answered, abandoned });
          if (dial <= Math.max(0, idle - ringingS.length)) return;
          const lost = Math.max(0, ringingS.length + dial - idle);
          expect((abandoned + lost) / (answered + lost)).toBeLessThanOrEqual(0.03);
        },
      ),
    );
  });

  it('[CAMP-14] the chances are exact', () => {
    expect(countChances([0.5, 0.5])).toEqual([0.25, 0.5, 0.25]);
    expect(countChances([])).toEqual([1]);
    // Two answers with 0.25, one with 0.5; one advisor is free and another with 0.5.
    expect(expectedExcess([0.25, 0.5, 0.25], [0.5, 0.5], 1)).toBeCloseTo(0.125);
    // Of four that lasted over 10 s and were seen to end or go on, one ends within 10 s more.
    expect(endsWithin(durationsOf([5, 15, 30]), durationsOf([25, 40]), 10, 10)).toBeCloseTo(1 / 4);
    expect(endsWithin(durationsOf([5]), durationsOf([]), 10, 10)).toBe(0);
  });
});

const day = (rest: Partial<Team>): Team => ({
  advisors: 10,
  seconds: 3 * 3600,
  seed: 1,
  answerChance: (second) => 0.25 + 0.15 * Math.sin(second / 3000),
  ringS: { mean: 9, spread: 5 },
  handlingS: { mean: 150, spread: 160 },
  ringLimitS: 25,
  ...rest,
});

it('[CAMP-16] simulated days end under the limit, with advisors busier than one call each', () => {
  for (const team of [
    day({ seed: 2 }),
    day({ advisors: 25, seed: 3, handlingS: { mean: 60, spread: 20 } }),
    day({ advisors: 10, seed: 4, answerChance: () => 0.7 }),
    // From noon on twice as many answer.
    day({ advisors: 15, seed: 5, answerChance: (second) => (second < 5400 ? 0.2 : 0.4) }),
  ]) {
    const ours = simulate(team, (at, history) => pace(rule('predictive'), at, history).dial);
    const plain = simulate(team, (at, history) => pace(rule('progressive'), at, history).dial);
    expect(plain.abandoned).toBe(0);
    expect(ours.abandoned / ours.answered).toBeLessThanOrEqual(0.03);
    expect(ours.utilisation).toBeGreaterThan(plain.utilisation);
  }
});
