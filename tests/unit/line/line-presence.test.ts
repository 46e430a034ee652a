import { Board } from '@renderer/engine/board/board.ts';
import { firstSlices } from '@renderer/engine/board/first-slices.ts';
import { brandsWithinMs, LinePresence } from '@renderer/engine/shift/line-presence.ts';
import type { SliceName, Slices } from '@shared/contracts/engine/views.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sampleReference } from '../../support/desk/samples.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const open = () => {
  const board = new Board();
  const first: Slices = firstSlices('2026-11-05T08:00:00.000Z', 'http://127.0.0.1:1');
  for (const name of Object.keys(first) as SliceName[]) board.set(name, first[name]);
  const done: string[] = [];
  const status: Slices['line']['status'] = 'off';
  const desk = {
    lineSettings: {},
    inTraining: false,
    lineDesk: { status: { status } },
    reconnect: () => done.push('taken'),
  };
  const line = { disconnect: async () => done.push('given back') };
  return { board, done, presence: new LinePresence(board, desk, line) };
};

it('[LINE-21] on a first start the line waits for the brands', async () => {
  const { board, done, presence } = open();
  presence.follow('offline', 'ready');
  await vi.advanceTimersByTimeAsync(brandsWithinMs / 2);
  expect(done).toEqual([]);
  expect(board.get('line').status).toBe('connecting');
  board.set('reference', sampleReference());
  await vi.advanceTimersByTimeAsync(0);
  expect(done).toEqual(['taken']);
});

it('[LINE-21] with known brands it is taken at once, without them after ten seconds', async () => {
  const known = open();
  known.board.set('reference', sampleReference());
  known.presence.follow('offline', 'ready');
  expect(known.done).toEqual(['taken']);
  const unknown = open();
  unknown.presence.follow('offline', 'ready');
  await vi.advanceTimersByTimeAsync(brandsWithinMs);
  expect(unknown.done).toEqual(['taken']);
});

it('[LINE-21] who goes away while it waits does not get it', async () => {
  const { board, done, presence } = open();
  presence.follow('offline', 'ready');
  presence.follow('ready', 'pause');
  board.set('reference', sampleReference());
  await vi.advanceTimersByTimeAsync(brandsWithinMs);
  expect(done).toEqual(['given back']);
});
