/**
 * How far the hub reaches, as its answers say: a mutation that it does not know yet waits here, with
 * what follows it under the same order key. A hub that has not been heard is taken for the oldest.
 */
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import { newerThan } from '@shared/contracts/sync/newer-than.ts';
import {
  currentProtocol,
  type ProtocolRange,
  silentRange,
} from '@shared/contracts/sync/protocol.ts';
import type { MutationAnswer } from '@shared/contracts/sync/push.ts';

export class HubReach {
  readonly #since: { readonly [kind: string]: number };
  #range = silentRange;
  #heard = false;
  /** Kinds that the hub named unknown although its protocol should know them. */
  readonly #unknown = new Set<string>();

  constructor(since: { readonly [kind: string]: number } = newerThan.mutations) {
    this.#since = since;
  }

  get isOlder(): boolean {
    return this.#heard && this.#range.newest < currentProtocol;
  }

  /** Whether it unpacks what is sent: since protocols are told apart at all. */
  get unpacks(): boolean {
    return this.#range.newest >= 2;
  }

  /** @returns whether it reaches further than was known. */
  hear(range: ProtocolRange): boolean {
    const grew = range.newest > this.#range.newest;
    if (grew) this.#unknown.clear();
    this.#range = range;
    this.#heard = true;
    return grew;
  }

  hearAnswers(sent: readonly Mutation[], answers: readonly MutationAnswer[]): void {
    for (const { id, code } of answers) {
      const kind = sent.find((mutation) => mutation.id === id)?.kind;
      if (code === 'mutation-kind-unknown' && kind !== undefined) this.#unknown.add(kind);
    }
  }

  /** What may go out now, in order. */
  sendable(pending: readonly Mutation[]): Mutation[] {
    const held = new Set<string>();
    return pending.filter(({ kind, orderKey }) => {
      const known = (this.#since[kind] ?? 1) <= this.#range.newest && !this.#unknown.has(kind);
      if (!known) held.add(orderKey);
      return !held.has(orderKey);
    });
  }
}
