import { mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { type GuardedProcess, startGuarded } from '@scripts/processes/guarded-process';
import { z } from 'zod';
import { freePort } from '../network/free-port';
import { runFolder } from '../run-folder';
import { writeTone } from '../sound/tones';
import { until } from '../until';
import { baresipConfiguration } from './baresip-configuration';
import { NetstringReader, netstring } from './netstring';

const eventSchema = z.looseObject({
  event: z.literal(true),
  type: z.string(),
  param: z.string().optional(),
  peeruri: z.string().optional(),
  peerdisplayname: z.string().optional(),
});

/** What the phone noticed: CALL_INCOMING, CALL_RINGING, CALL_ESTABLISHED, CALL_CLOSED, … */
export type PhoneEvent = z.infer<typeof eventSchema> & { readonly atMs: number };

export type PhoneOptions = {
  /** The number (or the user part) that its calls come from: any form, `anonymous` too. */
  readonly number: string;
  readonly displayName?: string;
  /** Where it listens for SIP; the PBX's trunk port to receive outbound calls. */
  readonly sipPort?: number;
  /** The tone that it speaks, in Hz, or the file. */
  readonly speaks: number | string;
  readonly answers?: 'manual' | 'auto';
  /** A telephone of the house: it registers there, and calls through it. */
  readonly registers?: { readonly sipPort: number; readonly password: string };
};

const TONE_S = 300;
const TRIES = 3;

/** Empty for a process that has just ended. */
const commandOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
};

/** A real telephone of the outside world (baresip): it speaks a file and records what it hears. */
export class BaresipPhone {
  readonly events: PhoneEvent[] = [];
  readonly #folder: string;
  readonly #process: GuardedProcess;
  readonly #controlPort: number;
  #control: Socket | undefined;

  private constructor(folder: string, running: GuardedProcess, controlPort: number) {
    this.#folder = folder;
    this.#process = running;
    this.#controlPort = controlPort;
  }

  /**
   * Starts a phone and waits until it can be driven. A port that was free when it was looked for may
   * be taken when the phone opens it: one that does not come up is put away and another is tried.
   */
  static async start(options: PhoneOptions): Promise<BaresipPhone> {
    for (let left = TRIES - 1; ; left -= 1) {
      const phone = await BaresipPhone.#launch(options);
      try {
        await phone.#connect();
        return phone;
      } catch (error) {
        await phone.stop();
        if (left === 0) throw error;
      }
    }
  }

  static async #launch(options: PhoneOptions): Promise<BaresipPhone> {
    const folder = runFolder('phone');
    const records = path.join(folder, 'rec');
    mkdirSync(records);
    const { speaks, number, displayName = number, answers = 'manual' } = options;
    const controlPort = await freePort();
    const sound =
      typeof speaks === 'number'
        ? writeTone(path.join(folder, 'tone.wav'), speaks, TONE_S)
        : speaks;
    const sipPort = options.sipPort ?? (await freePort());
    writeFileSync(
      path.join(folder, 'config'),
      baresipConfiguration({ sipPort, controlPort, sound, records }),
    );
    const { registers } = options;
    const line =
      registers === undefined
        ? `"${displayName}" <sip:${number}@127.0.0.1>;regint=0`
        : `<sip:${number}@127.0.0.1:${registers.sipPort}>;regint=60;auth_user=${number};auth_pass=${registers.password}`;
    const account = `${line};answermode=${answers}`;
    writeFileSync(path.join(folder, 'accounts'), `${account};audio_codecs=PCMA\n`);
    writeFileSync(path.join(folder, 'contacts'), '');
    const output = openSync(path.join(folder, 'log'), 'w');
    const running = startGuarded('baresip', ['-f', folder, '-v'], {
      output,
      cwd: folder,
      graceMs: 1_000,
    });
    return new BaresipPhone(folder, running, controlPort);
  }

  /** The end of its own log tells why a phone does not come up. */
  get #lastWords(): string {
    return readFileSync(path.join(this.#folder, 'log'), 'utf8').slice(-300);
  }

  async #connect(): Promise<void> {
    const tryOnce = (): Promise<Socket | undefined> =>
      new Promise((resolve) => {
        const socket = connect(this.#controlPort, '127.0.0.1', () => resolve(socket));
        socket.once('error', () => resolve(undefined));
      });
    const named = `the phone in ${this.#folder} can be driven`;
    const socket = await until(named, tryOnce).catch((error: unknown) => {
      throw new Error(`${String(error)}; its last words: ${this.#lastWords}`);
    });
    const reader = new NetstringReader();
    socket.on('data', (chunk) => {
      for (const message of reader.push(chunk)) this.#note(message);
    });
    socket.on('error', () => undefined);
    this.#control = socket;
  }

  #note(message: string): void {
    const event = eventSchema.safeParse(JSON.parse(message));
    if (event.success) this.events.push({ ...event.data, atMs: performance.now() });
  }

  #command(command: string, params = ''): void {
    this.#control?.write(netstring(JSON.stringify({ command, params, token: command })));
  }

  /** Calls an address such as `sip:+33199004110@127.0.0.1:5060`. */
  dial(address: string): void {
    this.#command('dial', address);
  }

  accept(): void {
    this.#command('accept');
  }

  hangup(): void {
    this.#command('hangup');
  }

  /** Sends keys as telephone events (RFC 4733). */
  press(keys: string): void {
    for (const key of keys) this.#command('sndcode', key);
  }

  /** Waits for an event of this type, the first one or the first after an earlier event. */
  waitFor(type: string, { after, timeoutMs }: { after?: PhoneEvent; timeoutMs?: number } = {}) {
    const find = (): PhoneEvent | undefined => {
      const start = after === undefined ? 0 : this.events.indexOf(after) + 1;
      return this.events.slice(start).find((event) => event.type === type);
    };
    return until(`the phone notices ${type}`, find, timeoutMs);
  }

  /** The keys that the other side pressed, in order. */
  get heardKeys(): string {
    const keys = this.events.filter(({ type }) => type === 'CALL_DTMF_START');
    return keys.map(({ param }) => param ?? '').join('');
  }

  /** What it hears: the recordings of its calls, oldest first; the last may still grow. */
  get recordings(): string[] {
    const folder = path.join(this.#folder, 'rec');
    const names = readdirSync(folder).filter((name) => name.endsWith('dec.wav'));
    return names.sort().map((name) => path.join(folder, name));
  }

  /** Stands still: it neither sends nor hears anything until it goes on. */
  freeze(frozen: boolean): void {
    const command = ['baresip', '-f', this.#folder].join('\0');
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const own = pids.find((pid) => commandOf(pid).startsWith(command));
    if (own === undefined) throw new Error(`the phone in ${this.#folder} is not there`);
    process.kill(Number(own), frozen ? 'SIGSTOP' : 'SIGCONT');
  }

  async stop(): Promise<void> {
    this.#control?.destroy();
    await this.#process.stop();
  }
}
