import { openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type GuardedProcess, startGuarded } from '@scripts/processes/guarded-process';
import { run } from '@scripts/processes/run';
import { freePort } from '../network/free-port';
import { TwoRoads } from '../network/two-roads';
import { runFolder } from '../run-folder';
import { until } from '../until';
import { type PbxSettings, writePbxConfiguration } from './pbx-settings';

const ASTERISK = '/usr/sbin/asterisk';
const BOOT_TIMEOUT_MS = 20_000;
const RTP_FIRST = 20_000;
const RTP_STEP = 400;
const RTP_RANGES = 60;

function launch(folder: string, configuration: string, roads?: TwoRoads): GuardedProcess {
  const output = openSync(path.join(folder, 'console.log'), 'a');
  const plain = { command: ASTERISK, args: ['-C', configuration, '-f', '-n'] };
  const { command, args } = roads?.inside(plain) ?? plain;
  return startGuarded(command, args, { output });
}

export type AsteriskOptions = {
  readonly ringSeconds?: number;
  readonly parkingSeconds?: number;
  readonly advisorCodecs?: string;
  /** Listens on WSS as well, with this certificate and its key. */
  readonly tls?: { readonly certificate: string; readonly key: string };
  /** In a network of its own, with two roads to it. */
  readonly ownNetwork?: boolean;
};

/** A real Asterisk with the lab's configuration, private to one test file. */
export class Asterisk {
  readonly wsUrl: string;
  readonly settings: PbxSettings;
  readonly logFile: string;
  /** The roads to it, when it has a network of its own. */
  readonly roads: TwoRoads | undefined;
  readonly #configuration: string;
  readonly #folder: string;
  #process: GuardedProcess;

  private constructor(
    folder: string,
    settings: PbxSettings,
    running: GuardedProcess,
    roads: TwoRoads | undefined,
  ) {
    this.roads = roads;
    this.settings = settings;
    this.wsUrl = `ws://${settings.address ?? '127.0.0.1'}:${settings.wsPort}/ws`;
    this.logFile = path.join(folder, 'log', 'full');
    this.#configuration = path.join(folder, 'etc', 'asterisk.conf');
    this.#folder = folder;
    this.#process = running;
  }

  /** Starts it and waits until it takes calls; `ringSeconds` is how long a phone rings. */
  static async start({
    ringSeconds = 15,
    parkingSeconds = 12,
    advisorCodecs = 'opus,alaw,ulaw',
    tls,
    ownNetwork = false,
  }: AsteriskOptions = {}): Promise<Asterisk> {
    const folder = runFolder('pbx');
    const roads = ownNetwork ? new TwoRoads(path.join(folder, 'network.pid')) : undefined;
    const range = Math.floor(Math.random() * RTP_RANGES);
    const settings: PbxSettings = {
      wsPort: await freePort(),
      sipPort: await freePort(),
      managerPort: await freePort(),
      trunkPort: await freePort(),
      rtpStart: RTP_FIRST + range * RTP_STEP,
      ringSeconds,
      parkingSeconds,
      advisorCodecs,
      ...(roads === undefined ? {} : { address: roads.address, ownAddresses: roads.addresses }),
      ...(tls === undefined ? {} : { tls: { ...tls, port: await freePort() } }),
    };
    const configuration = writePbxConfiguration(folder, settings);
    const pbx = new Asterisk(folder, settings, launch(folder, configuration, roads), roads);
    await roads?.build();
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

  /** Where it writes what it records. */
  get recordingFolder(): string {
    return path.join(this.#folder, 'spool', 'monitor');
  }

  get wssUrl(): string {
    return `wss://127.0.0.1:${this.settings.tls?.port ?? 0}/ws`;
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

  /** Forgets where an advisor is registered, as after a restart or an expiry. */
  async forget(extension: string): Promise<void> {
    const kept = await this.console('database show registrar/contact');
    for (const [, key] of kept.matchAll(/registrar\/contact\/(\S+)/g)) {
      if (key?.startsWith(`${extension};`))
        await this.console(`database del registrar/contact "${key}"`);
    }
  }

  /** How often it refused a registration for a wrong password so far. */
  refusedRegistrations(): number {
    return readFileSync(this.logFile, 'utf8').split("Request 'REGISTER'").length - 1;
  }

  /** Changes an advisor's line password, as an administrator of the PBX would. */
  async changePassword(extension: string, password: string): Promise<void> {
    const file = path.join(this.#folder, 'etc', 'pjsip.conf');
    const before = new RegExp(`(username = ${extension}\\npassword = ).*`);
    writeFileSync(file, readFileSync(file, 'utf8').replace(before, `$1${password}`));
    await this.console('module reload res_pjsip.so');
    await until('the PBX knows the new password', async () =>
      (await this.console(`pjsip show auth ${extension}`)).includes(password),
    );
  }

  /** Ends it; its log stays in .lab/. */
  async stop(): Promise<void> {
    await this.#process.stop();
    await this.roads?.remove();
  }
}
