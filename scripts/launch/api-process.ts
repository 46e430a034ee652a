import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { apiBundle } from '../build/build-api';
import type { Report } from '../progress/report';
import { StepError } from '../progress/step-error';
import { projectRoot } from '../project-root';

const readySchema = z.object({
  ready: z.literal(true),
  apiUrl: z.url(),
  trainingUrl: z.url().nullish(),
  databaseUrl: z.string(),
});
const progressSchema = z.object({
  progress: z.string(),
  done: z.number().optional(),
  total: z.number().optional(),
});
const failedSchema = z.object({ failed: z.string(), remedy: z.string() });
const messageSchema = z.union([readySchema, progressSchema, failedSchema]);

type Ready = z.infer<typeof readySchema>;

/** A central API that runs as our child, with the addresses it announced. */
export type ApiProcess = Ready & {
  readonly exited: Promise<number>;
  readonly pid: number | undefined;
  readonly stop: () => Promise<unknown>;
  /** Kills it without warning, as a crash would. */
  readonly kill: () => void;
};

export type ApiOptions = {
  readonly env: NodeJS.ProcessEnv;
  /** Receives everything that the API prints. */
  readonly logFile: string;
  readonly report: Report;
};

const STOP_GRACE_MS = 15_000;
const SHOWN_LOG_LINES = 12;

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

function parseMessage(line: string): z.infer<typeof messageSchema> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return messageSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Steps are a few and told by their names; only what is counted by the hundred has a share. */
const COUNTED_FROM = 10;

function showProgress({ progress, done = 0, total = 0 }: z.infer<typeof progressSchema>): string {
  if (done === 0 || total < COUNTED_FROM) return progress;
  return `${progress}: ${Math.floor((done / total) * 100)} %`;
}

function untilReady(child: ChildProcess, log: WriteStream, options: ApiOptions): Promise<Ready> {
  const last: string[] = [];
  let shown = '';
  return new Promise((resolve, reject) => {
    const keep = (line: string): void => {
      log.write(`${line}\n`);
      last.push(line);
      if (last.length > SHOWN_LOG_LINES) last.shift();
    };
    const read = (line: string): void => {
      const message = parseMessage(line);
      if (message === undefined) keep(line);
      else if ('ready' in message) resolve(message);
      else if ('failed' in message) reject(new StepError(message.failed, message.remedy));
      else {
        const text = showProgress(message);
        if (text !== shown) options.report(text);
        shown = text;
      }
    };
    if (child.stdout) createInterface(child.stdout).on('line', read);
    if (child.stderr) createInterface(child.stderr).on('line', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      const end = last.join('\n');
      const what = `the central API ended with code ${code ?? 'unknown'} before it was ready`;
      reject(new StepError(`${what}\n${end}`, `its whole log is ${options.logFile}`));
    });
  });
}

/**
 * Starts `node out/api/server.cjs` and waits until it announces itself. It ends when its stdin
 * closes, so it cannot outlive us. Throws a StepError with the remedy that the API names.
 */
export async function startApi(options: ApiOptions): Promise<ApiProcess> {
  mkdirSync(path.dirname(options.logFile), { recursive: true });
  const log = createWriteStream(options.logFile);
  const child = spawn(process.execPath, [apiBundle()], {
    cwd: projectRoot,
    env: options.env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  child.stdin?.on('error', () => undefined);
  const exited = new Promise<number>((resolve) => {
    child.once('close', (code) => resolve(code ?? 1));
  });
  const stop = async (): Promise<void> => {
    child.stdin?.end();
    child.kill('SIGTERM');
    const timer = setTimeout(() => killGroup(child), STOP_GRACE_MS);
    await exited;
    clearTimeout(timer);
    log.end();
  };
  try {
    const ready = await untilReady(child, log, options);
    return { ...ready, exited, pid: child.pid, stop, kill: () => killGroup(child) };
  } catch (error) {
    await stop();
    throw error;
  }
}
