import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { programSwitches } from '@scripts/launch/program';
import { chromium, type Page } from 'playwright-core';
import { until } from '../until';

const START_WITHIN_MS = 20_000;

/** The unpacked program as a workstation would have it: its own executable, no project around it. */
export class PackagedProgram {
  readonly #process: ChildProcess;
  #devTools: string | undefined;
  #output = '';

  /** Starts `executable` in `folder`, with nothing but `env` of Parlance in its environment. */
  constructor(executable: string, folder: string, env: Readonly<Record<string, string>>) {
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/PARLANCE|ELECTRON/.test(name),
    );
    const args = [...programSwitches({ virtual: true }), '--remote-debugging-port=0'];
    this.#process = spawn(executable, args, {
      cwd: folder,
      env: { ...Object.fromEntries(inherited), ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (this.#process.stderr === null) return;
    createInterface(this.#process.stderr).on('line', (line) => {
      this.#output += `${line}\n`;
      this.#devTools ??= /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
    });
  }

  get isRunning(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** The page of the advisor's window. */
  async appPage(): Promise<Page> {
    const address = await until('it listens', () => this.#devTools, START_WITHIN_MS).catch(
      (cause: unknown) => {
        throw new Error(`the packaged program did not start: ${this.#output}`, { cause });
      },
    );
    const browser = await chromium.connectOverCDP(address, { noDefaults: true });
    const pages = (): Page[] => browser.contexts().flatMap((context) => context.pages());
    return until(
      'the app window is there',
      () => pages().find((page) => page.url().includes('/app/index.html')),
      START_WITHIN_MS,
    );
  }

  async stop(): Promise<void> {
    this.#process.kill('SIGTERM');
    await until('the packaged program has ended', () => !this.isRunning, 5_000).catch(() =>
      this.#process.kill('SIGKILL'),
    );
  }
}
