/** A switch that records, in the test's hands: it writes real files, and does as the real one in the lab. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { RefusedBySwitch } from '@api/pbx/pbx-port.ts';
import {
  type CallAtSwitch,
  fileOf,
  type RecorderListener,
  type RecorderPort,
  sides,
} from '@api/pbx/recorder-port.ts';
import { makeTone } from '../sound/tones';
import { writeWav } from '../sound/wav';

export const SPOKEN_HZ = { customer: 440, advisor: 880 } as const;

export class FakeRecorder implements RecorderPort {
  readonly asked: string[] = [];
  readonly #spool: string;
  readonly #legs = new Map<string, string>();
  readonly #live = new Set<string>();
  readonly #listeners: RecorderListener[] = [];
  now: 'ready' | 'away' = 'ready';
  /** The order that it refuses. */
  refuses: 'announce' | 'pause' | 'resume' | null = null;
  /** How long a finished file is. */
  seconds = 2;

  constructor(spool: string) {
    this.#spool = spool;
  }

  /** A line is in a call. */
  calls(extension: string, leg: string): void {
    this.#legs.set(extension, leg);
    this.#live.add(leg);
  }

  /** The customer hung up. */
  hangUp(leg: string): void {
    this.#live.delete(leg);
    for (const { ended } of this.#listeners) ended(leg);
  }

  state(): 'ready' | 'away' {
    return this.now;
  }

  async findLeg({ extension }: CallAtSwitch): Promise<string | null> {
    return this.#legs.get(extension) ?? null;
  }

  async announce(leg: string): Promise<void> {
    this.#ask('announce', leg);
  }

  async start(leg: string, recordingId: string): Promise<void> {
    this.#ask('start', leg);
    for (const side of sides) {
      const file = path.join(this.#spool, fileOf(recordingId, side));
      mkdirSync(path.dirname(file), { recursive: true });
      writeWav(file, makeTone(SPOKEN_HZ[side], this.seconds));
    }
  }

  async pause(leg: string): Promise<void> {
    this.#ask('pause', leg);
  }

  async resume(leg: string): Promise<void> {
    this.#ask('resume', leg);
  }

  async stop(leg: string): Promise<void> {
    if (!this.#live.has(leg)) throw new RefusedBySwitch('No such channel');
    this.#ask('stop', leg);
  }

  async liveLegs(): Promise<ReadonlySet<string>> {
    return this.#live;
  }

  listen(listener: RecorderListener): void {
    this.#listeners.push(listener);
  }

  async close(): Promise<void> {}

  #ask(what: string, leg: string): void {
    if (this.refuses === what) throw new RefusedBySwitch(`no ${what}`);
    this.asked.push(`${what} ${leg}`);
  }
}
