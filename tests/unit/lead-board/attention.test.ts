import { attentionOf, byNeed, queueWorry, usedShare } from '@shared/domain/lead-board/attention.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import { usualThresholds } from '@shared/domain/lead-board/thresholds.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { someCall, someNow } from '../../contract/api/board-watch.ts';

const nowMs = Date.parse('2026-11-26T12:00:00.000Z');
const ago = (seconds: number): string => new Date(nowMs - seconds * 1000).toISOString();
const seat = (name: string, more: Partial<Seat> = {}): Seat => ({
  userId: name,
  name,
  teamId: 't',
  brandIds: [],
  skills: [],
  extension: '1',
  now: someNow({ since: ago(5) }),
  unheardSince: null,
  value: null,
  line: 'free',
  stuck: null,
  ...more,
});
const resting = (state: 'pause' | 'wrap-up' | 'do-not-disturb' | 'ready', seconds: number) =>
  someNow({ state, since: ago(seconds) });
const talking = (seconds: number, heldSeconds: number | null = null) =>
  someNow({
    state: 'busy',
    since: ago(seconds),
    call: someCall({
      since: ago(seconds),
      heldSince: heldSeconds === null ? null : ago(heldSeconds),
    }),
  });

it('[LEAD-12] each state is measured by its own threshold, a hold from its own beginning', () => {
  const share = (now: Seat['now']) => usedShare({ now }, usualThresholds, nowMs);
  expect(share(talking(270))).toBeCloseTo(0.5);
  expect(share(talking(5_000, 45))).toBeCloseTo(0.5);
  expect(share(resting('wrap-up', 90))).toBeCloseTo(0.5);
  expect(share(resting('pause', 300))).toBeCloseTo(0.5);
  expect(share(resting('do-not-disturb', 300))).toBeCloseTo(0.5);
  expect(share(resting('ready', 90_000))).toBeNull();
  expect(share(null)).toBeNull();
  const ringing = someNow({ call: someCall({ phase: 'ringing', since: ago(20) }) });
  expect(share(ringing)).toBeCloseTo(1);
});

it('[LEAD-11] a raised hand goes before who is stuck, before who is late, before who is unheard', () => {
  const hand = { since: ago(60), words: '' };
  const seats = [
    seat('Zoé'),
    seat('Anne', { now: talking(600) }),
    seat('Bea', { now: talking(1_200) }),
    seat('Cleo', { unheardSince: ago(5) }),
    seat('Dan', { stuck: { kind: 'rings-on', since: ago(200) } }),
    seat('Eve', { now: { ...talking(10), hand } }),
    seat('Abel'),
  ];
  const order = [...seats].sort(byNeed(() => usualThresholds, nowMs)).map(({ name }) => name);
  expect(order).toEqual(['Eve', 'Dan', 'Bea', 'Anne', 'Cleo', 'Abel', 'Zoé']);
  // Whoever went home is not missed.
  const home = seat('Flo', { now: someNow({ state: 'offline' }), unheardSince: ago(500) });
  expect(attentionOf(home, usualThresholds, nowMs)).toBeNull();
});

it('[LEAD-11] the order is one, whatever it was before', () => {
  const any = fc.record({
    seconds: fc.integer({ min: 0, max: 2_000 }),
    stuck: fc.boolean(),
    hand: fc.boolean(),
    unheard: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (given) => {
      const seats = given.map(({ seconds, stuck, hand, unheard }, at) =>
        seat(`N${String(at).padStart(2, '0')}`, {
          now: { ...talking(seconds), hand: hand ? { since: ago(1), words: '' } : null },
          stuck: stuck ? { kind: 'rings-on', since: ago(200) } : null,
          unheardSince: unheard ? ago(3) : null,
        }),
      );
      const need = byNeed(() => usualThresholds, nowMs);
      const there = [...seats].sort(need);
      expect([...seats].reverse().sort(need)).toEqual(there);
      const ranks = there.map((one) => attentionOf(one, usualThresholds, nowMs)?.rank ?? 9);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }),
  );
});

const noGoal = { answeredShare: null, waitS: null };

it('[LEAD-12] a queue is wanted for its longest wait, and for the share of the day', () => {
  const worry = (seconds: number | null, share: number | null, goal = noGoal) =>
    queueWorry(
      { longestSince: seconds === null ? null : ago(seconds), answeredShare: share, goal },
      usualThresholds,
      nowMs,
    );
  expect(worry(90, 1)).toBe('wait');
  expect(worry(89, 0.85)).toBeNull();
  expect(worry(null, 0.849)).toBe('service-level');
  expect(worry(null, null)).toBeNull();
});

it('[QUEUE-20] what was decided of a queue goes before the thresholds of the team', () => {
  const of = (answeredShare: number | null, waitS: number | null) => ({ answeredShare, waitS });
  const worry = (goal: ReturnType<typeof of>, seconds: number, answeredShare: number) =>
    queueWorry({ longestSince: ago(seconds), answeredShare, goal }, usualThresholds, nowMs);
  expect(worry(of(null, 30), 30, 1)).toBe('wait');
  expect(worry(of(null, 200), 120, 1)).toBeNull();
  expect(worry(of(95, null), 0, 0.9)).toBe('service-level');
  expect(worry(of(60, null), 0, 0.7)).toBeNull();
});
