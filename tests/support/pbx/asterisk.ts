import { openSync } from 'node:fs';
import path from 'node:path';
import { type GuardedProcess, startGuarded } from '@scripts/processes/guarded-process';
import { run } from '@scripts/processes/run';
import { freePort } from '../network/free-port';
import { runFolder } from '../run-folder';
import { until } from '../until';
import { type PbxSettings, writePbxConfiguration } from './pbx-settings';

const ASTERISK = '/usr/sbin/asterisk';
const BOOT_TIMEOUT_MS = 20_000;
const RTP_FIRST = 20_000;
const RTP_STEP = 400;
const RTP_RANGES = 60;

function launch(folder: string, configuration: string): GuardedProcess {
  const output = openSync(path.join(folder, 'console.log'), 'a');
  return startGuarded(ASTERISK, ['-C', configuration, '-f', '-n'], { output });
}

/** A real Asterisk with the lab's configuration, private to one test file. */
export class Asterisk {
  readonly wsUrl: string;
  readonly settings: PbxSettings;
  readonly logFile: string;
  readonly #configuration: string;
  readonly #folder: string;
  #process: GuardedProcess;

  private constructor(folder: string, settings: PbxSettings, running: GuardedProcess) {
    this.settings = settings;
    this.wsUrl = `ws://127.0.0.1:${settings.wsPort}/ws`;
    this.logFile = path.join(folder, 'log', 'full');
    this.#configuration = path.join(folder, 'etc', 'asterisk.conf');
    this.#folder = folder;
    this.#process = running;
  }

  /** Starts it and waits until it takes calls; `ringSeconds` is how long a phone rings. */
  static async start({ ringSeconds = 15 } = {}): Promise<Asterisk> {
    const folder = runFolder('pbx');
    const range = Math.floor(Math.random() * RTP_RANGES);
    const settings: PbxSettings = {
      wsPort: await freePort(),
      sipPort: await freePort(),
      trunkPort: await freePort(),
      rtpStart: RTP_FIRST + range * RTP_STEP,
      ringSeconds,
    };
    const configuration = writePbxConfiguration(folder, settings);
    const pbx = new Asterisk(folder, settings, launch(folder, configuration));
    await pbx.#untilBooted();
    return pbx;
  }

  /** Ends it without a word to anybody and starts it again on the same ports. */
  async restart(): Promise<void> {
    await this.#process.stop();
    this.#process = launch(this.#folder, this.#configuration);
    await this.#untilBooted();
  }

  async #untilBooted(): Promise<void> {
    try {
      await until('the PBX is booted', () => this.#isBooted(), BOOT_TIMEOUT_MS);
    } catch (error) {
      await this.stop();
      throw new Error(`the PBX did not start, see ${this.#folder}`, { cause: error });
    }
  }

  async #isBooted(): Promise<boolean> {
    const { stdout } = await run(ASTERISK, [
      '-C',
      this.#configuration,
      '-rx',
      'core waitfullybooted',
    ]);
    return stdout.includes('fully booted');
  }

  /** Runs a command of its console and returns what it prints. */
  async console(command: string): Promise<string> {
    const { stdout } = await run(ASTERISK, ['-C', this.#configuration, '-rx', command]);
    return stdout;
  }

  /** The SIP address at which the carrier reaches a number. */
  readonly addressOf = (number: string): string =>
    `sip:${number}@127.0.0.1:${this.settings.sipPort}`;

  /** Whether an advisor's line is registered. */
  async isRegistered(extension: string): Promise<boolean> {
    const contacts = await this.console('pjsip show contacts');
    return new RegExp(`Contact: +${extension}/`).test(contacts);
  }

  /** How many calls are up. */
  async activeCalls(): Promise<number> {
    const text = await this.console('core show channels count');
    return Number(/(\d+) active calls?/.exec(text)?.[1] ?? Number.NaN);
  }

  /** Ends it; its log stays in .lab/. */
  async stop(): Promise<void> {
    await this.#process.stop();
  }
}
