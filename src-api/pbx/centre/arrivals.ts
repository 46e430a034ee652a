/**
 * Callers whom the dial plan is about to put into a queue (docs/switch.md). It waits a moment for one
 * variable, so that an answer is heeded whole or not at all.
 */
import { firstSeconds } from '@shared/domain/distribution/arrival.ts';
import type { Ami } from '../ami/connection.ts';
import type { AmiMessage } from '../ami/message.ts';
import type { ArrivalAnswer, ArrivalPort, QueueArrival } from '../centre-port.ts';
import { RefusedBySwitch } from '../pbx-port.ts';

const ruleOf = (seconds: number): string => `parlance-first-${seconds}`;

export class Arrivals implements ArrivalPort {
  readonly #connection: Ami;
  readonly #callIdOf: (legId: string) => string;
  readonly #listeners = new Set<(arrival: QueueArrival) => void>();
  #seconds: ReadonlySet<number> = new Set();
  /** Null: nobody has said yet, and another hub may have. */
  #asks: 'yes' | 'no' | null = null;
  #told: 'yes' | 'no' | null = null;

  constructor(connection: Ami, callIdOf: (legId: string) => string) {
    this.#connection = connection;
    this.#callIdOf = callIdOf;
    connection.listen({
      event: (message) => this.#hear(message),
      ready: () => void this.#begin(),
      away: () => {
        this.#told = null;
      },
    });
  }

  setAsking(asks: 'yes' | 'no'): void {
    this.#asks = asks;
    if (this.#told !== asks) void this.#tell();
  }

  knownSeconds(): ReadonlySet<number> {
    return this.#seconds;
  }

  watch(arrived: (arrival: QueueArrival) => void): () => void {
    this.#listeners.add(arrived);
    return () => this.#listeners.delete(arrived);
  }

  async answer({ channel }: QueueArrival, { priority, first }: ArrivalAnswer): Promise<void> {
    const alone = first === null ? ':' : `${first.penalty}:${ruleOf(first.seconds)}`;
    const order = [
      ['Channel', channel],
      ['Variable', 'PARLANCE_SAID'],
      ['Value', `${priority}:${alone}`],
    ] as const;
    await this.#connection.ask('Setvar', order).catch((error: unknown) => {
      if (!(error instanceof RefusedBySwitch)) throw error;
    });
  }

  #hear(message: AmiMessage): void {
    if (message.get('Event') !== 'UserEvent') return;
    if (message.get('UserEvent') !== 'ParlanceArrives') return;
    const legId = message.get('Uniqueid');
    const number = message.get('CallerIDNum');
    const arrival: QueueArrival = {
      queue: message.get('Queue'),
      legId,
      channel: message.get('Channel'),
      callId: message.variable('CALLUID') || this.#callIdOf(legId),
      number: /^[+\d]/.test(number) ? number : null,
      // Not `Priority`: that is where the leg stands in the dial plan.
      priority: Number(message.get('Prio')) || 0,
    };
    for (const arrived of this.#listeners) arrived(arrival);
  }

  async #begin(): Promise<void> {
    await this.#tell();
    const known = new Set<number>();
    for (const seconds of firstSeconds) if (await this.#hasRule(seconds)) known.add(seconds);
    this.#seconds = known;
  }

  /** Without the rule who waits for one telephone alone would do so for ever. */
  async #hasRule(seconds: number): Promise<boolean> {
    try {
      const told = await this.#connection.ask('QueueRule', [['Rule', ruleOf(seconds)]]);
      return told.some((message) => message.get('Rule').startsWith(`${seconds},`));
    } catch {
      return false;
    }
  }

  async #tell(): Promise<void> {
    const asks = this.#asks;
    if (asks === null || !this.#connection.isReady) return;
    this.#told = asks;
    try {
      await this.#connection.ask('Setvar', [
        ['Variable', 'PARLANCE_ASKS'],
        ['Value', asks],
      ]);
    } catch {
      this.#told = null;
    }
  }
}
