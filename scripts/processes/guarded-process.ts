import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { inProject } from '../project-root';

/** A process that cannot outlive us. */
export type GuardedProcess = {
  /** Resolves with the exit code once the process and its children are gone. */
  readonly exited: Promise<number>;
  /** Asks it to end (SIGTERM), kills it after the grace time, resolves when it is gone. */
  readonly stop: () => Promise<number>;
};

export type GuardedOptions = {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** A file descriptor, 'inherit' or 'ignore' for both outputs, or who receives their lines. */
  readonly output?: number | 'inherit' | 'ignore' | ((line: string) => void);
  /** How long it may take to end by itself after a SIGTERM. */
  readonly graceMs?: number;
};

/**
 * Starts a command under a guardian: when this process ends in whatever way, the guardian's stdin
 * closes and it ends the command with everything that the command started.
 */
export function startGuarded(
  command: string,
  args: readonly string[],
  { env, cwd, output = 'inherit', graceMs = 5_000 }: GuardedOptions = {},
): GuardedProcess {
  const guardian = inProject('scripts', 'processes', 'guardian.mjs');
  const stdio = typeof output === 'function' ? 'pipe' : output;
  const child = spawn(process.execPath, [guardian, String(graceMs), command, ...args], {
    env: env ?? process.env,
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ['pipe', stdio, stdio],
    // A Ctrl-C in the terminal reaches us alone; we end our processes in the right order.
    detached: process.platform !== 'win32',
  });
  child.stdin?.on('error', () => undefined);
  if (typeof output === 'function') {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface(stream).on('line', output);
    }
  }
  const exited = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  const stop = (): Promise<number> => {
    child.stdin?.end();
    return exited;
  };
  return { exited, stop };
}
