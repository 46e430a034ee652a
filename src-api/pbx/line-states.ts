/** Whether each telephone is free, as the switch tells it. */
import type { Ami } from './ami/connection.ts';
import type { AmiMessage } from './ami/message.ts';
import type { LineState } from './pbx-port.ts';

const states: Readonly<Record<string, LineState>> = {
  NOT_INUSE: 'free',
  INUSE: 'in-use',
  BUSY: 'in-use',
  RINGING: 'in-use',
  RINGINUSE: 'in-use',
  ONHOLD: 'in-use',
  UNAVAILABLE: 'away',
  INVALID: 'away',
};

export class LineStates {
  readonly #pattern: string;
  #devices = new Map<string, LineState>();
  /** What was told while a list was on its way: it is newer than the list. */
  #news: Map<string, LineState> | null = null;

  /** `pattern`: how a telephone is called there, `{line}` for its extension. */
  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  of(extension: string): LineState {
    return this.#devices.get(this.#pattern.replace('{line}', extension)) ?? 'unknown';
  }

  /** The connection is lost. */
  forget(): void {
    this.#devices = new Map();
    this.#news = null;
  }

  /** Asks for all of them. @throws when the switch does not answer. */
  async read(connection: Ami): Promise<void> {
    const news = new Map<string, LineState>();
    this.#news = news;
    const listed = await connection.ask('DeviceStateList');
    if (this.#news !== news) return;
    this.#news = null;
    const rows = listed.flatMap((row) => this.#read(row) ?? []);
    this.#devices = new Map([...rows, ...news]);
  }

  /** @returns whether it told something new of a line. */
  hear(message: AmiMessage): boolean {
    if (message.get('Event') !== 'DeviceStateChange') return false;
    const told = this.#read(message);
    if (told === null) return false;
    const [[device, state]] = told;
    const isNew = this.#devices.get(device) !== state;
    this.#devices.set(device, state);
    this.#news?.set(device, state);
    return isNew;
  }

  #read(message: AmiMessage): [[string, LineState]] | null {
    const device = message.get('Device');
    return device === '' ? null : [[device, states[message.get('State')] ?? 'unknown']];
  }
}
