import { differenceOf, meanOf, rateOf } from '@shared/domain/script/measure/intervals.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const four = (value: number) => Math.round(value * 1e4) / 1e4;

it('[MEASURE-1] a rate has Wilson’s interval: the values that Newcombe published (1998, p. 861)', () => {
  const published: [number, number, number, number][] = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ];
  for (const [count, n, low, high] of published) {
    const rate = rateOf(count, n);
    expect([four(rate.low), four(rate.high)], `${count} of ${n}`).toEqual([low, high]);
  }
});

it('[MEASURE-1] the difference of two rates has Newcombe’s interval (1998, p. 879, method 10)', () => {
  const published: [number, number, number, number, number, number][] = [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ];
  for (const [a, m, b, n, low, high] of published) {
    const found = differenceOf([a, m], [b, n]);
    expect([four(found?.low ?? 9), four(found?.high ?? 9)], `${a}/${m}, ${b}/${n}`).toEqual([
      low,
      high,
    ]);
  }
  expect(differenceOf([0, 0], [1, 2])).toBeNull();
});

it('[MEASURE-1] every interval holds its rate and stays between 0 and 1', () => {
  const cases = fc
    .integer({ min: 0, max: 5000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(cases, ([count, n]) => {
      const { rate, low, high } = rateOf(count, n);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      if (rate !== null) {
        expect(low).toBeLessThanOrEqual(rate);
        expect(high).toBeGreaterThanOrEqual(rate);
      }
    }),
  );
});

it('[MEASURE-2] a mean comes from sums, with half of its interval', () => {
  const values = [4, 5, 3, 5, 4];
  const sum = values.reduce((a, b) => a + b, 0);
  const squares = values.reduce((a, b) => a + b * b, 0);
  const { mean, half } = meanOf(values.length, sum, squares);
  // s = 0.83666, by five values: 1.96 · 0.83666 / √5.
  expect([mean, four(half)]).toEqual([4.2, 0.7334]);
  expect(meanOf(0, 0, 0).mean).toBeNull();
});
