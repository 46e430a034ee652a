import { Board } from '@renderer/engine/board/board.ts';
import { firstSlices } from '@renderer/engine/board/first-slices.ts';
import { HelpDesk } from '@renderer/engine/help/help-desk.ts';
import { beforeEach, expect, it } from 'vitest';
import { talkingCall } from '../../component/support/slices.ts';

let board: Board;
let desk: HelpDesk;
const hand = () => board.get('help').hand;
beforeEach(() => {
  board = new Board();
  for (const [name, value] of Object.entries(firstSlices('2026-11-26T12:00:00.000Z', '')))
    board.set(name as never, value as never);
  desk = new HelpDesk(board, { now: () => Date.parse('2026-11-26T12:00:07.000Z') });
});

it('[LEAD-17] a hand is raised with words or without, and lowered', () => {
  expect(desk.raise('Le client veut un responsable').ok).toBe(true);
  expect(hand()).toEqual({
    since: '2026-11-26T12:00:07.000Z',
    words: 'Le client veut un responsable',
  });
  desk.raise('');
  expect(hand()?.words).toBe('');
  desk.lower();
  expect(hand()).toBeNull();
});

it('[LEAD-17] falls with the end of the call that it was for, not with another’s', () => {
  const other = { ...talkingCall(), id: 'other' };
  board.set('calls', [talkingCall()]);
  desk.raise('');
  board.set('calls', [talkingCall(), other]);
  board.set('calls', [talkingCall()]);
  expect(hand()).not.toBeNull();
  board.set('calls', [{ ...talkingCall(), phase: 'ended' }, other]);
  expect(hand()).toBeNull();
  board.set('calls', []);
  desk.raise('Entre deux appels');
  board.set('calls', [talkingCall()]);
  board.set('calls', []);
  expect(hand()?.words).toBe('Entre deux appels');
  board.patch('session', { status: 'signed-out' });
  expect(hand()).toBeNull();
});

it('[LEAD-17] with the hub away nobody would see it, and she is told', () => {
  board.patch('sync', { hub: 'offline' });
  expect(desk.raise('')).toMatchObject({ ok: false, error: { code: 'hub-unreachable' } });
  expect(hand()).toBeNull();
});
