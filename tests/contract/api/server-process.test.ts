import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unprivilegedAccount } from '@api/db/embedded/unprivileged-account.ts';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/until.ts';

const bundle = path.resolve('out/test-api', String(process.pid), 'server.cjs');
const dataDir = mkdtempSync(path.join(tmpdir(), 'parlance-process-'));

type Line = Record<string, unknown>;
type Running = {
  readonly process: ChildProcess;
  readonly lines: Line[];
  readonly exit: Promise<number | null>;
};
const started: Running[] = [];

beforeAll(async () => {
  await build({
    entryPoints: ['src-api/server.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    packages: 'external',
    tsconfig: 'tsconfig.base.json',
    logLevel: 'silent',
  });
});
afterEach(async () => {
  for (const { process: child, exit } of started.splice(0)) {
    child.kill('SIGKILL');
    await exit;
  }
});
afterAll(() => {
  rmSync(path.dirname(bundle), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
});

const start = (env: Record<string, string> = {}, stdin: 'pipe' | number = 'pipe'): Running => {
  const child = spawn(process.execPath, [bundle], {
    env: {
      PATH: process.env['PATH'] ?? '',
      PARLANCE_DATA_DIR: dataDir,
      PARLANCE_SEED_CUSTOMERS: '30',
      PARLANCE_LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: [stdin, 'pipe', 'ignore'],
  });
  const lines: Line[] = [];
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString('utf8')).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts.map((part) => JSON.parse(part) as Line));
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const running = { process: child, lines, exit };
  started.push(running);
  return running;
};

const ready = (running: Running) =>
  until('it is ready', () => running.lines.find((line) => line['ready'] === true), 40_000);

/** The place of the database, wherever it had to go. */
const clusterFolder = (): string => {
  const note = path.join(dataDir, 'postgres-lies-in.txt');
  const base = existsSync(note) ? readFileSync(note, 'utf8').trim() : dataDir;
  return path.join(base, 'postgres');
};
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const serverPid = (): number =>
  Number.parseInt(readFileSync(path.join(clusterFolder(), 'postmaster.pid'), 'utf8'), 10);

describe('the API as a process', () => {
  it('[API-20] tells its progress, then one line with its addresses, and serves the seeded demo', async () => {
    const running = start();
    const line = await ready(running);
    expect(running.lines[0]).toEqual({ progress: expect.any(String), done: 0, total: 3 });
    expect(line).toEqual({
      ready: true,
      apiUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      trainingUrl: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/sip$/),
      databaseUrl: expect.stringMatching(/^postgres:/),
    });
    const credentials = {
      login: 'camille.roussel',
      password: 'parlance-demo',
      deviceId: crypto.randomUUID(),
    };
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(credentials);
    const answer = await fetch(`${line['apiUrl']}/v1/auth/sign-in`, {
      method: 'POST',
      headers,
      body,
    });
    expect(answer.status).toBe(200);
    const pid = serverPid();
    running.process.kill('SIGTERM');
    expect(await running.exit).toBe(0);
    expect(isAlive(pid)).toBe(false);
  });

  it('[API-21] ends with its launcher’s pipe, and lives on without one', async () => {
    const piped = start();
    await ready(piped);
    piped.process.stdin?.end();
    expect(await piped.exit).toBe(0);
    const alone = start({}, openSync('/dev/null', 'r'));
    const { apiUrl } = await ready(alone);
    expect((await fetch(`${apiUrl}/health`)).status).toBe(200);
    alone.process.kill('SIGINT');
    expect(await alone.exit).toBe(0);
  });

  it('[API-22] a kill leaves no database running and never prevents the next start', async () => {
    const killed = start();
    await ready(killed);
    const pid = serverPid();
    killed.process.kill('SIGKILL');
    await killed.exit;
    await until('the database has ended', () => !isAlive(pid));
    // As after a crash of the machine: the pid is now that of another program of the same account.
    const account = unprivilegedAccount();
    const stranger = spawn('sleep', ['60'], { ...(account ?? {}), cwd: '/', stdio: 'ignore' });
    writeFileSync(path.join(clusterFolder(), 'postmaster.pid'), `${stranger.pid}\n`);
    const next = start();
    await ready(next);
    stranger.kill();
    next.process.kill('SIGTERM');
    expect(await next.exit).toBe(0);
  });

  it('[API-23] a folder whose making was cut short is made anew', async () => {
    const unfinished = `${clusterFolder()}.unfinished`;
    rmSync(clusterFolder(), { recursive: true, force: true });
    mkdirSync(path.join(unfinished, 'base'), { recursive: true });
    writeFileSync(path.join(unfinished, 'PG_VERSION'), '18\n');
    const running = start();
    await ready(running);
    running.process.kill('SIGTERM');
    expect(await running.exit).toBe(0);
  });

  it('[API-24] a failed start says what failed and what to do, and exits with an error', async () => {
    const failing: [Record<string, string>, RegExp][] = [
      [{ PARLANCE_API_PORT: 'no' }, /PARLANCE_API_PORT/],
      [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
      [{ DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z' }, /ECONNREFUSED/],
    ];
    for (const [env, what] of failing) {
      const running = start(env);
      expect(await running.exit).not.toBe(0);
      const line = running.lines.at(-1);
      expect(line?.['failed']).toMatch(what);
      expect(line?.['remedy']).toEqual(expect.stringMatching(/.{20}/));
    }
  });

  it('[API-25] two on one folder: the second says so and the first goes on', async () => {
    const first = start();
    const { apiUrl } = await ready(first);
    const second = start();
    expect(await second.exit).not.toBe(0);
    expect(second.lines.at(-1)?.['remedy']).toMatch(/PARLANCE_DATA_DIR/);
    expect((await fetch(`${apiUrl}/ready`)).status).toBe(200);
  });

  it('[API-26] an empty hub gets its first administrator from the environment', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'parlance-empty-'));
    const first = { login: 'agnes', password: 'un-long-secret' };
    const env = {
      PARLANCE_DATA_DIR: folder,
      PARLANCE_SEED_CUSTOMERS: '0',
      PARLANCE_FIRST_ADMIN: `${first.login}:${first.password}`,
    };
    const running = start(env);
    const { apiUrl } = await ready(running);
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ ...first, deviceId: crypto.randomUUID() });
    const answer = await fetch(`${apiUrl}/v1/auth/sign-in`, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ user: { role: 'administrator' }, line: null });
    running.process.kill('SIGTERM');
    expect(await running.exit).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });
});
