import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '@scripts/project-root';
import { afterEach, describe, expect, it } from 'vitest';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { leftOver } from '../support/left-over';
import { runFolder } from '../support/run-folder';
import { until } from '../support/until';

const startWithinMs = 80_000;
let child: ChildProcess | undefined;
let hub: HubProcess | undefined;
afterEach(async () => {
  child?.kill('SIGKILL');
  await hub?.stop();
  hub = undefined;
});

type Started = { readonly output: () => string; readonly mark: string };

/** `npm start` with folders of its own; every process of it carries the mark in its environment. */
const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Started => {
  const folder = runFolder('start');
  const mark = path.basename(folder);
  let output = '';
  child = spawn(process.execPath, ['scripts/run.mjs', 'start', ...args], {
    cwd: projectRoot,
    env: {
      ...process.env,
      PARLANCE_DATA_DIR: path.join(folder, 'data'),
      PARLANCE_PROFILE_DIR: path.join(folder, 'profile'),
      PARLANCE_SEED_CUSTOMERS: '50',
      PARLANCE_TEST_MARK: mark,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return { output: () => output, mark };
};

const ended = (): Promise<number> =>
  until(
    'npm start has ended',
    () => (child?.exitCode === null ? undefined : `${child?.exitCode}`),
    startWithinMs,
  ).then(Number);

describe('npm start', () => {
  it('[RUN-1] --demo plays a call in and a call out, down to the rows in PostgreSQL', async () => {
    const { output, mark } = start(['--demo']);
    expect(await ended(), output()).toBe(0);
    const text = output();
    expect(text).toMatch(
      /it rings; the customer 360 is on screen[\s\S]*everything is in the hub[\s\S]*the customer answered[\s\S]*everything is in the hub/,
    );
    expect(text).toMatch(/01-idle\.png/);
    expect(text).toMatch(
      /The rows in PostgreSQL \(2\)[\s\S]*direction +inbound[\s\S]*Hélène Vasseur[\s\S]*direction +outbound/,
    );
    await until('nothing is left over', () => leftOver(mark).length === 0);
  }, 120_000);

  it('[RUN-2] Ctrl-C ends everything; [RUN-4] a second start finds what the first one left', async () => {
    const folder = runFolder('again');
    const env = { PARLANCE_DATA_DIR: path.join(folder, 'data') };
    const first = start([], env);
    await until('it runs', () => first.output().includes('to end everything'), startWithinMs);
    expect(first.output()).toContain('customers with their history');
    child?.kill('SIGINT');
    await ended();
    await until('nothing is left over', () => leftOver(first.mark).length === 0);
    const second = start([], env);
    await until(
      'it runs again',
      () => second.output().includes('to end everything'),
      startWithinMs,
    );
    expect(second.output()).not.toContain('customers with their history');
    child?.kill('SIGINT');
    await ended();
  }, 200_000);

  it('[RUN-5] PARLANCE_API_URL is used instead of a hub of its own, DATABASE_URL instead of a database', async () => {
    hub = await startHub({ customers: 5 });
    const given = start([], { PARLANCE_API_URL: hub.apiUrl });
    await until('it runs', () => given.output().includes('to end everything'), startWithinMs);
    expect(given.output()).toContain(`using the one at ${hub.apiUrl}`);
    child?.kill('SIGINT');
    await ended();
    const other = await startHub({ env: { DATABASE_URL: hub.databaseUrl } });
    expect(other.databaseUrl).toBe(hub.databaseUrl);
    await other.stop();
  }, 120_000);
});
