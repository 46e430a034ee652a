import { Board } from '@renderer/engine/board/board.ts';
import { firstSlices } from '@renderer/engine/board/first-slices.ts';
import { deskNowOf } from '@renderer/engine/shift/desk-now.ts';
import { DeskTeller } from '@renderer/engine/shift/desk-teller.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import { type DeskNow, deskNowSchema } from '@shared/domain/lead-board/desk-now.ts';
import { expect, it } from 'vitest';
import { slicesWith, talkingCall, talkingWork } from '../../component/support/slices.ts';
import { until } from '../../support/until.ts';

const call = talkingCall();
const slices = slicesWith({ calls: [call], work: [talkingWork()] });
const told = (calls: readonly Partial<Slices['calls'][number]>[], more: Partial<Slices> = {}) =>
  deskNowOf({
    advisor: slices.advisor,
    work: slices.work,
    ...more,
    calls: calls.map((change) => ({ ...call, ...change })),
    hand: null,
    callUidOf: (id) => `uid of ${id}`,
  });

it('[LEAD-16] tells the call with its customer, its speech step and the name that the switch gives it', () => {
  const now = told([{}]);
  expect(deskNowSchema.parse(now)).toEqual(now);
  expect(now.call).toMatchObject({
    callUid: `uid of ${call.id}`,
    brandId: call.brandId,
    phase: 'talking',
    since: call.answeredAt,
    heldSince: null,
    customerId: slices.work[0]?.customerId,
  });
  expect(JSON.stringify(now)).not.toContain(call.title);
});

it('[LEAD-16] the call that is heard goes before one on hold, before one that rings; played ones are nobody’s', () => {
  const held = { id: 'h', hold: 'held', heldSince: '2026-11-05T10:44:00.000Z' } as const;
  const rings = { id: 'r', phase: 'ringing', answeredAt: null } as const;
  const heard = { id: 't' } as const;
  const uid = (...calls: Parameters<typeof told>[0]) => told(calls).call?.callUid;
  expect(uid(rings, held, heard)).toBe('uid of t');
  expect(uid(rings, held)).toBe('uid of h');
  expect(told([rings, held, heard]).otherCalls).toBe(2);
  expect(uid({ ...heard, training: true }, rings)).toBe('uid of r');
  expect(told([{ ...heard, phase: 'ended' }]).call).toBeNull();
  expect(told([{ ...rings, direction: 'outbound', phase: 'connecting' }]).call?.phase).toBe(
    'dialing',
  );
  // A colleague who is asked is not the customer.
  const asked = told([{ ...heard, consultFor: held.id }, held]);
  expect([asked.call?.callUid, asked.otherCalls]).toEqual(['uid of h', 1]);
});

it('[LEAD-16] tells each change once, and everything anew to a hub that has not heard it', async () => {
  const board = new Board();
  const first = { ...firstSlices('2026-11-05T10:00:00.000Z', ''), ...slices };
  for (const [name, value] of Object.entries(first)) board.set(name as never, value as never);
  const said: DeskNow[] = [];
  let hears = false;
  const teller = new DeskTeller({
    board,
    callUidOf: () => null,
    tell: (now) => {
      if (hears) said.push(now);
      return hears;
    },
  });
  board.patch('advisor', { pauseReason: 'lunch' });
  hears = true;
  teller.again();
  expect(said).toHaveLength(1);
  board.patch('sync', { waiting: 3 });
  board.patch('help', { hand: { since: '2026-11-05T10:01:00.000Z', words: 'Vite' } });
  await until('the hand is told', () => said.length === 2);
  expect(said[1]?.hand?.words).toBe('Vite');
  teller.again();
  expect(said).toHaveLength(3);
  teller.stop();
  board.patch('help', { hand: null });
  expect(said).toHaveLength(3);
});
