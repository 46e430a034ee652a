import { spawn } from 'node:child_process';
import { inProject, projectRoot } from '../project-root';
import type { CheckOutcome } from './finding';

/** The end of a child process: its exit code (128 + signal) and everything that it printed. */
export type ToolResult = { readonly code: number; readonly output: string };

/** Runs a package's command from node_modules/.bin and collects what it prints. */
export function runTool(command: string, args: readonly string[]): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(inProject('node_modules', '.bin', command), [...args], {
      cwd: projectRoot,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 128, output }));
  });
}

/** A tool that prints its own findings becomes a check: any exit code but 0 is one finding. */
export async function checkWithTool(
  command: string,
  args: readonly string[],
): Promise<CheckOutcome> {
  const { code, output } = await runTool(command, args);
  if (code === 0) return { findings: [] };
  const message = `${command} ended with code ${code}`;
  return { findings: [{ file: 'package.json', line: 1, message }], details: output.trim() };
}
