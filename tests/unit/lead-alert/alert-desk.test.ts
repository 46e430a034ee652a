import { Board } from '@renderer/engine/board/board.ts';
import { firstSlices } from '@renderer/engine/board/first-slices.ts';
import { AlertDesk } from '@renderer/engine/lead/alert-desk.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { beforeEach, expect, it } from 'vitest';
import { alert, alerts } from '../../component/support/lead-alerts.ts';
import { managing } from '../../component/support/planning.ts';

let board: Board;
let asked: string[];
let answer: unknown;
let desk: AlertDesk;
const as = (role: 'team-lead' | 'advisor') =>
  board.patch('session', {
    status: 'signed-in',
    user: { ...managing.session.user, role } as never,
  });

beforeEach(() => {
  board = new Board();
  for (const [name, value] of Object.entries(firstSlices('2026-11-26T12:00:00.000Z', '')))
    board.set(name as never, value as never);
  asked = [];
  answer = succeed({ alerts });
  const ask = async ({ method, path }: { method: string; path: string }) => {
    asked.push(`${method} ${path}`);
    return answer;
  };
  desk = new AlertDesk({ hub: { ask } as never, board });
});

it('[ALERT-11] shows a lead what the hub tells her, and asks nothing for an advisor', async () => {
  as('advisor');
  await desk.look();
  expect(asked).toEqual([]);
  as('team-lead');
  await desk.look();
  expect(board.get('alerts').open).toEqual(alerts);
  // The hub is away: what was known stays.
  answer = fail('hub-unreachable');
  await desk.look();
  expect(board.get('alerts').open).toEqual(alerts);
  board.patch('session', { status: 'signed-out', user: null });
  expect(board.get('alerts').open).toEqual([]);
});

it('[ALERT-6] whoever comes second reads who was first', async () => {
  as('team-lead');
  await desk.look();
  answer = fail('alert-taken');
  const taken = await desk.take(alert('hand', 'x', 1).id);
  expect(taken).toMatchObject({ ok: false, error: { code: 'alert-taken' } });
  expect(asked.at(-1)).toMatch(/mine$/);
});
