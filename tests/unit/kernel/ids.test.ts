import { backoffMs } from '@shared/kernel/backoff.ts';
import { idSchema, makeIds } from '@shared/kernel/ids.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it('[WORK-1] ids are valid, unique, and sort in the order they were made, whatever the clock does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 2 ** 41 }), { minLength: 1, maxLength: 200 }),
      (times) => {
        let at = 0;
        const newId = makeIds({ now: () => times[at++ % times.length] ?? 0 }, (n) =>
          new Uint8Array(n).fill(at % 251),
        );
        const ids = times.map(() => newId());
        expect(ids.every((id) => idSchema.safeParse(id).success)).toBe(true);
        expect([...ids].sort()).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
  );
});

it('[LINE-1] the back-off grows, has jitter, and never leaves its bounds', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, random) => {
      const wait = backoffMs(attempt, { firstMs: 400, maxMs: 15_000 }, () => random);
      expect(wait).toBeGreaterThanOrEqual(200);
      expect(wait).toBeLessThanOrEqual(15_000);
    }),
  );
  expect(backoffMs(9, { firstMs: 400, maxMs: 15_000 }, () => 0.9)).toBeGreaterThan(
    backoffMs(0, { firstMs: 400, maxMs: 15_000 }, () => 0.9),
  );
});
