/**
 * Entry: listens, tells its launcher by JSON lines on stdout (progress, then ready or failed), logs
 * to stderr, and ends in order on SIGTERM, SIGINT or when the launcher's pipe closes.
 */
import { fstatSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import pino from 'pino';
import { startHub } from './compose.ts';
import { ConfigError, readConfig } from './config.ts';
import { remedyFor } from './failure-remedy.ts';
import './modules/imports/reading/thread-main.ts';

const stopTimeoutMs = 10_000;

const report = (line: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

const isPipe = (descriptor: number): boolean => {
  try {
    const input = fstatSync(descriptor);
    return input.isFIFO() || input.isSocket();
  } catch {
    // Started with a closed stdin: nothing to watch.
    return false;
  }
};

/** Only the end of a pipe means that the launcher has gone; /dev/null ends at once. */
const onLauncherGone = (stop: () => void): void => {
  if (!isPipe(0)) return;
  process.stdin.on('error', stop);
  process.stdin.on('end', stop);
  process.stdin.on('close', stop);
  process.stdin.resume();
};

const fail = (error: unknown): void => {
  report({
    failed: error instanceof Error ? error.message : String(error),
    remedy: remedyFor(error),
  });
  process.exitCode = 1;
};

const run = async (): Promise<void> => {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ fd: 2, sync: true }));
  let asked = false;
  let stopNow = (): void => undefined;
  const stop = (): void => {
    asked = true;
    stopNow();
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  onLauncherGone(stop);
  const hub = await startHub(config, log, (progress, done, total) =>
    report({ progress, done, total }),
  );
  let stopping = false;
  stopNow = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), stopTimeoutMs).unref();
    hub.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  if (asked) return stopNow();
  const { apiUrl, trainingUrl, databaseUrl } = hub;
  report({ ready: true, apiUrl, trainingUrl, databaseUrl });
};

process.stdout.on('error', () => undefined);
// Threads that read files are this program once more, and serve nobody.
const started = isMainThread ? run() : Promise.resolve();
started.catch((error: unknown) => {
  fail(error);
  if (error instanceof ConfigError) return;
  setTimeout(() => process.exit(1), 200);
});
