import { Board } from '@renderer/engine/board/board.ts';
import { firstSlices } from '@renderer/engine/board/first-slices.ts';
import { ToldCallDesk } from '@renderer/engine/help/told-call.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { ToldCall } from '@shared/contracts/http/seat-call.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { talkingCall, talkingWork } from '../../component/support/slices.ts';

let board: Board;
let told: ToldCall[];
let isWatched: boolean;
let desk: ToldCallDesk;

afterEach(() => vi.useRealTimers());
beforeEach(() => {
  vi.useFakeTimers();
  board = new Board();
  for (const [name, value] of Object.entries(firstSlices('2026-11-26T12:00:00.000Z', '')))
    board.set(name as never, value as never);
  told = [];
  isWatched = true;
  const ask = async ({ body }: { body?: unknown }) => {
    told.push(body as ToldCall);
    return isWatched ? succeed(null) : fail('not-found');
  };
  const work = { get: () => ({ facts: { callUid: 'uid-1' } }) };
  desk = new ToldCallDesk({ hub: { ask } as never, board, session: { shift: { work } } });
  board.set('calls', [talkingCall()]);
  board.set('work', [talkingWork()]);
});
const notes = (text: string) => {
  const [work] = board.get('work');
  if (work === undefined) throw new Error('no work');
  const draft = { ...work.draft, notes: [{ at: '2026-11-26T12:01:00.000Z', text }] };
  board.set('work', [{ ...work, draft }] as Slices['work']);
};
const lastNote = () => told.at(-1)?.notes.at(-1)?.text;

/** More than she is told in a busy moment. */
const aWhile = () => vi.advanceTimersByTimeAsync(1_000);

it('[HELP-47] tells while somebody looks, each change, and only what a lead is to see', async () => {
  notes('Avant');
  await aWhile();
  expect(told).toEqual([]);
  desk.show();
  await aWhile();
  expect(lastNote()).toBe('Avant');
  expect(told[0]?.callUid).toBe('uid-1');
  expect(JSON.stringify(told[0])).not.toContain('customerName');
  notes('Pendant');
  await aWhile();
  expect(lastNote()).toBe('Pendant');
  isWatched = false;
  notes('Après');
  await aWhile();
  // The hub said that nobody looks.
  notes('Plus rien');
  await aWhile();
  expect(lastNote()).toBe('Après');
  desk.show();
  await aWhile();
  expect(lastNote()).toBe('Plus rien');
});

it('[HELP-47] tells nothing of a call that is played, nor of one that only rings', async () => {
  desk.show();
  for (const call of [talkingCall({ training: true }), talkingCall({ phase: 'ringing' })]) {
    board.set('calls', [call]);
    notes('Secret');
    await aWhile();
    expect(told).toEqual([]);
  }
  board.set('calls', [talkingCall()]);
  await aWhile();
  expect(told).toHaveLength(1);
});
