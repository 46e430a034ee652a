import { centreFigureNames, centreFigureWords } from '@shared/domain/centre/figure-words.ts';
import { type Counted, centreFigures, noCalls } from '@shared/domain/centre/figures.ts';
import { usualTarget } from '@shared/domain/queue-call/figures.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const count = fc.nat({ max: 100_000 });
const ms = fc.nat({ max: 1_000_000_000 });
const states = fc.record({
  ready: count,
  busy: count,
  'wrap-up': count,
  'do-not-disturb': count,
  pause: count,
});
const counted = fc
  .record({
    states: fc.option(states),
    talkMs: ms,
    holdMs: ms,
    wrapUpMs: ms,
    parts: fc.array(count, { minLength: 8, maxLength: 8 }),
    goals: fc.option(fc.tuple(count, count)),
  })
  .map(({ states: time, parts, goals, ...times }): Counted => {
    const [blind = 0, attended = 0, unsaid = 0, rest = 0, settled = 0, unsettled = 0, late = 0] =
      parts;
    const handled = blind + attended + unsaid + rest;
    const taken = Math.min(handled, parts[7] ?? 0);
    return {
      states: time,
      calls: {
        ...noCalls,
        ...times,
        ...{ blind, attended, unsaid, handled, settled, unsettled, pending: late },
        contacts: settled + unsettled + late,
        repeats: late,
        taken,
        inTime: Math.floor(taken / 2),
      },
      goals: goals === null ? null : { reached: goals[0] + goals[1], won: goals[0] },
      queue: null,
    };
  });
const told = (one: Counted) => centreFigures(one, () => usualTarget);

it('[CENTRE-1] [CENTRE-2] states add up to the time signed in, and talk, hold and wrap-up to handling', () => {
  fc.assert(
    fc.property(counted, (one) => {
      const { states: time, handling } = told(one);
      if (time !== null)
        expect(time.readyS + time.busyS + time.wrapUpS + time.doNotDisturbS + time.pauseS).toBe(
          time.signedInS,
        );
      expect(handling.talkS + handling.holdS + handling.wrapUpS).toBeCloseTo(handling.handlingS, 6);
      const { averageTalkS, averageHoldS, averageWrapUpS, averageHandlingS } = handling;
      expect((averageTalkS ?? 0) + (averageHoldS ?? 0) + (averageWrapUpS ?? 0)).toBeCloseTo(
        averageHandlingS ?? 0,
        6,
      );
    }),
  );
});

it('[CENTRE-4] [CENTRE-5] [CENTRE-6] a share is between none and all, and there is none of nothing', () => {
  fc.assert(
    fc.property(counted, (one) => {
      const { states: time, transfers, contacts, fromQueues, goals } = told(one);
      const shares = [
        [time?.occupancy, (time?.readyS ?? 0) + (time?.busyS ?? 0) + (time?.wrapUpS ?? 0)],
        [transfers.rate, one.calls.handled],
        [contacts.repeatRate, contacts.contacts],
        [contacts.firstContactResolution, contacts.known],
        [fromQueues.inTimeRate, fromQueues.taken],
        [goals?.conversion, goals?.reached ?? 0],
      ] as const;
      for (const [share, of] of shares) {
        if (share === undefined) continue;
        if (of === 0) expect(share).toBeNull();
        else {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }
      expect(transfers.all).toBe(transfers.blind + transfers.attended + transfers.unsaid);
      expect(contacts.settled + one.calls.unsettled).toBe(contacts.known);
    }),
  );
});

it('[CENTRE-12] every figure has its definition in both languages', () => {
  expect(Object.keys(centreFigureWords)).toEqual([...centreFigureNames]);
  for (const { fr, en } of Object.values(centreFigureWords)) {
    expect(fr).toMatch(/\.$/);
    expect(en).toMatch(/\.$/);
  }
});
