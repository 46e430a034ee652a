import type { ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { ensureElectronRuntime } from '@scripts/electron/runtime';
import { programSwitches } from '@scripts/launch/program';
import { projectRoot } from '@scripts/project-root';
import type { WindowKind } from '@shared/contracts/ipc/bridge.ts';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { runFolder } from '../run-folder';
import { until } from '../until';

export type ParlanceOptions = {
  /** The hub it talks to; an address where nobody listens is an API that is down. */
  readonly apiUrl: string;
  /** A profile folder of an earlier start, to come back to what it left. */
  readonly profileFolder?: string;
  /** Signs in by itself as this advisor. */
  readonly advisor?: { readonly login: string; readonly password: string };
  /** The line of a PBX; without it the hub's line settings hold. */
  readonly line?: {
    readonly url: string;
    readonly user: string;
    readonly password: string;
  } | null;
  /** A WAV file (48 kHz) that its microphone hears, over and over. */
  readonly microphone?: string;
  /** No microphone and no loudspeaker at all, in place of the made-up ones. */
  readonly withoutDevices?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly switches?: readonly string[];
};

const LOCAL_ONLY = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  '--disable-background-networking',
  '--autoplay-policy=no-user-gesture-required',
] as const;

const WINDOW_TIMEOUT_MS = 20_000;

function environment(options: ParlanceOptions, profileFolder: string): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name.startsWith('PARLANCE_') ? [] : [[name, value] as const],
  );
  const { advisor, line } = options;
  return {
    ...Object.fromEntries(inherited),
    PARLANCE_API_URL: options.apiUrl,
    PARLANCE_PROFILE_DIR: profileFolder,
    ...(advisor === undefined
      ? {}
      : { PARLANCE_DEMO_USER: advisor.login, PARLANCE_DEMO_PASSWORD: advisor.password }),
    ...(line === undefined || line === null
      ? {}
      : {
          PARLANCE_LINE_URL: line.url,
          PARLANCE_LINE_USER: line.user,
          PARLANCE_LINE_PASSWORD: line.password,
        }),
    ...options.env,
  };
}

/** The built program, started for real and driven through its windows. */
export class Parlance {
  readonly profileFolder: string;
  readonly #application: ElectronApplication;
  readonly #process: ChildProcess;

  private constructor(application: ElectronApplication, profileFolder: string) {
    this.#application = application;
    // Asked for later, Playwright no longer knows the process of a program that has ended.
    this.#process = application.process();
    this.profileFolder = profileFolder;
  }

  /** Starts it with a profile of its own and waits until its app window is there. */
  static async launch(options: ParlanceOptions): Promise<Parlance> {
    const profileFolder = options.profileFolder ?? runFolder('profile');
    const { executable } = await ensureElectronRuntime(() => undefined);
    const { microphone, switches = [] } = options;
    const spoken =
      microphone === undefined ? [] : [`--use-file-for-fake-audio-capture=${microphone}`];
    const own = programSwitches({ virtual: true }).filter(
      (one) => options.withoutDevices !== true || !one.startsWith('--use-fake-device'),
    );
    const application = await _electron.launch({
      executablePath: executable,
      args: [...own, ...LOCAL_ONLY, ...spoken, ...switches, '.'],
      cwd: projectRoot,
      env: environment(options, profileFolder),
    });
    const log = path.join(profileFolder, 'program.log');
    for (const stream of [application.process().stdout, application.process().stderr]) {
      stream?.on('data', (chunk: Buffer) => appendFileSync(log, chunk));
    }
    const parlance = new Parlance(application, profileFolder);
    await parlance.window('app');
    return parlance;
  }

  /** The page of a window; waits until it exists. */
  window(kind: WindowKind): Promise<Page> {
    const find = (): Page | undefined =>
      this.#application.windows().find((page) => page.url().includes(`/${kind}/index.html`));
    return until(`the ${kind} window is there`, find, WINDOW_TIMEOUT_MS);
  }

  /** Electron's own side, for what no page can do (crash a window, look at the screen). */
  get main(): ElectronApplication {
    return this.#application;
  }

  /** Whether the program still runs. */
  get isRunning(): boolean {
    const { exitCode, signalCode } = this.#process;
    return exitCode === null && signalCode === null;
  }

  /** Ends it the hard way, as a power cut would. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await until('the program is gone', () => !this.isRunning);
  }

  /** Closes it as a user would; what does not close in time is killed. */
  async close(): Promise<void> {
    if (!this.isRunning) return;
    const closed = this.#application.close().then(
      () => true,
      () => true,
    );
    const inTime = await Promise.race([
      closed,
      new Promise<boolean>((resolve) => {
        setTimeout(() => resolve(false), 10_000).unref();
      }),
    ]);
    if (!inTime) await this.kill();
  }
}
