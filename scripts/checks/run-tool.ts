import { spawn } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { inProject, projectRoot } from '../project-root';
import type { CheckOutcome } from './finding';

/** The end of a child process: its exit code (128 + signal) and everything that it printed. */
export type ToolResult = { readonly code: number; readonly output: string };

const PACKAGE_OF: Readonly<Record<string, string>> = {
  biome: '@biomejs/biome',
  tsc: 'typescript',
};

/** The JavaScript file behind a package's command: not every package marks it as executable. */
export function commandFile(command: string): string {
  const folder = realpathSync(inProject('node_modules', PACKAGE_OF[command] ?? command));
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs the command of an installed package and collects what it prints. */
export function runTool(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [commandFile(command), ...args], {
      cwd: projectRoot,
      env: { ...env, NO_COLOR: '1', FORCE_COLOR: '0' },
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
