import { BoardChannel } from '@renderer/engine/lead/board-channel.ts';
import type { BoardFromHub } from '@shared/contracts/live/board.ts';
import { applyNews, emptyBoard } from '@shared/contracts/live/board-state.ts';
import { liveCloseCodes } from '@shared/contracts/live/live.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import { until } from '../../support/until';

let server: WebSocketServer;
let sockets: ServerSocket[];
let heard: BoardFromHub[];
let lost: string[];
let channel: BoardChannel;
const at = '2026-11-26T12:00:00.000Z';

beforeEach(async () => {
  const { WebSocket } = await import('ws');
  vi.stubGlobal('WebSocket', WebSocket);
  sockets = [];
  heard = [];
  lost = [];
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('message', () => socket.send(JSON.stringify({ type: 'beat', at })));
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  channel = new BoardChannel({
    apiUrl: `http://127.0.0.1:${port}`,
    token: async () => 'token',
    heard: (message) => heard.push(message),
    lost: (because) => lost.push(because),
  });
  await until('the first beat', () => heard.length === 1);
});
afterEach(() => {
  channel.stop();
  server.close();
  for (const socket of sockets) socket.terminate();
  vi.unstubAllGlobals();
});

it('[LEAD-7] three seconds of silence are a lost board, and it is asked for anew', async () => {
  const fell = Date.now();
  await until('lost', () => lost.length === 1, 5_000);
  expect(Date.now() - fell).toBeGreaterThan(2_800);
  await until('asked anew', () => heard.length === 2, 3_000);
});

it('[LEAD-8] a hub that dies is said at once, and is back within two seconds of its return', async () => {
  sockets[0]?.terminate();
  await until('lost', () => lost[0] === 'lost', 500);
  await until('back', () => heard.length === 2, 2_000);
});

it('[LEAD-10] what a newer hub says besides is no silence, and no board', async () => {
  for (let times = 0; times < 4; times += 1) {
    const before = Date.now();
    await until('a second', () => Date.now() - before > 900);
    sockets[0]?.send('{"type":"something-newer"}');
  }
  expect(lost).toEqual([]);
  expect(heard).toHaveLength(1);
});

it('[LEAD-5] a refusal is told as one', async () => {
  sockets[0]?.close(liveCloseCodes.notAllowed, 'no');
  await until('refused', () => lost[0] === 'refused', 1_000);
});

it('[LEAD-7] what was known stays with the time of its truth while the hub is away', () => {
  const live = applyNews(emptyBoard, { of: 'hub', message: { type: 'beat', at } });
  const away = applyNews(live, { of: 'status', status: 'lost' });
  expect(away).toEqual({ ...live, status: 'lost', trueAt: Date.parse(at) });
});
