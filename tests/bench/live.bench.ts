/**
 * What one desktop does, until another one holds it: journal, hub, database, live channel, pull and
 * cache, with the real engine at both ends; against a text over two plain WebSockets.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { LiveChannel } from '@renderer/engine/sync/live-channel.ts';
import { type Session, sessionSchema } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, beforeAll, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { ConvergingDesktop } from '../convergence/many/converging-desktop.ts';
import { sampleInteraction } from '../support/desk/samples.ts';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { runFolder } from '../support/run-folder';
import { until } from '../support/until';
import { median, percentile, recordRow } from './support/rows.ts';

const rounds = 60;
const [camille] = demoAdvisors;
let hub: HubProcess;
let writer: ConvergingDesktop;
let reader: ConvergingDesktop;
let live: LiveChannel;
let customerId: string;

const signIn = async (login: string, deviceId: string): Promise<Session> => {
  const answer = await fetch(new URL(routes.signIn, hub.apiUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: camille.password, deviceId }),
  });
  return sessionSchema.parse(await answer.json());
};

const startDesktop = async (login: string) => {
  const deviceId = randomUUID();
  const { accessToken } = await signIn(login, deviceId);
  const place = {
    dir: path.join(runFolder('desk'), 'journal'),
    key: randomBytes(32),
    name: randomUUID(),
    deviceId,
    apiUrl: hub.apiUrl,
    accessToken,
  };
  const desktop = await ConvergingDesktop.start(place, () => undefined);
  desktop.wake();
  await until('it has loaded', () => desktop.rounds > 0, 60_000);
  return { desktop, accessToken };
};

beforeAll(async () => {
  // Node's own comes later than the version that the program needs.
  Object.assign(globalThis, { WebSocket });
  hub = await startHub({ customers: 200 });
  writer = (await startDesktop(camille.login)).desktop;
  const second = await startDesktop('yanis.morel');
  reader = second.desktop;
  live = new LiveChannel({
    apiUrl: hub.apiUrl,
    token: async () => second.accessToken,
    changed: () => reader.wake(),
    teamCalls: () => undefined,
    campaigns: () => undefined,
    hears: () => undefined,
    orders: () => undefined,
    schedules: () => undefined,
  });
  const [hit] = await reader.cache.search('le', 1);
  customerId = hit?.customerId ?? '';
}, 300_000);
afterAll(async () => {
  live?.stop();
  await writer?.kill(false);
  await reader?.kill(false);
  await hub?.stop();
});

const seenMs = async (): Promise<number> => {
  const id = randomUUID();
  const payload = sampleInteraction({ id, customerId, call: null });
  const at = performance.now();
  await writer.write({
    id: randomUUID(),
    orderKey: `customer:${customerId}`,
    madeAt: new Date().toISOString(),
    kind: 'interaction.record',
    payload,
  });
  await until(
    'the other desktop holds it',
    async () =>
      (await reader.library.bundle(customerId))?.interactions.some((one) => one.id === id) === true,
    10_000,
    1,
  );
  return performance.now() - at;
};

/** The peer: a server that sends on what it hears, and two who are connected. */
const echoes = async (): Promise<number[]> => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  server.on('connection', (socket) =>
    socket.on('message', (data) => {
      for (const client of server.clients) if (client !== socket) client.send(data);
    }),
  );
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const ends = [new WebSocket(`ws://127.0.0.1:${port}`), new WebSocket(`ws://127.0.0.1:${port}`)];
  await Promise.all(ends.map((end) => once(end, 'open')));
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const at = performance.now();
    const heard = once(ends[1] as WebSocket, 'message');
    ends[0]?.send(JSON.stringify(sampleInteraction()));
    await heard;
    times.push(performance.now() - at);
  }
  for (const end of ends) end.close();
  server.close();
  return times;
};

it('measures how soon one desktop sees what another did', async () => {
  await seenMs();
  const ours: number[] = [];
  for (let round = 0; round < rounds; round += 1) ours.push(await seenMs());
  const raw = await echoes();
  recordRow({
    id: 'change-seen',
    what: `an exchange recorded on one desktop until another one holds it, p95 of ${rounds}, against the same text over two plain WebSockets`,
    value: percentile(ours, 0.95),
    unit: 'ms',
    baseline: percentile(raw, 0.95),
    goal: { valueAtMost: 1_000 },
  });
  recordRow({
    id: 'change-seen-median',
    what: 'the same, medians',
    value: median(ours),
    unit: 'ms',
    baseline: median(raw),
    goal: { valueAtMost: 1_000 },
  });
}, 300_000);
