/**
 * Five hundred desktops at once: each pulls, pushes what she did in a call, and pulls again; against
 * a bare Fastify that runs the same queries on the same database.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { type Session, sessionSchema } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { pullResponseSchema } from '@shared/contracts/sync/pull.ts';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { build } from 'esbuild';
import { afterAll, beforeAll, it } from 'vitest';
import { sampleInteraction } from '../support/desk/samples.ts';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { runFolder } from '../support/run-folder';
import { median, percentile, recordRow } from './support/rows.ts';

const desktops = 500;
const mutationsEach = 3;
const rounds = 5;
const [camille] = demoAdvisors;
const root = path.resolve(import.meta.dirname, '../..');
let hub: HubProcess;
let bare: ChildProcess;
let bareUrl: string;
let session: Session;
let cursor: string;

const ask = async (url: URL, body?: string): Promise<string> => {
  const answer = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${session?.accessToken}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${url.pathname}: ${answer.status} ${text}`);
  return text;
};

const startBare = async (): Promise<string> => {
  const outfile = path.join(runFolder('bare-hub'), 'bare-hub.mjs');
  await build({
    entryPoints: [path.join(root, 'tests/bench/support/bare-hub.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: { '@shared': path.join(root, 'src-shared'), '@api': path.join(root, 'src-api') },
  });
  const user = { ...session.user, sessionId: randomUUID(), deviceId: randomUUID() };
  bare = spawn(process.execPath, [outfile], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: hub.databaseUrl, BARE_USER: JSON.stringify(user) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(bare.stdout as NodeJS.ReadableStream, 'data');
  return String(line).trim();
};

beforeAll(async () => {
  hub = await startHub({ customers: 2_000 });
  const answer = await fetch(new URL(routes.signIn, hub.apiUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      login: camille.login,
      password: camille.password,
      deviceId: randomUUID(),
    }),
  });
  session = sessionSchema.parse(await answer.json());
  const start = new URL(`${routes.bootstrap}?limit=1&protocol=2`, hub.apiUrl);
  cursor = String((JSON.parse(await ask(start)) as { cursor: string }).cursor);
  bareUrl = await startBare();
}, 300_000);
afterAll(async () => {
  bare?.kill();
  await hub?.stop();
});

/** From here on nothing is left to pull: every desktop begins at the end of the log. */
const atTheEnd = async (): Promise<void> => {
  for (;;) {
    const url = new URL(`${routes.pull}?cursor=${cursor}&limit=2000&protocol=2`, hub.apiUrl);
    const pulled = pullResponseSchema.parse(JSON.parse(await ask(url)));
    cursor = pulled.cursor;
    if (!pulled.more) return;
  }
};

const workOf = (): string => {
  const mutations = Array.from({ length: mutationsEach }, () => ({
    id: randomUUID(),
    orderKey: 'one',
    madeAt: new Date().toISOString(),
    kind: 'interaction.record',
    payload: sampleInteraction({ id: randomUUID(), customerId: null, call: null }),
  }));
  return JSON.stringify({ deviceId: randomUUID(), mutations });
};

type Round = { readonly perSecond: number; readonly times: readonly number[] };

/** A page of news is what a desktop pulls that follows by the live channel. */
const roundOf = async (baseUrl: string): Promise<Round> => {
  await atTheEnd();
  const bodies = Array.from({ length: desktops }, workOf);
  const times: number[] = [];
  const timed = async (url: URL, body?: string) => {
    const at = performance.now();
    await ask(url, body);
    times.push(performance.now() - at);
  };
  const pullUrl = new URL(`${routes.pull}?cursor=${cursor}&limit=20&protocol=2`, baseUrl);
  const pushUrl = new URL(`${routes.push}?protocol=2`, baseUrl);
  const startedAt = performance.now();
  await Promise.all(
    bodies.map(async (body) => {
      await timed(pullUrl);
      await timed(pushUrl, body);
      await timed(pullUrl);
    }),
  );
  return { perSecond: times.length / ((performance.now() - startedAt) / 1000), times };
};

it(`serves ${desktops} desktops`, async () => {
  const [ours, theirs]: [Round[], Round[]] = [[], []];
  await roundOf(hub.apiUrl);
  await roundOf(bareUrl);
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await roundOf(hub.apiUrl));
    theirs.push(await roundOf(bareUrl));
  }
  const perSecond = (all: readonly Round[]) => median(all.map((one) => one.perSecond));
  const p95 = (all: readonly Round[]) =>
    percentile(
      all.flatMap(({ times }) => times),
      0.95,
    );
  recordRow({
    id: 'many-desktops',
    what: `pulls and pushes of ${desktops} desktops at once, requests a second, against a bare Fastify with the same queries`,
    value: perSecond(ours),
    unit: 'requests/s',
    baseline: perSecond(theirs),
    goal: { ratioAtLeast: 0.5 },
  });
  recordRow({
    id: 'many-desktops-p95',
    what: 'the same, how long each waits, p95',
    value: p95(ours),
    unit: 'ms',
    baseline: p95(theirs),
    goal: { ratioAtMost: 2 },
  });
}, 600_000);
