import { Watchers, watcherLimits } from '@api/modules/lead-board/watchers.ts';
import type { BoardFromHub } from '@shared/contracts/live/board.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import { expect, it } from 'vitest';
import { someNow } from '../../contract/api/board-watch.ts';

const at = '2026-11-26T12:00:00.000Z';
const whole = {
  at,
  teams: [{ id: 't', name: 'Rennes', site: null }],
  thresholds: {},
  queues: [],
  campaigns: [],
  sources: { switch: 'none' as const, switchSince: at },
};
const seatsOf = (count: number) =>
  new Map(
    Array.from({ length: count }, (_, place): [string, Seat] => [
      `u${place}`,
      {
        userId: `u${place}`,
        name: `N ${place}`,
        teamId: 't',
        brandIds: ['kerdoual'],
        skills: [],
        extension: '1',
        now: someNow(),
        unheardSince: null,
        value: null,
        line: 'free',
        stuck: null,
      },
    ]),
  );
const reader = () => {
  const socket = {
    readyState: 1,
    OPEN: 1,
    bufferedAmount: 0,
    sent: [] as string[],
    send: (text: string) => void socket.sent.push(text),
  };
  const scope = { teamIds: new Set(['t']), brandIds: new Set(['kerdoual']) };
  const watcher = {
    socket: socket as never,
    userId: 'n',
    sessionId: 's',
    scope,
    isBehind: false,
    sentAt: 0,
  };
  const heard = () => socket.sent.map((text) => JSON.parse(text) as BoardFromHub);
  return { socket, watcher, heard };
};

it('[LEAD-9] who reads too slowly is sent nothing until she has read, and then everything anew', () => {
  const watchers = new Watchers();
  const [slow, quick] = [reader(), reader()];
  const seats = seatsOf(3);
  for (const { watcher } of [slow, quick]) {
    watchers.add(watcher);
    watchers.sendWhole(watcher, seats, whole);
  }
  const move = (id: string) =>
    watchers.sendMoves(seats, { seats: [id], gone: [] }, { at }, () => whole);
  slow.socket.bufferedAmount = watcherLimits.bufferedBytes + 1;
  move('u0');
  move('u1');
  watchers.beat(at, 1e9, 1);
  expect(slow.heard().map(({ type }) => type)).toEqual(['whole']);
  expect(quick.heard().map(({ type }) => type)).toEqual(['whole', 'moves', 'moves', 'beat']);
  slow.socket.bufferedAmount = watcherLimits.caughtUpBytes;
  move('u2');
  expect(slow.heard().map(({ type }) => type)).toEqual(['whole', 'whole']);
  move('u2');
  expect(slow.heard().at(-1)?.type).toBe('moves');
});

it('[LEAD-9] a large board comes in parts, of which the last says so', () => {
  const watchers = new Watchers();
  const one = reader();
  const count = watcherLimits.seatsAtOnce * 2 + 1;
  watchers.sendWhole(one.watcher, seatsOf(count), whole);
  const parts = one.heard().flatMap((message) => (message.type === 'beat' ? [] : [message]));
  expect(parts.map(({ type, seats }) => [type, seats.length])).toEqual([
    ['whole', watcherLimits.seatsAtOnce],
    ['seats', watcherLimits.seatsAtOnce],
    ['seats', 1],
  ]);
  expect(parts.map((part) => 'complete' in part && part.complete)).toEqual([false, false, true]);
});
