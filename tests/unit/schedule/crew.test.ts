/** People of a quarter of an hour over brands: never fewer needs are covered than all ways of sharing them out allow. */
import { Crew } from '@shared/domain/schedule/build/crew.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const brands = ['a', 'b', 'c'];

/** Every way of sharing out, tried. */
const most = (people: readonly (readonly string[])[], need: readonly number[]): number => {
  const [first, ...others] = people;
  if (first === undefined) return 0;
  const spare = most(others, need);
  return Math.max(
    spare,
    ...first.map((brandId) => {
      const at = brands.indexOf(brandId);
      if ((need[at] ?? 0) === 0) return 0;
      return (
        1 +
        most(
          others,
          need.map((one, place) => (place === at ? one - 1 : one)),
        )
      );
    }),
  );
};

it('[SCHED-9] covers as many needs as can be, whoever comes and goes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
      fc.array(fc.subarray(brands, { minLength: 1 }), { maxLength: 7 }),
      fc.array(fc.nat(6), { maxLength: 4 }),
      (need, skills, leaving) => {
        const crew = new Crew(new Map(brands.map((brandId, at) => [brandId, need[at] ?? 0])));
        const all = need.reduce((sum, one) => sum + one, 0);
        for (const [at, brandIds] of skills.entries()) crew.add({ id: String(at), brandIds });
        expect(all - crew.missing).toBe(most(skills, need));
        for (const at of leaving) crew.remove(String(at));
        const left = skills.filter((_, at) => !leaving.includes(at));
        expect(all - crew.missing).toBe(most(left, need));
        expect(crew.spare).toBe(left.length - most(left, need));
        for (const [at, brandIds] of skills.entries()) {
          const covers = crew.brandOf(String(at));
          if (covers !== undefined) expect(brandIds).toContain(covers);
        }
      },
    ),
    { numRuns: 500 },
  );
});

it('[SCHED-9] says what one more would gain, and keeps nothing of the question', () => {
  const crew = new Crew(
    new Map([
      ['a', 1],
      ['b', 1],
    ]),
  );
  crew.add({ id: '1', brandIds: ['a', 'b'] });
  const before = crew.cost;
  expect(crew.gainOf({ id: '2', brandIds: ['a'] })).toBeGreaterThan(1);
  expect(crew.gainOf({ id: '3', brandIds: ['c'] })).toBeLessThan(0);
  expect(crew.cost).toBe(before);
  crew.add({ id: '4', brandIds: ['a', 'b'] }, 'b');
  expect(crew.missing).toBe(0);
});
