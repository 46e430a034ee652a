import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inProject, projectRoot } from '@scripts/project-root';
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../support/until';

let launcher: ChildProcess | undefined;
afterEach(() => launcher?.kill('SIGKILL'));

/** A zombie that nobody has collected yet is as dead as one that is gone. */
function isRunning(pid: number): boolean {
  if (!existsSync(`/proc/${pid}/stat`)) return false;
  return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

async function launch(command: string, graceMs: number): Promise<number[]> {
  const script = inProject('tests', 'static', 'fixtures', 'launcher.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, command, String(graceMs)], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  launcher = child;
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const text = await until('the pids are printed', () => /^(\d+)\n(\d+)\n/.exec(printed));
  return [Number(text[1]), Number(text[2])];
}

describe('[TOOL-8] what was started ends with its launcher', () => {
  const family = 'echo $$; sleep 600 & echo $!; wait';
  const stubborn = 'trap "" TERM; echo $$; sleep 600 & echo $!; while :; do wait; done';

  it.each([
    ['SIGKILL', family],
    ['SIGTERM', family],
    ['SIGKILL', stubborn],
  ] as const)('[TOOL-8] %s of the launcher ends %s with its children', async (signal, command) => {
    const pids = await launch(command, 300);
    expect(pids.map(isRunning)).toEqual([true, true]);
    launcher?.kill(signal);
    await until('both processes are gone', () => !pids.some(isRunning));
  });

  it('[TOOL-8] the exit code of the command is handed on', async () => {
    const pids = await launch('echo $$; sleep 600 & echo $!; exit 7', 300);
    const code = await until('the launcher ended', () => launcher?.exitCode ?? undefined);
    expect(code).toBe(7);
    await until('the left child is gone', () => !pids.some(isRunning));
  });
});
