/** What is told of brands' days: counted once a minute, whoever asks for whichever screen. */
import type { HubDependencies } from '@api/hub-app.ts';
import { type StaffingDay, staffingQuerySchema } from '@shared/contracts/http/staffing.ts';
import { textOfDay } from '@shared/domain/calendar/day-text.ts';
import { localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import { type Counted, countedOf } from './counted.ts';
import { tellDay } from './service.ts';

const zone = 'Europe/Paris';
const minuteMs = 60_000;
const usual = staffingQuerySchema.parse({});

/** By key, what was told in this minute of the clock; many who ask at once wait for the same. */
export class KeptForAMinute<T> {
  readonly #now: () => number;
  readonly #kept = new Map<string, Promise<T>>();
  #minute = -1;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A minute of the clock, and not sixty seconds: no quarter of an hour ends within it. */
  of(key: string, tell: () => Promise<T>): Promise<T> {
    const minute = Math.floor(this.#now() / minuteMs);
    if (minute !== this.#minute) this.#kept.clear();
    this.#minute = minute;
    const before = this.#kept.get(key);
    if (before !== undefined) return before;
    const told = tell();
    this.#kept.set(key, told);
    // What failed is asked anew.
    told.catch(() => {
      if (this.#kept.get(key) === told) this.#kept.delete(key);
    });
    return told;
  }
}

export class ToldDays {
  readonly #hub: HubDependencies;
  readonly #counts: KeptForAMinute<Counted>;
  readonly #days: KeptForAMinute<StaffingDay>;

  constructor(hub: HubDependencies) {
    this.#hub = hub;
    this.#counts = new KeptForAMinute(() => hub.clock.now());
    this.#days = new KeptForAMinute(() => hub.clock.now());
  }

  /** The calls of a brand up to now. */
  counted(brandId: string): Promise<Counted> {
    const today = textOfDay(localDateOf(this.#hub.clock.now(), zone));
    return this.#counts.of(brandId, () => countedOf(this.#hub, [brandId], today));
  }

  /** The day under way of a brand, by the usual goal. */
  today(brandId: string): Promise<StaffingDay> {
    const count = () => this.counted(brandId);
    return this.#days.of(brandId, () =>
      tellDay(this.#hub, [brandId], { ...usual, brandId }, count),
    );
  }
}

const toldBy = new WeakMap<HubDependencies, ToldDays>();

/** The one of a hub. */
export const toldDaysOf = (hub: HubDependencies): ToldDays => {
  const told = toldBy.get(hub) ?? new ToldDays(hub);
  toldBy.set(hub, told);
  return told;
};
