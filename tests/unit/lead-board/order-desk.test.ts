import { Board } from '@renderer/engine/board/board.ts';
import { firstSlices } from '@renderer/engine/board/first-slices.ts';
import { OrderDesk } from '@renderer/engine/help/order-desk.ts';
import type { DeskOrder, GivenDeskOrder } from '@shared/contracts/http/desk-orders.ts';
import { succeed } from '@shared/kernel/result.ts';
import { beforeEach, expect, it } from 'vitest';

let waiting: GivenDeskOrder[];
let did: unknown[];
let live: number;
let board: Board;
let desk: OrderDesk;

const given = (order: DeskOrder, id = 'o1'): GivenDeskOrder => ({
  id,
  order,
  byName: 'Nadia Ferrand',
  at: '2026-11-26T12:00:00.000Z',
  outcome: 'waits',
});

beforeEach(() => {
  waiting = [];
  did = [];
  live = 0;
  board = new Board();
  for (const [name, value] of Object.entries(firstSlices('2026-11-26T12:00:00.000Z', '')))
    board.set(name as never, value as never);
  const ask = async ({ method, path, body }: { method: string; path: string; body?: unknown }) => {
    if (method === 'GET') return succeed({ orders: waiting });
    did.push([path.split('/').slice(-2).join('/'), body]);
    return succeed(null);
  };
  const calls = {
    get live() {
      return live;
    },
    views: [
      { id: 'c1', phase: 'talking' },
      { id: 'c2', phase: 'ended' },
    ],
    hangUp: (id: string) => did.push(['hang-up', id]),
  };
  const shift = {
    calls,
    advisor: { take: (event: unknown) => did.push(['take', event]) },
    reconnect: () => did.push(['reconnect']),
  };
  const session = {
    shift,
    signOut: async () => {
      did.push(['sign-out']);
      return succeed(null);
    },
  };
  desk = new OrderDesk({ hub: { ask } as never, board, session: session as never });
});

it('[HELP-30] does it once, answers, and shows who had it done and why', async () => {
  waiting = [
    given({ kind: 'change-state', state: 'pause', pauseReason: 'meeting', reason: 'Point' }),
  ];
  await Promise.all([desk.look(), desk.look()]);
  await desk.look();
  expect(did).toEqual([
    ['o1/answer', { outcome: 'done' }],
    ['take', { type: 'chosen', rest: { state: 'pause', pauseReason: 'meeting' } }],
  ]);
  expect(board.get('help').ordered).toMatchObject({ byName: 'Nadia Ferrand', outcome: 'done' });
});

it('[HELP-31] signs nobody out of a talk, and says so', async () => {
  waiting = [given({ kind: 'sign-out', reason: 'Fin de poste' })];
  live = 1;
  await desk.look();
  expect(did).toEqual([['o1/answer', { outcome: 'refused' }]]);
  expect(board.get('help').ordered?.outcome).toBe('refused');
  live = 0;
  waiting = [given({ kind: 'sign-out', reason: 'Fin de poste' }, 'o2')];
  await desk.look();
  // Answered first: signed out, it cannot be any more.
  expect(did.slice(1)).toEqual([['o2/answer', { outcome: 'done' }], ['sign-out']]);
});

it('[HELP-33] freed, it ends its calls and registers anew', async () => {
  waiting = [given({ kind: 'free', reason: 'Appel fantôme' })];
  live = 1;
  await desk.look();
  expect(did).toEqual([['o1/answer', { outcome: 'done' }], ['hang-up', 'c1'], ['reconnect']]);
});
