/** The numbers of her last calls, newest first, each once: what she calls again most often. */
import type { Cache } from '@renderer/cache/cache.ts';
import { customerName } from '@renderer/cache/entry-of.ts';
import { type RecentNumber, recentNumberSchema } from '@shared/contracts/engine/recent.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import { z } from 'zod';

const keptKey = 'recent-numbers';
const keptNumbers = 20;
const listSchema = z.array(recentNumberSchema);

const callsIn = (mutations: readonly Mutation[]): RecentNumber[] =>
  mutations.flatMap((mutation) => {
    if (mutation.kind !== 'interaction.record') return [];
    const { call, customerId, brandId, direction, outcome, startedAt } = mutation.payload;
    if (call?.customerNumber == null || call.training) return [];
    const number = call.customerNumber;
    const { failure } = call;
    return [{ number, name: null, customerId, brandId, direction, outcome, failure, startedAt }];
  });

export class RecentNumbers {
  readonly #cache: Cache;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(cache: Cache) {
    this.#cache = cache;
  }

  /** Takes the calls among what was just recorded. */
  note(mutations: readonly Mutation[]): Promise<unknown> {
    const calls = callsIn(mutations);
    if (calls.length > 0)
      this.#writing = this.#writing.then(() => this.#add(calls)).catch(() => undefined);
    return this.#writing;
  }

  /** With the names as they are now. */
  async list(): Promise<RecentNumber[]> {
    await this.#writing;
    return Promise.all(
      (await this.#kept()).map(async (one) => {
        const known = one.customerId === null ? null : await this.#cache.bundle(one.customerId);
        return { ...one, name: known === null ? null : customerName(known.customer) };
      }),
    );
  }

  async #kept(): Promise<RecentNumber[]> {
    return listSchema.catch([]).parse((await this.#cache.read(keptKey)) ?? []);
  }

  async #add(calls: readonly RecentNumber[]): Promise<void> {
    const newest = [...calls].reverse();
    const before = (await this.#kept()).filter(
      (one) => !newest.some(({ number }) => number === one.number),
    );
    await this.#cache.keep(keptKey, [...newest, ...before].slice(0, keptNumbers));
  }
}
