import type { Cache } from '@renderer/cache/cache.ts';
import { Board } from '@renderer/engine/board/board.ts';
import { firstSlices } from '@renderer/engine/board/first-slices.ts';
import { CorrectedClock } from '@renderer/engine/corrected-clock.ts';
import { stamped } from '@renderer/engine/shift/record-parts.ts';
import { DeskContact } from '@renderer/engine/sync/desk-contact.ts';
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { JournalRecord } from '@shared/contracts/journal/record.ts';
import { usualDesktopRules } from '@shared/domain/desktop/desktop-rules.ts';
import { isExpired } from '@shared/domain/desktop/expiry.ts';
import { correctionOf, isFarWrong, offsetOf } from '@shared/domain/time/clock-offset.ts';
import { succeed } from '@shared/kernel/result.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { callWith } from '../../component/support/slices.ts';

const hour = 3_600_000;
const emptyBoard = (): Board => {
  const board = new Board();
  for (const [name, value] of Object.entries(firstSlices('2026-11-28T10:00:00.000Z', 'http://h')))
    board.set(name as never, value as never);
  return board;
};

it('[CLOCK-1] whatever the ways cost, the offset is right to half of the time it took', () => {
  const way = fc.integer({ min: 0, max: 5_000 });
  const skew = fc.integer({ min: -400 * hour, max: 400 * hour });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e12 }),
      skew,
      way,
      way,
      (sentAtMs, ahead, there, back) => {
        const sample = {
          sentAtMs,
          gotAtMs: sentAtMs + there + back,
          hubMs: sentAtMs + there - ahead,
        };
        expect(Math.abs(offsetOf(sample) + ahead)).toBeLessThanOrEqual((there + back) / 2 + 1);
        const correction = correctionOf(sample);
        // A clock that is right is never made wrong.
        if (ahead === 0) expect(correction).toBe(0);
        expect([0, offsetOf(sample)]).toContain(correction);
        if (Math.abs(ahead) > 2_000 + there + back + 1) expect(correction).not.toBe(0);
      },
    ),
  );
});

it('[CLOCK-4] minutes are told, seconds are not', () => {
  expect(isFarWrong(-119_999)).toBe(false);
  expect(isFarWrong(-120_000)).toBe(true);
  expect(isFarWrong(2 * hour)).toBe(true);
});

it('[CLOCK-3] corrected, the engine’s times are the hub’s, and what is made says the machine’s own', () => {
  const wall = { now: () => 10 * hour };
  const clock = new CorrectedClock(wall);
  clock.follow(-2 * hour, emptyBoard());
  expect(clock.now()).toBe(8 * hour);
  const startedAt = new Date(clock.now()).toISOString();
  const mutation = { id: 'a', orderKey: 'x', madeAt: startedAt, kind: 'x', payload: { startedAt } };
  const record: JournalRecord = { t: 'mutation', mutation };
  expect(stamped(record, wall)).toEqual({
    t: 'mutation',
    mutation: { ...mutation, madeAt: '1970-01-01T10:00:00.000Z' },
  });
  const other: JournalRecord = { t: 'settled', ids: ['a'] };
  expect(stamped(other, wall)).toBe(other);
});

it('[CLOCK-2] a correction waits for the end of the call, and a second is none', () => {
  const clock = new CorrectedClock({ now: () => 10 * hour });
  const board = emptyBoard();
  board.set('calls', [callWith()]);
  clock.follow(-2 * hour, board);
  expect(clock.now()).toBe(10 * hour);
  board.set('calls', []);
  clock.follow(-2 * hour, board);
  expect(clock.now()).toBe(8 * hour);
  expect(board.get('session').clockCorrectionMs).toBe(-2 * hour);
  clock.follow(-2 * hour + 900, board);
  expect(clock.now()).toBe(8 * hour);
  clock.follow(0, board);
  expect(clock.now()).toBe(10 * hour);
});

it('[CLOCK-1] [CLOCK-5] a hub that is weeks ahead corrects the times, and ends no copy', async () => {
  const wall = { now: () => 10 * hour };
  const answer = {
    rules: usualDesktopRules,
    wipe: null,
    copied: false,
    hubTime: new Date(1_000 * hour).toISOString(),
  };
  const corrections: number[] = [];
  const asked: { clock?: string }[] = [];
  const contact = new DeskContact({
    hub: {
      ask: async ({ body }: { body: { clock: string } }) => {
        asked.push(body);
        return succeed(answer);
      },
    } as unknown as HubClient,
    clock: wall,
    machine: { name: 'poste', mark: 'a'.repeat(32), platform: 'linux' },
    program: '1',
    cache: { locked: true } as Cache,
    outbox: { pending: [], parked: [] },
    correct: (ms) => corrections.push(ms),
    keepHeard: async () => undefined,
  });
  await contact.checkIn('now');
  await contact.note('heard');
  expect(corrections).toEqual([990 * hour]);
  expect(asked[0]?.clock).toBe('1970-01-01T10:00:00.000Z');
  expect(contact.heard?.atMs).toBe(10 * hour);
  expect(isExpired(contact.heard, wall.now())).toBe(false);
});
