import { compareArms } from '@shared/domain/script/measure/verdict.ts';
import { expect, it } from 'vitest';

/** Mulberry32: the same numbers at each run of the test. */
const randomFrom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const planned = 400;
const days = 60;
const perDay = 12;

/** Looks at the figures every day, as a brand manager would; the first winner that is named counts. */
const named = (rates: readonly [number, number], random: () => number): string | null => {
  const seen = rates.map(() => ({ count: 0, n: 0 }));
  for (let day = 0; day < days; day++) {
    rates.forEach((rate, arm) => {
      const own = seen[arm];
      // Only the first ones that were planned count: later customers change nothing.
      for (let call = 0; call < perDay && own && own.n < planned; call++) {
        own.n += 1;
        if (random() < rate) own.count += 1;
      }
    });
    const [first, arm] = seen;
    if (first === undefined || arm === undefined) return null;
    const { verdict } = compareArms(arm, first, { planned, comparisons: 1 });
    if (verdict === 'ahead' || verdict === 'behind') return verdict;
  }
  return null;
};

const runs = 4_000;
const share = (rates: readonly [number, number], seed: number, wanted: readonly string[]) => {
  const random = randomFrom(seed);
  let hits = 0;
  for (let run = 0; run < runs; run++) if (wanted.includes(named(rates, random) ?? '')) hits += 1;
  return hits / runs;
};

it('[MEASURE-3] of two arms that are the same, looked at every day, at most one in twenty is named', () => {
  for (const [at, rate] of [0.1, 0.43, 0.86].entries()) {
    const wrong = share([rate, rate], 20_261_105 + at, ['ahead', 'behind']);
    expect(wrong, `at ${rate}`).toBeLessThanOrEqual(0.05);
  }
});

it('[MEASURE-4] a real difference is found, and on the right side', () => {
  expect(share([0.4, 0.5], 7, ['ahead'])).toBeGreaterThan(0.75);
  expect(share([0.5, 0.4], 8, ['behind'])).toBeGreaterThan(0.75);
  expect(share([0.4, 0.5], 9, ['behind'])).toBeLessThan(0.001);
});

it('[MEASURE-3] before the planned customers have called nothing is named, however clear it looks', () => {
  const clear = [
    { count: 399, n: 399 },
    { count: 0, n: 400 },
  ] as const;
  expect(compareArms(...clear, { planned: 400, comparisons: 1 })).toEqual({ verdict: 'too-few' });
  const enough = { count: 400, n: 400 };
  expect(compareArms(enough, clear[1], { planned: 400, comparisons: 1 }).verdict).toBe('ahead');
});

it('[MEASURE-3] with more arms more is asked of each', () => {
  const arm = { count: 230, n: 400 };
  const first = { count: 200, n: 400 };
  const at = (comparisons: number) =>
    compareArms(arm, first, { planned: 400, comparisons }).verdict;
  expect([at(1), at(2)]).toEqual(['ahead', 'no-difference']);
});
