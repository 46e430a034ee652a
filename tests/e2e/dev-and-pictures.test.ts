import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '@scripts/processes/run';
import { inProject, projectRoot } from '@scripts/project-root';
import { chromium, type Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { freePort } from '../support/network/free-port';
import { runFolder } from '../support/run-folder';
import { until } from '../support/until';

const STARTS_WITHIN_MS = 60_000;
const RELOADS_WITHIN_MS = 20_000;
let child: ChildProcess | undefined;
let copy: string | undefined;
const hasEnded = (): boolean =>
  child === undefined || child.exitCode !== null || child.signalCode !== null;
afterEach(async () => {
  // As Ctrl-C in a terminal does: to everything in the foreground.
  if (child?.pid !== undefined && !hasEnded()) process.kill(-child.pid, 'SIGINT');
  await until('npm run dev has ended', () => hasEnded(), 30_000);
  child = undefined;
  if (copy !== undefined) rmSync(copy, { recursive: true, force: true });
});

/** The sources of this project in a folder of their own, so that a test may change them. */
const copySources = (): string => {
  const folder = runFolder('sources');
  const names = ['src-api', 'src-main', 'src-renderer', 'src-shared', 'scripts', 'package.json'];
  const settings = ['package-lock.json', 'electron.vite.config.ts', 'tsconfig.base.json'];
  for (const name of [...names, ...settings]) {
    cpSync(inProject(name), path.join(folder, name), { recursive: true });
  }
  for (const name of ['tsconfig.json', 'tsconfig.scripts.json']) {
    cpSync(inProject(name), path.join(folder, name));
  }
  symlinkSync(inProject('node_modules'), path.join(folder, 'node_modules'));
  return folder;
};

const change = (file: string, from: string, to: string): void => {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${from} does not stand in ${file}`);
  writeFileSync(file, text.replace(from, to));
};

/** `npm run dev` in a folder, with data of its own; answers with what it prints. */
const develop = async (folder: string): Promise<() => string> => {
  const data = runFolder('dev');
  const port = String(await freePort());
  child = spawn('npm', ['run', 'dev', '--', '--remote-debugging-port=0'], {
    cwd: folder,
    env: {
      ...process.env,
      PARLANCE_API_PORT: port,
      PARLANCE_DATA_DIR: path.join(data, 'data'),
      PARLANCE_PROFILE_DIR: path.join(data, 'profile'),
      PARLANCE_SEED_CUSTOMERS: '5',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return () => output;
};

const appPage = async (output: () => string, which: number): Promise<Page> => {
  const addresses = (): string[] =>
    [...output().matchAll(/DevTools listening on (ws:\S+)/g)].map(([, url = '']) => url);
  const address = await until(
    'the program listens',
    () => addresses()[which],
    STARTS_WITHIN_MS,
  ).catch((cause: unknown) => {
    throw new Error(`npm run dev did not start the program: ${output()}`, { cause });
  });
  const browser = await chromium.connectOverCDP(address, { noDefaults: true });
  return until(
    'the app window is there',
    () =>
      browser
        .contexts()
        .flatMap((context) => context.pages())
        .find((page) => page.url().includes('/app/index.html')),
    STARTS_WITHIN_MS,
  );
};

it('[RUN-9] npm run dev signs in; a changed screen reaches the open window, a changed main process starts anew', async () => {
  copy = copySources();
  const output = await develop(copy);
  const page = await appPage(output, 0);
  await page.getByRole('navigation').waitFor({ timeout: STARTS_WITHIN_MS });
  await page.evaluate(() => document.body.setAttribute('data-still', 'here'));

  const rail = path.join(copy, 'src-renderer', 'app', 'frame', 'rail.tsx');
  change(rail, '<nav className=', '<nav data-changed="hot" className=');
  await page.locator('nav[data-changed=hot]').waitFor({ timeout: RELOADS_WITHIN_MS });
  expect(await page.locator('body').getAttribute('data-still'), 'not reloaded').toBe('here');

  change(
    path.join(copy, 'src-main', 'index.ts'),
    "'second-instance'",
    "'second-instance' as const as 'second-instance'",
  );
  const again = await appPage(output, 1);
  await again.getByRole('navigation').waitFor({ timeout: STARTS_WITHIN_MS });
}, 180_000);

it('[RUN-10] npm run screenshots leaves a picture of each state and look that was asked for', async () => {
  const picture = inProject('screenshots', 'run', 'states', 'ringing-dark-fr-1280.png');
  rmSync(picture, { force: true });
  const words = ['run', 'screenshots', '--', 'ringing', '--size', '1280x800', '--theme', 'dark'];
  const { code, stdout, stderr } = await run('npm', words, { cwd: projectRoot });
  expect(code, stderr).toBe(0);
  expect(stdout).toContain(picture);
  expect(statSync(picture).size).toBeGreaterThan(20_000);
  const wrong = await run('npm', ['run', 'screenshots', '--', '--theme', 'pink'], {
    cwd: projectRoot,
  });
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toMatch(/What to do: npm run screenshots/);
}, 90_000);
