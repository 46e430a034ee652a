/** A team lead's board as a test watches it, and desktops that say what they do. */
import type { Session } from '@shared/contracts/http/auth.ts';
import { type BoardFromHub, boardFromHubSchema } from '@shared/contracts/live/board.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { DeskCall, DeskNow } from '@shared/domain/lead-board/desk-now.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import { WebSocket } from 'ws';
import { until } from '../../support/until.ts';

type Greeted = Pick<Session, 'accessToken'>;
const hello = ({ accessToken }: Greeted) => JSON.stringify({ type: 'hello', accessToken });
const at = (address: string, path: string) => new WebSocket(address.replace('http', 'ws') + path);

export type WatchedBoard = {
  readonly messages: BoardFromHub[];
  readonly seat: (name: string) => Seat | undefined;
  readonly names: () => string[];
  readonly closed: Promise<number>;
  readonly end: () => void;
};

/** Resolves when the whole board is there, or the hub refused it. */
export const watchBoard = async (address: string, session: Greeted): Promise<WatchedBoard> => {
  const socket = at(address, routes.board);
  const messages: BoardFromHub[] = [];
  const seats = new Map<string, Seat>();
  let isOver = false;
  let isWhole = false;
  const closed = new Promise<number>((resolve) =>
    socket.on('close', (code) => {
      isOver = true;
      resolve(code);
    }),
  );
  socket.on('message', (data) => {
    const message = boardFromHubSchema.parse(JSON.parse(String(data)));
    messages.push(message);
    if (message.type === 'beat') return;
    if (message.type === 'whole') seats.clear();
    for (const seat of message.seats) seats.set(seat.userId, seat);
    if (message.type === 'moves') for (const id of message.gone ?? []) seats.delete(id);
    if (message.type !== 'moves') isWhole = message.complete;
  });
  socket.once('open', () => socket.send(hello(session)));
  await until('the board is whole or refused', () => isWhole || isOver);
  const named = (name: string) => [...seats.values()].find((seat) => seat.name === name);
  const names = () => [...seats.values()].map(({ name }) => name).sort();
  return { messages, seat: named, names, closed, end: () => socket.close() };
};

export const someNow = (change: Partial<DeskNow> = {}): DeskNow => ({
  state: 'ready',
  since: '2026-11-26T09:00:00.000Z',
  reason: null,
  next: null,
  call: null,
  otherCalls: 0,
  hand: null,
  ...change,
});

export const someCall = (change: Partial<DeskCall> = {}): DeskCall => ({
  callUid: 'call-1',
  direction: 'inbound',
  phase: 'talking',
  since: '2026-11-26T09:01:00.000Z',
  heldSince: null,
  brandId: 'kerdoual',
  queue: 'kerdoual-service',
  campaign: null,
  customerId: null,
  mos: 4,
  speech: null,
  ...change,
});

/** A desktop that is signed in, and says what it does. */
export const openDesk = async (address: string, session: Greeted) => {
  const socket = at(address, routes.live);
  let hears: readonly string[] | null = null;
  const heard: string[] = [];
  socket.on('message', (data) => {
    const message = JSON.parse(String(data));
    heard.push(message.type);
    if (message.type === 'welcome') hears = message.hears ?? [];
  });
  socket.once('open', () => socket.send(hello(session)));
  await until('the desktop is welcome', () => hears !== null);
  return {
    hears,
    /** The kinds of what the hub told, in order. */
    heard,
    say: (now: DeskNow) => socket.send(JSON.stringify({ type: 'now', now })),
    end: () => socket.close(),
    kill: () => socket.terminate(),
  };
};
