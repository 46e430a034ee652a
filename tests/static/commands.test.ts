import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '@scripts/processes/run';
import { inProject, projectRoot } from '@scripts/project-root';
import { closeSoak } from '@scripts/testing/soak-outcome';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parlance-commands-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('[RUN-13] .ci/run calls npm test in the project from any folder and ends with its code', async () => {
  const npm = path.join(folder, 'bin', 'npm');
  mkdirSync(path.dirname(npm));
  writeFileSync(npm, '#!/bin/sh\necho "npm $* in $(pwd)"\nexit 7\n');
  chmodSync(npm, 0o755);
  const env = { ...process.env, PATH: `${path.dirname(npm)}:${process.env['PATH']}` };
  const { code, stdout } = await run(inProject('.ci', 'run'), [], { cwd: folder, env });
  expect(stdout).toBe(`npm test in ${projectRoot}\n`);
  expect(code).toBe(7);
});

it('[RUN-14] npm run check prints a line for each check and counts them', async () => {
  const good = await run('npm', ['run', '-s', 'check', '--', 'lock file'], { cwd: projectRoot });
  expect(good.stdout).toMatch(/^ok {3}lock file .*\n1 checks passed, 0 failed\n$/);
  expect(good.code).toBe(0);
  const none = await run('npm', ['run', '-s', 'check', '--', 'no such'], { cwd: projectRoot });
  expect(none.stdout).toBe('0 checks passed, 0 failed\n');
  expect(none.code).toBe(1);
});

it('[RUN-14] a check that finds something fails the command and names the place', async () => {
  for (const name of ['scripts', 'package.json', 'package-lock.json', 'tsconfig.base.json']) {
    await run('cp', ['-r', inProject(name), folder]);
  }
  await run('ln', ['-s', inProject('node_modules'), path.join(folder, 'node_modules')]);
  await run('git', ['init', '--quiet', folder]);
  mkdirSync(path.join(folder, 'docs', 'spec'), { recursive: true });
  writeFileSync(
    path.join(folder, 'docs', 'spec', 'made-up.md'),
    '- **MADE-1** Nobody tests this.\n',
  );
  const bad = await run('npm', ['run', '-s', 'check', '--', 'spec'], { cwd: folder });
  expect(bad.stdout).toMatch(/^FAIL spec [\s\S]*made-up\.md[\s\S]*0 checks passed, 1 failed\n$/);
  expect(bad.code).toBe(1);
});

it('[RUN-11] a soak ends with what held and what failed', () => {
  const text = closeSoak([
    { what: '10 days', holds: true, minutes: 1.06 },
    { what: '20 kills', holds: false, minutes: 2 },
  ]);
  expect(text).toBe(
    'held   1.1 min  10 days\nFAILED 2.0 min  20 kills\nsoak: 1 held, 1 failed, 3.1 min',
  );
});

it('[RUN-11] npm run soak says what to do when it was called wrong', async () => {
  const { code, stderr } = await run('npm', ['run', 'soak', '--', 'many'], { cwd: projectRoot });
  expect(stderr).toMatch(/many is not a number of runs\nWhat to do: npm run soak/);
  expect(code).toBe(1);
});
