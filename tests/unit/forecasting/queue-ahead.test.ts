import { queueAhead, queueShares } from '@shared/domain/forecasting/queue-ahead.ts';
import { neededAdvisors } from '@shared/domain/staffing/needed-advisors.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const goal = { share: 0.85, targetSeconds: 20, patienceSeconds: 120, busiest: 0.88 };
const day = Array.from({ length: 96 }, (_, at) => ({ calls: at, handlingSeconds: 300 }));

it('[LEAD-23] a queue has its part of what its brand is told, two hours back and two ahead', () => {
  const told = queueAhead(day, 40, 0.5, goal);
  expect(told.map(({ quarter }) => quarter)).toEqual(
    Array.from({ length: 16 }, (_, at) => at + 32),
  );
  expect(told.map(({ isOver }) => isOver).indexOf(false)).toBe(8);
  expect(told[8]).toEqual({
    quarter: 40,
    calls: 20,
    isOver: false,
    needed: neededAdvisors({ callsPerHour: 80, handlingSeconds: 300 }, goal),
  });
  expect(told[7]?.needed).toBeNull();
  // At the ends of the day there is less.
  expect(queueAhead(day, 0, 1, goal)).toHaveLength(8);
  expect(queueAhead(day, 95, 1, goal)).toHaveLength(9);
  expect(queueAhead([], 40, 1, goal)).toEqual([]);
});

it('[LEAD-23] the queues of a brand share all of its calls, by what came lately, alike where nothing did', () => {
  const queue = fc.record({
    name: fc.string({ minLength: 1, maxLength: 5 }),
    brandId: fc.constantFrom('a', 'b'),
    calls: fc.nat({ max: 500 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(queue, { selector: ({ name }) => name, minLength: 1 }), (queues) => {
      const shares = queueShares(queues, new Map(queues.map(({ name, calls }) => [name, calls])));
      for (const brandId of new Set(queues.map((one) => one.brandId))) {
        const own = queues.filter((one) => one.brandId === brandId);
        expect(own.reduce((sum, { name }) => sum + (shares.get(name) ?? 0), 0)).toBeCloseTo(1, 9);
        const [first, second] = own;
        if (first !== undefined && second !== undefined && first.calls > second.calls)
          expect(shares.get(first.name)).toBeGreaterThan(shares.get(second.name) ?? 1);
      }
    }),
  );
});
