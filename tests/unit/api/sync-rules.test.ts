import { mergeFields } from '@api/modules/sync/apply/merge-fields.ts';
import { decodeCursor, encodeCursor } from '@api/modules/sync/cursor.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { sameValue } from '@shared/kernel/same-value.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const brands = fc.uniqueArray(fc.constantFrom('kerdoual', 'solvenne', 'lorvane', 'orsane'));
const hub = fc.stringMatching(/^[0-9a-f]{12}$/);
const place = fc.record({
  xid: fc.bigInt({ min: 0n, max: 10n ** 18n }),
  seq: fc.bigInt({ min: 0n, max: 10n ** 17n }),
});

describe('cursor', () => {
  it('[HUB-35] is read as it was written, whatever the order of the brands', () => {
    fc.assert(
      fc.property(
        hub,
        brands,
        fc.integer({ min: 1, max: 9 }),
        place,
        (hubId, brandIds, level, position) => {
          const text = encodeCursor({ hubId, brandIds, level }, position);
          expect(text.length).toBeLessThanOrEqual(100);
          const read = decodeCursor({ hubId, brandIds: [...brandIds].reverse(), level }, text);
          expect(read).toEqual({ ok: true, value: position });
        },
      ),
    );
  });

  it('[HUB-35] is too old for another hub or other brands, and nonsense is malformed', () => {
    fc.assert(
      fc.property(hub, hub, brands, brands, place, (one, other, mine, theirs, position) => {
        const text = encodeCursor({ hubId: one, brandIds: mine, level: 1 }, position);
        const read = decodeCursor({ hubId: other, brandIds: theirs, level: 1 }, text);
        const same = one === other && sameValue([...mine].sort(), [...theirs].sort());
        expect(read.ok || read.error.code).toBe(same || 'cursor-too-old');
      }),
    );
    const [hubId, position] = ['a'.repeat(12), { xid: 7n, seq: 7n }];
    const former = encodeCursor({ hubId, brandIds: [], level: 1 }, position);
    expect(decodeCursor({ hubId, brandIds: [], level: 2 }, former).ok).toBe(false);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = decodeCursor({ hubId: 'a'.repeat(12), brandIds: [], level: 1 }, text);
        expect(read).toMatchObject({ ok: false, error: { code: 'input-malformed' } });
      }),
    );
  });
});

describe('merging a customer', () => {
  const name = fc.constantFrom('Anne', 'Annie', 'Anna');
  const fields = fc.record({
    firstName: name,
    lastName: name,
    emails: fc.uniqueArray(name, { maxLength: 2 }),
  });

  const onlyAdded = (base: string[], now: string[], wanted: string[]) =>
    base.every((one) => now.includes(one) && wanted.includes(one)) &&
    new Set([...now, ...wanted]).size ===
      new Set(now).size + wanted.filter((one) => !now.includes(one)).length;

  it('[SETTLE-1] one number with two labels is a question, whoever added it', () => {
    const phone = (label: string) => [{ e164: '+33639980001', label }];
    const merge = (now: object, wanted: object) =>
      mergeFields({ phones: now } as Customer, { phones: [] }, { phones: wanted } as never);
    expect(merge(phone('mobile'), phone('work')).conflicts).toEqual(['phones']);
    expect(merge(phone('mobile'), phone('mobile')).conflicts).toEqual([]);
  });

  it('[HUB-36] takes every field that only this desktop changed and none that somebody else did', () => {
    fc.assert(
      fc.property(fields, fields, fields, (base, now, wanted) => {
        const current = { id: 'x', ...now } as unknown as Customer;
        const { merged, changes, conflicts } = mergeFields(current, base, wanted);
        for (const field of ['firstName', 'lastName', 'emails'] as const) {
          const alike = sameValue(now[field], wanted[field]);
          const untouched = sameValue(now[field], base[field]);
          if (field === 'emails' && onlyAdded(base.emails, now.emails, wanted.emails)) {
            expect(conflicts).not.toContain(field);
            if (!untouched)
              expect(new Set(merged.emails)).toEqual(new Set([...now.emails, ...wanted.emails]));
            continue;
          }
          expect(merged[field]).toEqual(alike || untouched ? wanted[field] : now[field]);
          expect(conflicts.includes(field)).toBe(!alike && !untouched);
          expect(changes.some((change) => change.field === field)).toBe(!alike && untouched);
        }
      }),
    );
  });

  it('[HUB-36] the order of keys means nothing, the order of lists does', () => {
    expect(sameValue({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
    expect(sameValue({}, [])).toBe(false);
    expect(sameValue(null, {})).toBe(false);
    expect(sameValue({ a: undefined }, {})).toBe(true);
  });
});
