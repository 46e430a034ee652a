import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '@scripts/processes/run';
import { inProject } from '@scripts/project-root';
import { afterEach, beforeEach, expect, it } from 'vitest';

let clone = '';
let env: NodeJS.ProcessEnv = {};

/** A clone with one package to install, and an npm that notes when it begins and ends. */
const FAKE_NPM = `#!/bin/sh
echo begin >> npm.log
sleep 1
mkdir -p node_modules/tsx/dist
echo 'process.exit(0);' > node_modules/tsx/dist/loader.mjs
cp package-lock.json node_modules/.package-lock.json
echo end >> npm.log
`;

beforeEach(() => {
  clone = mkdtempSync(path.join(os.tmpdir(), 'parlance-clone-'));
  mkdirSync(path.join(clone, 'scripts'));
  mkdirSync(path.join(clone, 'bin'));
  cpSync(inProject('scripts', 'run.mjs'), path.join(clone, 'scripts', 'run.mjs'));
  writeFileSync(path.join(clone, 'scripts', 'hello.ts'), '');
  const lock = { packages: { '': {}, 'node_modules/tsx': { version: '1.0.0' } } };
  writeFileSync(path.join(clone, 'package-lock.json'), JSON.stringify(lock));
  writeFileSync(path.join(clone, 'bin', 'npm'), FAKE_NPM);
  chmodSync(path.join(clone, 'bin', 'npm'), 0o755);
  env = { ...process.env, PATH: `${path.join(clone, 'bin')}:${process.env['PATH']}` };
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

const hello = () => run(process.execPath, ['scripts/run.mjs', 'hello'], { cwd: clone, env });
const installations = (): string => readFileSync(path.join(clone, 'npm.log'), 'utf8');

it('[TOOL-18] two commands at once on a fresh clone install once; the other waits and says so', async () => {
  const both = await Promise.all([hello(), hello()]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(installations()).toBe('begin\nend\n');
  const said = both.map(({ stderr }) => stderr).join('');
  expect(said.match(/another start installs the packages/g)).toHaveLength(1);
});

it('[TOOL-18] what a killed installation left behind stops nobody', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  mkdirSync(path.join(clone, '.cache'));
  writeFileSync(path.join(clone, '.cache', 'installing.pid'), String(pid));
  expect((await hello()).code).toBe(0);
  expect(installations()).toBe('begin\nend\n');
});
