import { LiveChannel } from '@renderer/engine/sync/live-channel.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import { until } from '../../support/until';

let server: WebSocketServer;
let sockets: ServerSocket[];
let hellos: string[];
let changed: number;
let teamCalls: number;
let campaigns: number;
let schedules: number;
let orders: number;
let channel: LiveChannel;

beforeEach(async () => {
  const { WebSocket } = await import('ws');
  vi.stubGlobal('WebSocket', WebSocket);
  sockets = [];
  hellos = [];
  changed = 0;
  teamCalls = 0;
  campaigns = 0;
  schedules = 0;
  orders = 0;
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('message', (data) => hellos.push(String(data)));
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  channel = new LiveChannel({
    apiUrl: `http://127.0.0.1:${port}`,
    token: async () => 'token-1',
    changed: () => {
      changed += 1;
    },
    teamCalls: () => {
      teamCalls += 1;
    },
    campaigns: () => {
      campaigns += 1;
    },
    hears: () => undefined,
    orders: () => {
      orders += 1;
    },
    schedules: () => {
      schedules += 1;
    },
  });
  await until('it said hello', () => hellos.length === 1);
});
afterEach(() => {
  channel.stop();
  server.close();
  for (const socket of sockets) socket.terminate();
  vi.unstubAllGlobals();
});

it('[SHELL-6] says who it is in its first message, and answers a ping', async () => {
  expect(JSON.parse(hellos[0] ?? '')).toEqual({
    type: 'hello',
    accessToken: 'token-1',
    protocol: currentProtocol,
  });
  sockets[0]?.send('{"type":"ping"}');
  await until('the pong came', () => hellos.includes('{"type":"pong"}'));
});

it('[SHELL-6] ignores every malformed message, and hears the next good one', async () => {
  const junk = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom('{"type":"boom"}', '[]', 'null', '{"type":1}', '{"__proto__":{}}'),
  );
  for (const text of fc.sample(junk, 200)) {
    if (!/"type":\s*"(?:changed|welcome|ping)"/.test(text)) sockets[0]?.send(text);
  }
  sockets[0]?.send('{"type":"changed"}');
  await until('the change was heard', () => changed > 0);
  expect(changed).toBe(1);
});

it('[SHELL-6] comes back by itself when the connection was lost', async () => {
  sockets[0]?.terminate();
  await until('it is back', () => sockets.length === 2 && hellos.length === 2);
});

it('[PARK-4] what waits for the team is asked for when the hub says so, and after a silence', async () => {
  sockets[0]?.send(JSON.stringify({ type: 'welcome' }));
  await until('asked after the silence', () => teamCalls === 1);
  const before = changed;
  sockets[0]?.send(JSON.stringify({ type: 'team-calls' }));
  await until('asked again', () => teamCalls === 2);
  expect(changed).toBe(before);
});

it('[CAMP-45] campaigns are asked for when the hub says that one moved, and after a silence', async () => {
  sockets[0]?.send(JSON.stringify({ type: 'welcome' }));
  await until('asked after the silence', () => campaigns === 1);
  const before = { changed, teamCalls };
  sockets[0]?.send(JSON.stringify({ type: 'campaigns' }));
  await until('asked again', () => campaigns === 2);
  expect({ changed, teamCalls }).toEqual(before);
});

it('[SCHED-20] schedules are asked for when the hub says that one changed, and after a silence', async () => {
  sockets[0]?.send(JSON.stringify({ type: 'welcome' }));
  await until('asked after the silence', () => schedules === 1);
  const before = { changed, teamCalls, campaigns };
  sockets[0]?.send(JSON.stringify({ type: 'schedules' }));
  await until('asked again', () => schedules === 2);
  expect({ changed, teamCalls, campaigns }).toEqual(before);
});

it('[ALERT-6] alerts are asked for when the hub says that one changed, and after a silence', async () => {
  await until('connected', () => sockets.length === 1);
  sockets[0]?.send(JSON.stringify({ type: 'welcome', protocols: { oldest: 1, newest: 3 } }));
  await until('asked after the silence', () => orders === 1);
  sockets[0]?.send(JSON.stringify({ type: 'alerts' }));
  await until('asked again', () => orders === 2);
});
