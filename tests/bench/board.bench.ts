/**
 * A floor of 2,000 advisors, watched by 50 leads: how long a change takes to each board, at the rate of
 * a working day and in a burst; what it costs beside a plain WebSocket server that sends on as many
 * bytes; and the same with two hubs on one database.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { routes } from '@shared/contracts/routes.ts';
import type { DeskNow } from '@shared/domain/lead-board/desk-now.ts';
import { build } from 'esbuild';
import { afterAll, beforeAll, it } from 'vitest';
import type { WebSocket } from 'ws';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { runFolder } from '../support/run-folder';
import { until } from '../support/until';
import {
  connect,
  cpuSeconds,
  fillFloor,
  inTurns,
  type Person,
  tokenSecret,
} from './support/floor-crowd.ts';
import { percentile, recordRow } from './support/rows.ts';

const advisors = 2_000;
const leads = 50;
/** Everybody's state changes about every forty seconds. */
const perSecond = 50;
const seconds = 20;
const burst = 500;
const root = path.resolve(import.meta.dirname, '../..');

let hub: HubProcess;
let second: HubProcess;
let people: { readonly advisors: Person[]; readonly leads: Person[] };

beforeAll(async () => {
  const env = { PARLANCE_TOKEN_SECRET: tokenSecret };
  hub = await startHub({ customers: 20, env });
  second = await startHub({ env: { ...env, DATABASE_URL: hub.databaseUrl } });
  people = await fillFloor(hub.databaseUrl, { advisors, leads });
}, 300_000);
afterAll(async () => {
  await second?.stop();
  await hub?.stop();
});

const now = (since: string): string => {
  const said: DeskNow = {
    state: 'pause',
    since,
    reason: 'break',
    next: null,
    call: null,
    otherCalls: 0,
    hand: null,
  };
  return JSON.stringify({ type: 'now', now: said });
};

type Floor = { readonly desks: WebSocket[]; readonly boards: WebSocket[] };
type Run = { readonly latencies: number[]; readonly bytes: number; readonly sent: number };

/** Each change is known again by its `since`, which no other has. */
const drive = async ({ desks, boards }: Floor): Promise<Run> => {
  const sentAt = new Map<string, number>();
  const latencies: number[] = [];
  let bytes = 0;
  const watch = boards[0] as WebSocket;
  const hear = (data: unknown) => {
    const message = JSON.parse(String(data));
    for (const seat of message.seats ?? []) {
      const at = sentAt.get(seat.now?.since);
      if (at === undefined) continue;
      sentAt.delete(seat.now.since);
      latencies.push(performance.now() - at);
    }
  };
  watch.on('message', hear);
  const count = (data: Buffer) => {
    bytes += data.length;
  };
  for (const board of boards) board.on('message', count);
  let sent = 0;
  const say = () => {
    const since = new Date(1_700_000_000_000 + sent).toISOString();
    sentAt.set(since, performance.now());
    (desks[(sent * 7919) % desks.length] as WebSocket).send(now(since));
    sent += 1;
  };
  const timer = setInterval(say, 1000 / perSecond);
  await until('the day has gone by', () => sent >= perSecond * seconds, (seconds + 20) * 1000);
  clearInterval(timer);
  for (let at = 0; at < burst; at += 1) say();
  await until('every change was seen', () => sentAt.size === 0, 30_000);
  watch.off('message', hear);
  for (const board of boards) board.off('message', count);
  return { latencies, bytes, sent };
};

const closeAll = ({ desks, boards }: Floor) => {
  for (const socket of [...desks, ...boards]) socket.terminate();
};

const floorAt = async (hubs: readonly HubProcess[]): Promise<Floor> => {
  const at = (place: number, route: string): string => {
    const of = hubs[place % hubs.length] as HubProcess;
    return `${of.apiUrl.replace('http', 'ws')}${route}`;
  };
  const desks = await inTurns(people.advisors, 50, ({ token }, place) =>
    connect(at(place, routes.live), token),
  );
  const boards = await inTurns(people.leads, 10, ({ token }, place) =>
    connect(at(place + 1, routes.board), token),
  );
  return { desks, boards };
};

const startRelay = async (bytesEach: number) => {
  const outfile = path.join(runFolder('bare-relay'), 'bare-relay.mjs');
  await build({
    entryPoints: [path.join(root, 'tests/bench/support/bare-relay.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
  });
  const relay = spawn(process.execPath, [outfile], {
    cwd: root,
    env: { ...process.env, BARE_BYTES: String(bytesEach) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(relay.stdout, 'data');
  return { relay, url: String(line).trim() };
};

/** The same number of changes from as many sockets, sent on to as many, with as many bytes in all. */
const relayCpu = async ({ bytes, sent }: Run): Promise<number> => {
  const { relay, url } = await startRelay(Math.round(bytes / sent / leads));
  const desks = await inTurns(people.advisors, 100, () => connect(url, null));
  const boards = await inTurns(people.leads, 10, () => connect(`${url}/watch`, null));
  let heard = 0;
  for (const board of boards) board.on('message', () => (heard += 1));
  const pid = relay.pid ?? 0;
  const before = cpuSeconds(pid);
  let said = 0;
  const say = () => {
    (desks[(said * 7919) % desks.length] as WebSocket).send(now(new Date().toISOString()));
    said += 1;
  };
  const timer = setInterval(say, 1000 / perSecond);
  await until('the day has gone by', () => said >= perSecond * seconds, (seconds + 20) * 1000);
  clearInterval(timer);
  for (let at = 0; at < burst; at += 1) say();
  await until('all was heard', () => heard >= sent * leads, 30_000);
  const used = cpuSeconds(pid) - before;
  closeAll({ desks, boards });
  relay.kill();
  return used;
};

it('shows a floor of 2,000 to 50 leads', { timeout: 600_000 }, async () => {
  const floor = await floorAt([hub]);
  const before = cpuSeconds(hub.pid ?? 0);
  const run = await drive(floor);
  const used = cpuSeconds(hub.pid ?? 0) - before;
  closeAll(floor);
  const bare = await relayCpu(run);
  const p95 = percentile(run.latencies, 0.95);
  recordRow({
    id: 'board-latency',
    what: 'a change of 2,000 desks → on a lead’s board, one hub, p95',
    value: p95,
    unit: 'ms',
    baseline: 1_000,
    goal: { valueAtMost: 1_000 },
  });
  recordRow({
    id: 'board-cpu',
    what: 'processor time of the hub for 50 boards, beside a plain relay of as many bytes',
    value: used * 1000,
    unit: 'ms',
    baseline: bare * 1000,
    goal: { ratioAtMost: 3 },
  });
  const two = await floorAt([hub, second]);
  const both = await drive(two);
  closeAll(two);
  recordRow({
    id: 'board-latency-two-hubs',
    what: 'the same with two hubs on one database, p95',
    value: percentile(both.latencies, 0.95),
    unit: 'ms',
    baseline: p95,
    goal: { valueAtMost: 1_000 },
  });
});
