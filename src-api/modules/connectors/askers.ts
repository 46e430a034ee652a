/**
 * How each system is asked by this instance: one question for one customer at a time, some for all,
 * and none while it rests. Held in memory: each instance learns by itself who does not answer.
 */
import {
  type Circuit,
  closedCircuit,
  mayAsk,
  nextCircuit,
} from '@shared/domain/connector/circuit.ts';
import type { Clock } from '@shared/kernel/clock.ts';
import type { Ask, Heard, Question } from './ask.ts';

/** One system that is slow must not hold all of the hub's connections. */
const atOnce = 20;

export class Askers {
  readonly #ask: Ask;
  readonly #clock: Clock;
  readonly #circuits = new Map<string, Circuit>();
  readonly #running = new Map<string, Map<string, Promise<Heard>>>();

  constructor(ask: Ask, clock: Clock) {
    this.#ask = ask;
    this.#clock = clock;
  }

  restsUntilMs(connectorId: string): number | null {
    const circuit = this.#circuits.get(connectorId) ?? closedCircuit;
    return mayAsk(circuit, this.#clock.now()) ? null : circuit.restsUntilMs;
  }

  /** It was changed: what is known of its failures is of another address. */
  forget(connectorId: string): void {
    this.#circuits.delete(connectorId);
  }

  ask(connectorId: string, customerId: string, question: Question): Promise<Heard> {
    const running = this.#running.get(connectorId) ?? new Map<string, Promise<Heard>>();
    this.#running.set(connectorId, running);
    const same = running.get(customerId);
    if (same !== undefined) return same;
    if (this.restsUntilMs(connectorId) !== null) return Promise.resolve({ failure: 'resting' });
    if (running.size >= atOnce) return Promise.resolve({ failure: 'busy' });
    const heard = this.#askNow(connectorId, question).finally(() => running.delete(customerId));
    running.set(customerId, heard);
    return heard;
  }

  async #askNow(connectorId: string, question: Question): Promise<Heard> {
    this.#note(connectorId, 'asked');
    const heard = await this.#ask(question);
    this.#note(connectorId, 'failure' in heard ? 'failed' : 'answered');
    return heard;
  }

  #note(connectorId: string, event: Parameters<typeof nextCircuit>[1]): void {
    const circuit = this.#circuits.get(connectorId) ?? closedCircuit;
    this.#circuits.set(connectorId, nextCircuit(circuit, event, this.#clock.now()));
  }
}
