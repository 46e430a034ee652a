import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { commandFile } from '../checks/run-tool';
import { startGuarded } from '../processes/guarded-process';
import type { Lifetime } from '../processes/lifetime';
import { projectRoot } from '../project-root';
import { type Command, inPrivateNetwork } from './private-network';
import { type Count, countReport, NOTHING } from './tally';
import { type TestProject, testFilesOf } from './test-projects';

export type VitestRun = {
  readonly projects: readonly TestProject[];
  readonly env: NodeJS.ProcessEnv;
  readonly isPrivate: boolean;
  /** Arguments for vitest: parts of file names, `-t title`. */
  readonly filters: readonly string[];
  readonly lifetime: Lifetime;
  /** `2/6`: the second sixth of the files; absent: all of them. */
  readonly share?: string;
};

async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  } finally {
    await rm(file, { force: true });
  }
}

const NO_TESTS: Count = { tally: NOTHING, failedFiles: [], settled: NOTHING };

/** Runs some kinds of tests in one vitest, prints as it goes, and counts how they ended. */
export async function runVitest({
  projects,
  env,
  isPrivate,
  filters,
  lifetime,
  share,
}: VitestRun): Promise<Count> {
  const present = projects.filter((project) => testFilesOf(project).length > 0);
  if (present.length === 0) return NO_TESTS;
  const report = path.join(os.tmpdir(), `parlance-tests-${randomUUID()}.json`);
  const plain: Command = {
    command: process.execPath,
    args: [
      commandFile('vitest'),
      'run',
      ...present.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...(share === undefined ? [] : [`--shard=${share}`]),
      // What one kind has no file for, another one has.
      ...(filters.length > 0 ? ['--passWithNoTests'] : []),
      ...filters,
    ],
  };
  const { command, args } = isPrivate ? inPrivateNetwork(plain) : plain;
  const vitest = startGuarded(command, args, { cwd: projectRoot, env });
  lifetime.onEnd(vitest.stop);
  const code = await vitest.exited;
  return countReport(await readReport(report), code);
}
