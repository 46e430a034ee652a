import { type SpawnOptions, spawn } from 'node:child_process';

/** How a finished command ended: exit code (128 when a signal ended it) and its output. */
export type Finished = {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
};

type RunOptions = Pick<SpawnOptions, 'cwd' | 'env'>;

/** Runs a command to its end and collects its output; rejects only when it cannot be started. */
export function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    child.stdout?.on('data', (chunk: Buffer) => {
      output.stdout += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      output.stderr += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 128, ...output }));
  });
}

/** Like `run`, but a failure throws an error that carries the end of the command's output. */
export async function runOrThrow(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, options);
  if (code === 0) return stdout;
  const end = `${stderr}\n${stdout}`.trim().split('\n').slice(-12).join('\n');
  throw new Error(`${command} ${args[0] ?? ''} ended with code ${code}\n${end}`);
}
