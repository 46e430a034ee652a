import { Board } from '@renderer/engine/board/board.ts';
import { firstSlices } from '@renderer/engine/board/first-slices.ts';
import { HelpMessages } from '@renderer/engine/help/help-messages.ts';
import {
  type HelpMessage,
  type MessageOrder,
  messagesShownMs,
} from '@shared/contracts/http/help-messages.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { beforeEach, expect, it } from 'vitest';

const start = Date.parse('2026-11-26T12:00:00.000Z');
let now: number;
let board: Board;
let down: ErrorCode | null;
let asked: MessageOrder[];
let kept: Map<string, unknown>;
let count: number;
let talk: HelpMessages;

const message = (order: MessageOrder): HelpMessage => ({
  id: order.id,
  fromId: 'me',
  fromName: 'Nadia Ferrand',
  advisorId: order.to.kind === 'team' ? null : 'a1',
  teamId: order.to.kind === 'team' ? order.to.teamId : null,
  words: order.words,
  urgency: order.urgency,
  callId: null,
  at: new Date(now).toISOString(),
  readAt: null,
  isToMe: false,
  readers: [],
});

const open = () => {
  board = new Board();
  for (const [name, value] of Object.entries(firstSlices('2026-11-26T12:00:00.000Z', '')))
    board.set(name as never, value as never);
  const ask = async ({ method, body }: { method: string; body?: unknown }) => {
    if (method === 'POST' && body !== undefined && 'words' in (body as object))
      asked.push(body as MessageOrder);
    if (down !== null) return fail(down);
    return succeed(method === 'GET' ? { messages: [] } : message(body as MessageOrder));
  };
  const cache = {
    read: async (key: string) => kept.get(key) ?? null,
    keep: async (key: string, value: unknown) => void kept.set(key, value),
  };
  talk = new HelpMessages({
    hub: { ask } as never,
    clock: { now: () => now },
    newId: () => {
      count += 1;
      return `0191c0de-0000-7000-8000-00000000000${count}`;
    },
    board,
    session: { shift: { records: { cache } } },
  });
};
beforeEach(() => {
  now = start;
  down = null;
  asked = [];
  kept = new Map();
  count = 0;
  open();
});

const team = { kind: 'team', teamId: '0191c0de-0000-7000-8000-0000000000aa' } as const;
const wish = (to: MessageOrder['to'], words = 'Je suis là') => ({
  to,
  words,
  urgency: 'information' as const,
});
const waiting = () => board.get('helpMessages').waiting.map(({ words, state }) => [words, state]);

it('[HELP-42] what cannot go to one person is said at once and kept nowhere; tried again it is the same message', async () => {
  down = 'hub-unreachable';
  expect((await talk.write(wish({ kind: 'leads' }))).ok).toBe(false);
  expect(waiting()).toEqual([]);
  down = null;
  expect(await talk.write(wish({ kind: 'leads' }))).toEqual(succeed({ gone: 'sent' }));
  expect(await talk.write(wish({ kind: 'leads' }))).toEqual(succeed({ gone: 'sent' }));
  const [first, second, third] = asked.map(({ id }) => id);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

it('[HELP-43] a team’s message waits for the hub, over a restart, and goes once', async () => {
  down = 'hub-unreachable';
  expect(await talk.write(wish(team))).toEqual(succeed({ gone: 'waits' }));
  await talk.write(wish(team, 'Et ceci'));
  open();
  await talk.look();
  expect(waiting()).toEqual([
    ['Je suis là', 'waits'],
    ['Et ceci', 'waits'],
  ]);
  down = null;
  asked = [];
  await Promise.all([talk.look(), talk.look()]);
  expect(asked.map(({ words }) => words)).toEqual(['Je suis là', 'Et ceci']);
  expect(waiting()).toEqual([]);
  expect(board.get('helpMessages').messages).toHaveLength(2);
});

it('[HELP-43] one that waited too long, or that the hub refuses, says so until it is let go', async () => {
  down = 'hub-unreachable';
  await talk.write(wish(team, 'Vieux'));
  now += messagesShownMs + 1;
  await talk.write(wish(team, 'Neuf'));
  down = null;
  await talk.look();
  expect(waiting()).toEqual([['Vieux', 'late']]);
  down = 'hub-unreachable';
  await talk.write(wish(team, 'Étranger'));
  down = 'not-found';
  await talk.look();
  expect(board.get('helpMessages').hub).toBe('older');
  down = null;
  const late = board.get('helpMessages').waiting[0];
  await talk.drop(late?.id ?? '');
  expect(waiting()).toEqual([['Étranger', 'waits']]);
});
