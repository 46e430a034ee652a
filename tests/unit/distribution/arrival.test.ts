/** How far ahead a caller waits, and whether whom she spoke with last is asked first. */
import {
  type ByValue,
  highestPriority,
  isAskedFirst,
  type LastServer,
  placeOf,
} from '@shared/domain/distribution/arrival.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const rule: ByValue = { soonMinutes: 60, fairAfterS: 300 };
const now = Date.parse('2026-10-25T00:30:00Z');
const alone = { nowMs: now, longestWaitMs: null };
const due = (minutes: number | null, isVip = false) => ({
  isVip,
  dueAt: minutes === null ? null : now + minutes * 60_000,
});

describe('[QUEUE-16] how far ahead a caller waits', () => {
  it.each([
    ['who is not known', null, 0, []],
    ['who is no VIP and was promised nothing', due(null), 0, []],
    ['a VIP', due(null, true), 5, ['vip']],
    ['whose answer is not due soon', due(61), 0, []],
    ['whose answer begins to be due soon', due(60), 1, ['deadline']],
    ['whose answer is due in half the time', due(30), 5, ['deadline']],
    ['whose answer is due now', due(0.1), 9, ['deadline']],
    ['whose answer is late', due(-600), 10, ['deadline']],
    ['a VIP whose answer is late', due(-1, true), 15, ['vip', 'deadline']],
  ])('[QUEUE-16] %s', (_who, caller, priority, why) => {
    const place = placeOf(rule, caller, alone);
    expect([place.priority, place.why.map(({ by }) => by)]).toEqual([priority, why]);
  });

  it('[QUEUE-16] without a rule, and once somebody has waited long, nobody goes ahead', () => {
    expect(placeOf(null, due(-1, true), alone).priority).toBe(0);
    const waits = (longestWaitMs: number) => ({ nowMs: now, longestWaitMs });
    expect(placeOf(rule, due(-1, true), waits(300_000))).toEqual({ priority: 0, why: [] });
    expect(placeOf(rule, due(-1, true), waits(299_000)).priority).toBe(15);
  });

  it('[QUEUE-16] the nearer the further, a VIP before who is none, never beyond the highest', () => {
    const minutes = fc.integer({ min: -10_000, max: 10_000 });
    const soon = fc.integer({ min: 5, max: 1440 });
    fc.assert(
      fc.property(minutes, minutes, soon, (one, other, soonMinutes) => {
        const of = (left: number, isVip = false) =>
          placeOf({ ...rule, soonMinutes }, due(left, isVip), alone).priority;
        expect(of(Math.min(one, other))).toBeGreaterThanOrEqual(of(Math.max(one, other)));
        expect(of(one, true)).toBeGreaterThan(of(one));
        expect(of(one, true)).toBeLessThanOrEqual(highestPriority);
        expect(of(one) > 0).toBe(one <= soonMinutes);
      }),
    );
  });
});

const free: LastServer = { serves: true, line: 'free', state: 'ready', isAwaited: false };
const days = { days: 7, seconds: 15 } as const;

it.each<[string, LastServer | null, number, boolean]>([
  ['she is free', free, 0, true],
  ['she ends the call before', { ...free, state: 'wrap-up' }, 0, true],
  ['she has no desktop', { ...free, state: null }, 0, true],
  ['nobody is known', null, 0, false],
  ['somebody waits already', free, 1, false],
  ['she does not serve the queue', { ...free, serves: false }, 0, false],
  ['she talks', { ...free, line: 'in-use' }, 0, false],
  ['her telephone is away', { ...free, line: 'away' }, 0, false],
  ['she is on a break', { ...free, state: 'pause' }, 0, false],
  ['another caller waits for her', { ...free, isAwaited: true }, 0, false],
])(
  '[QUEUE-18] whom she spoke with last is asked first or not: %s',
  (_when, server, waiting, asked) => {
    expect(isAskedFirst(days, server, waiting)).toBe(asked);
    expect(isAskedFirst(null, server, waiting)).toBe(false);
  },
);
