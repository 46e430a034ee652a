/** Starts an Electron program and measures it from outside: time to a text on screen, memory. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureElectronRuntime } from '@scripts/electron/runtime';
import { programSwitches } from '@scripts/launch/program';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { freePort } from '../../support/network/free-port';
import { runFolder } from '../../support/run-folder';
import { until } from '../../support/until';

const pagesSchema = z.array(z.looseObject({ url: z.string(), webSocketDebuggerUrl: z.string() }));

export type TimedProgram = {
  /** Milliseconds from the start of the process to the text being on the page. */
  readonly readyMs: number;
  /** Proportional set size of the whole process tree, in MiB. */
  readonly pssMiB: () => number;
  readonly stop: () => Promise<void>;
};

/** The peer of all start figures: one window that shows one word. */
export const bareProgram = (): string => {
  const folder = runFolder('bare');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'bare', main: 'main.js' }),
  );
  writeFileSync(
    path.join(folder, 'page.html'),
    '<!doctype html><title>bare</title><body>Ready</body>',
  );
  const main = `const { app, BrowserWindow } = require('electron');
app.setPath('userData', ${JSON.stringify(path.join(folder, 'profile'))});
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, width: 1440, height: 900 });
  window.once('ready-to-show', () => window.show());
  window.loadFile('page.html');
});`;
  writeFileSync(path.join(folder, 'main.js'), main);
  return folder;
};

const evaluate = (debuggerUrl: string, expression: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(debuggerUrl);
    socket.on('open', () =>
      socket.send(
        JSON.stringify({
          id: 1,
          method: 'Runtime.evaluate',
          params: { expression, awaitPromise: true },
        }),
      ),
    );
    socket.on('message', () => {
      socket.close();
      resolve();
    });
    socket.on('error', reject);
  });

const treeOf = (root: number): number[] => {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = Number(
          readFileSync(`/proc/${name}/stat`, 'utf8')
            .replace(/^.*\) /s, '')
            .split(' ')[1],
        );
        return parent === root ? [Number(name)] : [];
      } catch {
        return [];
      }
    });
  return [root, ...children.flatMap(treeOf)];
};

const pssOf = (pid: number): number => {
  try {
    return (
      Number(
        /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0,
      ) / 1024
    );
  } catch {
    return 0;
  }
};

const ended = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGKILL');
  await until('the program has ended', () => child.exitCode !== null || child.signalCode !== null);
};

/** @param text that the page of `urlPart` shows when it is usable */
export const startTimed = async (
  cwd: string,
  env: NodeJS.ProcessEnv,
  urlPart: string,
  text: string,
): Promise<TimedProgram> => {
  const { executable } = await ensureElectronRuntime(() => undefined);
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(
    executable,
    [...programSwitches({ virtual: true }), `--remote-debugging-port=${port}`, '.'],
    {
      cwd,
      env: { ...process.env, ...env },
      stdio: 'ignore',
    },
  );
  const debuggerUrl = await until(
    'the page is there',
    async () => {
      const listed = await fetch(`http://127.0.0.1:${port}/json`).then(
        (answer) => answer.json(),
        () => [],
      );
      return pagesSchema.parse(listed).find(({ url }) => url.includes(urlPart))
        ?.webSocketDebuggerUrl;
    },
    30_000,
  );
  const waiting = `new Promise((resolve) => {
    const look = () => document.body?.innerText.includes(${JSON.stringify(text)}) ? resolve(1) : requestAnimationFrame(look);
    look();
  })`;
  await evaluate(debuggerUrl, waiting);
  const readyMs = performance.now() - startedAt;
  return {
    readyMs,
    pssMiB: () => treeOf(child.pid ?? 0).reduce((sum, pid) => sum + pssOf(pid), 0),
    stop: () => ended(child),
  };
};
