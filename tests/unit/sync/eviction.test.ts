import { leaversOf, oldestDayOf } from '@shared/domain/cache-scope/eviction.ts';
import { usualDesktopRules } from '@shared/domain/desktop/desktop-rules.ts';
import { dayOf } from '@shared/domain/search/search-entry.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const none = { pinned: new Set<string>(), used: new Map<string, number>() };
const one = (id: string, day: number, open = false) => ({ id, day, open });

it('[CACHE-13] the oldest leave, by contact or use, the too old before the too many', () => {
  const held = [one('a', 100), one('b', 50), one('c', 80), one('d', 10, true), one('e', 60)];
  const limits = { ...none, customersAtMost: 5, oldestDay: 70 };
  expect(leaversOf(held, limits)).toEqual(['b', 'e']);
  expect(leaversOf(held, { ...limits, used: new Map([['b', 90]]) })).toEqual(['e']);
  expect(leaversOf(held, { ...limits, oldestDay: 0, customersAtMost: 3 })).toEqual(['b', 'e']);
  const pinned = new Set(['b', 'e', 'c']);
  expect(leaversOf(held, { ...limits, pinned, customersAtMost: 1 })).toEqual(['a']);
});

it('[CACHE-11] the months that the house allows are counted back from today', () => {
  const now = Date.parse('2026-11-28T10:00:00.000Z');
  expect(oldestDayOf(usualDesktopRules, now)).toBe(dayOf('2024-11-28T00:00:00.000Z'));
});

const held = fc.uniqueArray(
  fc.record({ id: fc.uuid(), day: fc.integer({ min: 0, max: 9_000 }), open: fc.boolean() }),
  { selector: ({ id }) => id, maxLength: 60 },
);

it('[CACHE-13] nobody pinned or open leaves, nobody newer before older, and it ends within the limit', () => {
  const limit = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(
      held,
      limit,
      fc.integer({ min: 0, max: 9_000 }),
      fc.infiniteStream(fc.nat(7)),
      (all, customersAtMost, oldestDay, dice) => {
        const rolled = all.map((customer) => ({ customer, roll: dice.next().value }));
        const pinned = new Set(
          rolled.flatMap(({ customer, roll }) => (roll === 0 ? [customer.id] : [])),
        );
        const used = new Map(
          rolled.flatMap(({ customer, roll }) =>
            roll === 1 ? [[customer.id, 8_000] as const] : [],
          ),
        );
        const gone = leaversOf(all, { customersAtMost, oldestDay, pinned, used });
        const left = all.filter(({ id }) => !gone.includes(id));
        const isFixed = ({ id, open }: (typeof all)[number]) => open || pinned.has(id);
        const last = ({ id, day }: (typeof all)[number]) => Math.max(day, used.get(id) ?? 0);
        expect(new Set(gone).size).toBe(gone.length);
        expect(all.filter((customer) => gone.includes(customer.id)).some(isFixed)).toBe(false);
        const loose = left.filter((customer) => !isFixed(customer));
        expect(left.length <= customersAtMost || loose.length === 0).toBe(true);
        expect(loose.every((customer) => last(customer) >= oldestDay)).toBe(true);
        // Nobody goes who is young enough while there is room.
        const young = all.filter(
          (customer) => gone.includes(customer.id) && last(customer) >= oldestDay,
        );
        expect(young.length === 0 || left.length >= customersAtMost).toBe(true);
        const newestGone = Math.max(-1, ...all.filter(({ id }) => gone.includes(id)).map(last));
        expect(loose.every((customer) => last(customer) >= newestGone)).toBe(true);
      },
    ),
  );
});
