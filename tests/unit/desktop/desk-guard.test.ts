import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { Cache } from '@renderer/cache/cache.ts';
import { Board } from '@renderer/engine/board/board.ts';
import { firstSlices } from '@renderer/engine/board/first-slices.ts';
import { answerRequest, type CommandHandlers } from '@renderer/engine/board/window-ports.ts';
import { DeskGuard } from '@renderer/engine/session/desk-guard.ts';
import type { Shift } from '@renderer/engine/shift/shift.ts';
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import { usualDesktopRules } from '@shared/domain/desktop/desktop-rules.ts';
import type { Heard } from '@shared/domain/desktop/expiry.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { callWith, workWith } from '../../component/support/slices.ts';
import { sampleBundle, sampleNow } from '../../support/desk/samples.ts';

const minute = 60_000;
const key = new Uint8Array(32).fill(4);
let now = sampleNow;
let asked: { readonly channel: string; readonly input: unknown }[] = [];
let idleMs: number | null = null;
let heard: Heard | null = null;
let cache: Cache;
let board: Board;
let guard: DeskGuard;
let seen: Partial<Slices> = {};
let left: string[] = [];
let confirmed: unknown[] = [];
let caughtUp: string[] = [];
let rules = usualDesktopRules;
/** How many copies there were when the key was destroyed. */
let copiesAtShred = 0;

const bridge = (channel: string, input: unknown) => {
  asked.push({ channel, input });
  if (channel === 'machine.idle') return succeed({ idleMs });
  if (channel !== 'vault.unlock') return succeed(null);
  const { password } = input as { password: string };
  return password === 'geheim' ? succeed({ key }) : fail('sign-in-refused');
};
const shift = (): Shift =>
  ({
    records: {
      left: 2,
      contact: { rules, heard, note: async () => undefined },
    },
    lock: () => cache.lock(),
    unlock: (given: Uint8Array) => cache.unlock(given),
    catchUp: async () => {
      caughtUp.push(board.get('session').status);
    },
  }) as unknown as Shift;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  [now, asked, idleMs, heard, seen, left, confirmed] = [sampleNow, [], null, null, {}, [], []];
  [caughtUp, rules, copiesAtShred] = [[], usualDesktopRules, 0];
  const invoke = async (channel: string, input: unknown) => {
    if (channel === 'vault.shred') copiesAtShred = (await copies()).length;
    return bridge(channel, input);
  };
  vi.stubGlobal('window', { parlance: { invoke } });
  cache = await Cache.open(randomUUID(), key);
  await cache.put([sampleBundle({ lastName: 'Vasseur' })]);
  board = new Board();
  const slices = firstSlices(new Date(now).toISOString(), 'http://127.0.0.1:1');
  for (const [name, value] of Object.entries(slices)) board.set(name as never, value as never);
  board.patch('session', { status: 'signed-in' });
  board.follow((changes) => {
    seen = { ...seen, ...changes };
  });
  const hub = {
    ask: async ({ path, body }: { path: string; body: unknown }) => {
      confirmed.push({ path, body });
      return succeed(null);
    },
  } as unknown as HubClient;
  let on = true;
  guard = new DeskGuard({
    board,
    wallClock: { now: () => now },
    hub,
    shift: () => (on ? shift() : null),
    askHub: async () => fail('hub-unreachable'),
    leave: async (error, stopped) => {
      cache.close();
      left.push(`stopped ${error}`);
      await stopped();
      on = false;
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  cache.close();
});

const copies = async () =>
  (await Dexie.getDatabaseNames()).filter((name) => name.startsWith('parlance-'));
const channels = () => asked.map(({ channel }) => channel);

it('[DEVICE-10] idle, it locks: keys, index and worker are let go, and only her password brings them back', async () => {
  now += 14 * minute;
  await guard.look();
  expect(cache.locked).toBe(false);
  now += 2 * minute;
  await guard.look();
  expect(board.get('session').status).toBe('locked');
  expect(channels()).toContain('vault.lock');
  expect(cache.locked).toBe(true);
  await expect(cache.search('vasseur', 5)).rejects.toThrow('locked');
  await expect(cache.read('position')).rejects.toThrow('locked');
  expect((await guard.unlock('faux')).ok).toBe(false);
  expect(board.get('session')).toMatchObject({ status: 'locked', error: 'sign-in-refused' });
  expect((await guard.unlock('geheim')).ok).toBe(true);
  expect(board.get('session')).toMatchObject({ status: 'signed-in', error: null });
  expect(await cache.search('vasseur', 5)).toHaveLength(1);
  // Customers are sent to the window, and callers looked up, once it may hear of them.
  expect(caughtUp).toEqual(['signed-in']);
  await guard.look();
  expect(board.get('session').status).toBe('signed-in');
});

it('[DEVICE-9] in a call it does not lock, nor right after it, nor while she types elsewhere', async () => {
  board.set('calls', [callWith({ phase: 'talking' })]);
  now += 40 * minute;
  await guard.look();
  expect(guard.lock()).toMatchObject({ ok: false, error: { code: 'call-not-in-state' } });
  board.set('calls', []);
  now += 10 * minute;
  await guard.look();
  expect(board.get('session').status).toBe('signed-in');
  now += 10 * minute;
  idleMs = minute;
  await guard.look();
  expect(board.get('session').status).toBe('signed-in');
  guard.noteInput();
  idleMs = null;
  await guard.look();
  expect(board.get('session').status).toBe('signed-in');
});

it('[DEVICE-14] the system’s own lock screen locks it, where the house locks at all', () => {
  rules = { ...usualDesktopRules, lockAfterMinutes: null };
  guard.screenLocked();
  expect(board.get('session').status).toBe('signed-in');
  rules = usualDesktopRules;
  guard.screenLocked();
  expect(board.get('session').status).toBe('locked');
  expect(cache.locked).toBe(true);
});

it('[DEVICE-11] [DEVICE-12] locked, the windows hear of no customer, and of a call only that it rings', async () => {
  const work = workWith({ customerName: 'Hélène Vasseur' });
  board.set('work', [work]);
  board.set('calls', [callWith({ title: 'Hélène Vasseur' })]);
  board.set('calls', []);
  expect(JSON.stringify(seen)).toContain('Vasseur');
  guard.lock();
  seen = {};
  board.patch('advisor', { about: 'Hélène Vasseur' });
  board.set('calls', [callWith({ title: 'Hélène Vasseur', phase: 'ringing' })]);
  board.set('card', {
    callId: randomUUID(),
    brand: null,
    title: 'Hélène Vasseur',
    numberDisplay: '06 39 98 41 17',
    place: 'Brest',
    vip: true,
    reasons: [],
    candidates: 0,
    ringingSince: new Date(now).toISOString(),
    training: false,
  });
  board.set('work', [work, work]);
  expect(seen.calls?.map(({ phase }) => phase)).toEqual(['ringing']);
  expect(seen.card?.callId).toBeDefined();
  const told = JSON.stringify(seen);
  for (const secret of ['Vasseur', 'Hélène', '4117', '41 17', 'Brest'])
    expect(told).not.toContain(secret);
  expect(await guard.unlock('geheim')).toMatchObject({ ok: true });
  expect(JSON.stringify(seen)).toContain('Vasseur');
});

it('[DEVICE-11] locked, every command is refused but those of the call and of unlocking', async () => {
  const ran: string[] = [];
  const handlers = new Proxy(
    {},
    {
      get: (_, name) => () => {
        ran.push(String(name));
        return succeed(null);
      },
    },
  ) as CommandHandlers;
  const id = randomUUID();
  const ask = (name: string, input: unknown) => answerRequest(handlers, 'app', name, input, true);
  for (const [name, input] of [
    ['customer.search', { text: 'vasseur', limit: 5 }],
    ['customer.open', { customerId: id }],
    ['callbacks.list', {}],
    ['outbox.list', {}],
    ['call.dial', { number: '0612345678', brandId: null, customerId: null, callbackId: null }],
  ] as const)
    expect(await ask(name, input)).toMatchObject({ ok: false, error: { code: 'desktop-locked' } });
  expect(ran).toEqual([]);
  for (const name of ['call.answer', 'call.decline', 'call.hang-up'])
    expect((await ask(name, { callId: id })).ok).toBe(true);
  expect((await ask('session.unlock', { password: 'geheim' })).ok).toBe(true);
});

it('[DEVICE-15] not heard for too long, the key goes first, then the copy; in a call it waits', async () => {
  heard = { atMs: now, latestMs: now, expiresAfterHours: 1 };
  board.set('calls', [callWith({ phase: 'talking' })]);
  now += 61 * minute;
  await guard.look();
  expect(left).toEqual([]);
  board.set('calls', []);
  await guard.look();
  expect(left).toEqual(['stopped cache-expired']);
  const shred = asked.find(({ channel }) => channel === 'vault.shred');
  expect(shred?.input).toEqual({ why: 'expired', left: 2 });
  expect(copiesAtShred).toBeGreaterThan(0);
  expect(await copies()).toEqual([]);
  expect(confirmed).toEqual([]);
});

it('[DEVICE-17] ordered to wipe, copy and key are destroyed before it is confirmed; in a call it waits', async () => {
  const wipe = { id: randomUUID(), reason: 'volé', orderedAt: new Date(now).toISOString() };
  board.set('calls', [callWith({ phase: 'talking' })]);
  await guard.wipe(wipe);
  expect(confirmed).toEqual([]);
  board.set('calls', []);
  await guard.wipe(wipe);
  expect(left).toEqual(['stopped device-wiped']);
  expect(asked.find(({ channel }) => channel === 'vault.shred')?.input).toEqual({
    why: 'wipe',
    left: 2,
  });
  expect(confirmed).toEqual([{ path: `/v1/devices/wipes/${wipe.id}/done`, body: { left: 2 } }]);
  expect(copiesAtShred).toBeGreaterThan(0);
  expect(await copies()).toEqual([]);
});
