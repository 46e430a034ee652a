import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainRegister, type Operation } from '../../support/history/register-history.ts';
import { checkSet, noSetFaults } from '../../support/history/set-history.ts';

const sound = (operations: readonly Operation[]) => explainRegister('a', operations).sound;
const read = (value: string, from: number, to: number): Operation => ({
  kind: 'read',
  value,
  from,
  to,
});
const change = (
  base: string,
  value: string,
  [from, to]: readonly [number, number],
  outcome: 'accepted' | 'superseded' | 'unknown' = 'accepted',
): Operation => ({ kind: 'change', base, value, from, to, outcome });

describe('the checker of histories', () => {
  it('[SYNC-24] finds a fact that was lost, doubled, refused but there, or from nobody', () => {
    const added = [
      { value: 'kept', outcome: 'acknowledged' },
      { value: 'gone', outcome: 'acknowledged' },
      { value: 'poison', outcome: 'refused' },
      { value: 'perhaps', outcome: 'unknown' },
    ] as const;
    expect(checkSet(added, ['kept', 'kept', 'poison', 'ghost'])).toEqual({
      lost: ['gone'],
      doubled: ['kept'],
      fromNobody: ['ghost'],
      refusedButThere: ['poison'],
    });
    expect(checkSet(added, ['kept', 'gone'])).toEqual(noSetFaults);
    expect(checkSet(added, ['kept', 'gone', 'perhaps'])).toEqual(noSetFaults);
  });

  it.each<readonly [string, readonly Operation[]]>([
    ['a value that nobody wrote', [read('x', 1, 2)]],
    [
      'an old value after a newer one was read',
      [change('a', 'b', [1, 6]), read('b', 2, 3), read('a', 4, 5)],
    ],
    ['a value before it was written', [read('b', 1, 2), change('a', 'b', [3, 4])]],
    ['an acknowledged change that is not there', [change('a', 'b', [1, 2]), read('a', 3, 4)]],
    [
      'two changes of one base, both accepted',
      [change('a', 'b', [1, 4]), change('a', 'c', [2, 5])],
    ],
    ['a change superseded by nothing', [change('a', 'b', [1, 2], 'superseded')]],
    [
      'a superseded change that took effect',
      [change('x', 'b', [1, 2], 'superseded'), read('b', 3, 4)],
    ],
  ])('[SYNC-24] finds %s', (_, operations) => {
    expect(sound(operations)).toBe(false);
  });

  it.each<readonly [string, readonly Operation[]]>([
    [
      'reads at the same time as a change',
      [change('a', 'b', [1, 6]), read('a', 2, 3), read('b', 4, 5)],
    ],
    [
      'a chain whose answers came in another order',
      [change('b', 'c', [1, 4]), change('a', 'b', [2, 9])],
    ],
    [
      'an unknown change that took effect late',
      [change('a', 'b', [1, Infinity], 'unknown'), read('a', 2, 3), read('b', 4, 5)],
    ],
    [
      'an unknown change that never did',
      [change('a', 'b', [1, Infinity], 'unknown'), read('a', 2, 3)],
    ],
    [
      'the loser of two changes',
      [change('a', 'b', [1, 4]), change('a', 'c', [2, 5], 'superseded')],
    ],
  ])('[SYNC-24] explains %s', (_, operations) => {
    expect(sound(operations)).toBe(true);
  });

  it('[SYNC-24] explains whatever a real register did, and no history with one answer forged', () => {
    const step = fc.record({
      base: fc.nat(3),
      length: fc.integer({ min: 1, max: 6 }),
      reads: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        let value = 'a';
        const past = ['a'];
        const operations = steps.map(({ base, length, reads }, at): Operation => {
          // It takes effect at `at`, somewhere inside its interval.
          const [from, to] = [at - length / 2, at + length / 2];
          if (reads) return read(value, from, to);
          const seen = past[Math.max(0, past.length - 1 - base)] ?? 'a';
          const next = `v${at}`;
          const outcome = seen === value ? 'accepted' : 'superseded';
          if (outcome === 'accepted') {
            value = next;
            past.push(next);
          }
          return change(seen, next, [from, to], outcome);
        });
        expect(sound(operations)).toBe(true);
        expect(sound([...operations, read('forged', 99, 100)])).toBe(false);
        if (past.length > 1) expect(sound([...operations, read('a', 99, 100)])).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
