import { Board } from '@renderer/engine/board/board.ts';
import { firstSlices } from '@renderer/engine/board/first-slices.ts';
import { joinHelp } from '@renderer/engine/help/join-help.ts';
import { TeamHelp } from '@renderer/engine/help/team-help.ts';
import type { Help } from '@shared/contracts/http/team-help.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { beforeEach, expect, it } from 'vitest';
import { samirsCall, samirsHelp } from '../../component/support/lead-board.ts';

const clock = { now: () => Date.parse('2026-11-26T12:00:00.000Z') };
let board: Board;
let did: unknown[][];
let live: number;
let views: { id: string; help?: string; brandId: string | null }[];
let answers: { [path: string]: unknown };
let help: TeamHelp;

beforeEach(() => {
  board = new Board();
  for (const [name, value] of Object.entries(firstSlices('2026-11-26T12:00:00.000Z', '')))
    board.set(name as never, value as never);
  did = [];
  live = 0;
  views = [];
  answers = {};
  const ask = async ({ path, body }: { path: string; body?: unknown }) => {
    did.push([path.replace('/v1/', ''), body]);
    const found = Object.entries(answers).find(([end]) => path.endsWith(end))?.[1];
    return typeof found === 'function' ? found() : (found ?? succeed(samirsHelp));
  };
  const shift = {
    calls: {
      get live() {
        return live;
      },
      get views() {
        return views;
      },
    },
    work: {
      begin: async (about: object) => void did.push(['begin', about]),
      answered: (id: string) => void did.push(['answered', id]),
    },
  };
  help = new TeamHelp({
    hub: { ask } as never,
    clock,
    board,
    session: { shift: shift as never },
  });
});

const ring = (helpId = samirsHelp.helpId) => {
  const calls = {
    live,
    add: (origin: object) => void did.push(['add', origin]),
    answer: (id: string) => void did.push(['answer', id]),
  };
  return joinHelp({ clock, newId: () => 'c1', calls: calls as never, board }, {} as never, helpId);
};
const order = {
  advisorId: samirsHelp.advisorId,
  advisorName: 'Samir Ouali',
  brandId: 'solvenne',
  way: 'listen' as const,
  reason: 'aide',
};

it('[HELP-37] her telephone takes itself up for a help that she asked for, before the hub has answered too', async () => {
  let rang = false;
  answers['/help'] = () => {
    rang = ring();
    return succeed(samirsHelp);
  };
  expect((await help.begin(order)).ok).toBe(true);
  expect(rang).toBe(true);
  expect(did).toContainEqual(['answer', 'c1']);
  expect(did).toContainEqual([
    'add',
    expect.objectContaining({ title: 'Samir Ouali', help: samirsHelp.helpId, brandId: 'solvenne' }),
  ]);
  expect(board.get('help')).toMatchObject({ given: samirsHelp, asked: null });
});

it('[HELP-37] nobody else’s call takes itself up, and nothing is begun from within a call', async () => {
  expect(ring()).toBe(false);
  answers['/help'] = fail('not-found');
  await help.begin(order);
  expect(ring()).toBe(false);
  live = 1;
  did.length = 0;
  expect(await help.begin(order)).toMatchObject({ ok: false });
  expect(did).toEqual([]);
  board.patch('help', { given: samirsHelp });
  expect(ring()).toBe(false);
});

it('[HELP-38] what she takes over is a call of hers with its customer', async () => {
  board.patch('help', { given: samirsHelp });
  views = [{ id: 'c1', help: samirsHelp.helpId, brandId: 'solvenne' }];
  const taken: Help = { ...samirsHelp, takenOverAt: '2026-11-26T12:00:00.000Z' };
  answers[`/seats/${samirsHelp.advisorId}`] = succeed(samirsCall);
  answers['/take-over'] = succeed(taken);
  await help.takeOver('aide demandée');
  expect(did).toContainEqual([
    'begin',
    expect.objectContaining({
      id: 'c1',
      brandId: 'solvenne',
      customerId: samirsCall.customer?.id,
      facts: expect.objectContaining({ callUid: samirsHelp.callId }),
    }),
  ]);
  expect(did.at(-1)).toEqual(['answered', 'c1']);
  expect(board.get('help').given).toEqual(taken);
  did.length = 0;
  answers['/take-over'] = fail('hub-unreachable');
  await help.takeOver('encore');
  expect(did.map(([what]) => what)).not.toContain('begin');
});

it('[HELP-36] changes the way and leaves, and is in no call when she gives no help', async () => {
  expect(await help.changeWay('barge')).toMatchObject({ ok: false });
  expect((await help.end()).ok).toBe(true);
  expect(did).toEqual([]);
  board.patch('help', { given: samirsHelp });
  answers['/way'] = succeed({ ...samirsHelp, way: 'barge' });
  await help.changeWay('barge');
  expect(board.get('help').given?.way).toBe('barge');
  answers['/end'] = succeed(null);
  await help.end();
  expect(board.get('help').given).toBeNull();
});
