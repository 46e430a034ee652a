import { Board } from '@renderer/engine/board/board.ts';
import { firstSlices } from '@renderer/engine/board/first-slices.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let board: Board;
let told: Record<string, unknown>[];

beforeEach(() => {
  vi.useFakeTimers();
  board = new Board();
  told = [];
  for (const [name, value] of Object.entries(firstSlices('2026-11-22T09:00:00.000Z', 'http://hub')))
    board.set(name as never, value as never);
  board.follow((changes) => told.push(changes));
  told.length = 0;
});
afterEach(() => vi.useRealTimers());

it('[POP-12] what changes while a customer is looked up goes out as one message', async () => {
  let found = (): void => undefined;
  board.holdUntil(new Promise<void>((resolve) => (found = resolve)), 40);
  board.set('card', null);
  board.patch('line', { status: 'registered' });
  board.patch('sync', { waiting: 1 });
  board.patch('sync', { waiting: 2 });
  expect(told).toEqual([]);
  found();
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ line: { status: 'registered' }, sync: { waiting: 2 } });
  board.patch('sync', { waiting: 3 });
  expect(told).toHaveLength(2);
});

it('[POP-12] a look-up that never ends holds nothing back for longer than its limit', async () => {
  board.holdUntil(new Promise(() => undefined), 40);
  board.patch('sync', { waiting: 1 });
  await vi.advanceTimersByTimeAsync(39);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toEqual([expect.objectContaining({ sync: expect.anything() })]);
});

it('[POP-12] a look-up that fails, or a second call meanwhile, loses no change', async () => {
  board.holdUntil(Promise.reject(new Error('cache closed')), 40);
  board.patch('sync', { waiting: 1 });
  board.holdUntil(new Promise(() => undefined), 40);
  board.patch('line', { status: 'registered' });
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toHaveLength(1);
  expect(Object.keys(told[0] ?? {}).sort()).toEqual(['line', 'sync']);
});

it('[POP-14] a page waits until the windows have been told, and goes at once when nothing rings', async () => {
  const order: string[] = [];
  board.afterHold(() => order.push('page before'));
  board.holdUntil(new Promise(() => undefined), 40);
  board.patch('sync', { waiting: 1 });
  board.afterHold(() => order.push(`page after ${told.length}`));
  expect(order).toEqual(['page before']);
  await vi.advanceTimersByTimeAsync(40);
  expect(order).toEqual(['page before', 'page after 1']);
});
