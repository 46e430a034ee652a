/** Keeps the copy within the house's rules: after each exchange, but not more than now and then. */
import { oldestDayOf } from '@shared/domain/cache-scope/eviction.ts';
import type { DesktopRules } from '@shared/domain/desktop/desktop-rules.ts';
import type { Clock } from '@shared/kernel/clock.ts';
import type { Library } from './library.ts';
import type { UsedCustomers } from './used-customers.ts';

type Deps = {
  readonly clock: Clock;
  readonly library: Library;
  readonly used: UsedCustomers;
  readonly rules: () => DesktopRules;
  readonly pinned: () => Promise<ReadonlySet<string>>;
};

const everyMs = 10 * 60_000;

export class CacheKeeper {
  readonly #deps: Deps;
  #last: { readonly at: number; readonly rules: string } | null = null;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @returns who went. */
  async tidy(): Promise<string[]> {
    const { clock, library, used, pinned } = this.#deps;
    const rules = this.#deps.rules();
    const now = clock.now();
    const same = JSON.stringify(rules);
    const isEarly = this.#last?.rules === same && Math.abs(now - this.#last.at) < everyMs;
    if (isEarly) return [];
    this.#last = { at: now, rules: same };
    return library.evict(async () => ({
      customersAtMost: rules.customersAtMost,
      oldestDay: oldestDayOf(rules, now),
      pinned: await pinned(),
      used: await used.days(),
    }));
  }
}
