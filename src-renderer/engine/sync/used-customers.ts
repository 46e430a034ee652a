/** When each customer was last opened on this desktop: who is used stays longer. */
import type { Cache } from '@renderer/cache/cache.ts';
import { dayOf } from '@shared/domain/search/search-entry.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { z } from 'zod';

const key = 'used-customers';
const mostKept = 2_000;
const listSchema = z.array(z.tuple([z.uuid(), z.number()])).catch([]);

export class UsedCustomers {
  readonly #cache: Cache;
  readonly #clock: Clock;
  #days: Map<string, number> | null = null;

  constructor(cache: Cache, clock: Clock) {
    this.#cache = cache;
    this.#clock = clock;
  }

  async note(customerId: string): Promise<void> {
    const days = await this.days();
    const today = dayOf(toInstant(this.#clock.now()));
    if (days.get(customerId) === today) return;
    days.delete(customerId);
    days.set(customerId, today);
    for (const oldest of days.keys()) {
      if (days.size <= mostKept) break;
      days.delete(oldest);
    }
    await this.#cache.keep(key, [...days]);
  }

  /** The least recently used first. */
  async days(): Promise<Map<string, number>> {
    this.#days ??= new Map(listSchema.parse((await this.#cache.read(key)) ?? []));
    return this.#days;
  }
}
