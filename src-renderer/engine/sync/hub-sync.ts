/**
 * The exchange with the hub: sends what waits, loads everything once by pages, then pulls what
 * changed whenever the hub says so. One exchange at a time; every failure is a back-off.
 */
import type { Cache } from '@renderer/cache/cache.ts';
import { storageFault } from '@renderer/cache/storage-fault.ts';
import { positionKey } from '@renderer/cache/tables.ts';
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { WipeOrder } from '@shared/contracts/http/devices.ts';
import { routes } from '@shared/contracts/routes.ts';
import { lenientPullSchema, readChanges } from '@shared/contracts/sync/lenient.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import { backoffMs } from '@shared/kernel/backoff.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { FirstLoad } from './first-load.ts';
import { HubReach } from './hub-reach.ts';
import type { Library } from './library.ts';
import type { Outbox } from './outbox.ts';
import { pushAll } from './push-round.ts';
import { RefusedCustomers } from './refused-customers.ts';
import { fetchStrangers } from './strangers.ts';
import { type Position, readPosition, type SyncListener } from './sync-position.ts';

type Deps = {
  readonly hub: HubClient;
  readonly deviceId: string;
  readonly outbox: Outbox;
  readonly cache: Cache;
  readonly library: Library;
  readonly listener: SyncListener;
  /** Settles when no call waits to be shown: what rings goes before what is loaded. */
  readonly calm: () => Promise<void>;
  readonly reach?: HubReach;
  /** Customers who stay, also when the hub would not have this desktop hold them. */
  readonly pinned?: () => Promise<ReadonlySet<string>>;
  /** Tells the hub what is held here, once what waited has gone out. */
  readonly checkIn?: (asked: 'again' | 'now') => Promise<WipeOrder | null>;
  /** Destroys what is held here, and says so to the hub. */
  readonly wipe?: (order: WipeOrder) => Promise<void>;
  readonly locked?: () => boolean;
  /** The stamp of the articles, as each pull tells it. */
  readonly articles?: (stamp: string | null) => Promise<void>;
  /** Lets go who is too old or too many. */
  readonly tidy?: () => Promise<readonly string[]>;
};

const backoff = { firstMs: 500, maxMs: 20_000 };
/** Small enough that parsing one takes the engine a moment only: a call may ring meanwhile. */
const page = 200;
const pullEveryMs = 60_000;

export class HubSync {
  readonly #deps: Deps;
  readonly #reach: HubReach;
  readonly #refused: RefusedCustomers;
  readonly #firstLoad: FirstLoad;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #again = false;
  #attempt = 0;
  #stopped = false;
  #deferred: ReadonlySet<string> = new Set();

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#reach = deps.reach ?? new HubReach();
    this.#refused = new RefusedCustomers(deps.cache, deps.library, deps.hub);
    this.#firstLoad = new FirstLoad({
      ...deps,
      stopped: () => this.#stopped,
      spared: (customerIds) => this.#refused.askAbout(customerIds),
      between: () => this.#sendMeanwhile(),
    });
  }

  /** Something waits, or the hub says that something changed: go now. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    void this.#round();
  }

  /** What the hub cannot take: not at all yet, or not when it was last asked. */
  get unsendable(): { held: ReadonlySet<string>; deferred: ReadonlySet<string> } {
    const { pending } = this.#deps.outbox;
    const sendable = new Set(this.#reach.sendable(pending));
    const held = pending.filter((mutation) => !sendable.has(mutation)).map(({ id }) => id);
    return { held: new Set(held), deferred: this.#deferred };
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #round(): Promise<void> {
    this.#running = true;
    this.#again = false;
    const done = await this.#exchange();
    this.#running = false;
    if (this.#stopped) return;
    if (done.ok) {
      this.#attempt = 0;
      this.#deps.listener.online(true, null);
      this.#deps.listener.storage?.(null);
      this.#timer = setTimeout(() => this.wake(), this.#again ? 0 : pullEveryMs);
      return;
    }
    if (done.error.code === 'desktop-too-old') {
      // What waits has gone out; nothing comes in until the program is updated.
      this.#deps.listener.online(true, done.error.code);
      this.#deps.listener.wire('desktop-too-old', 0);
      this.#timer = setTimeout(() => this.wake(), pullEveryMs);
      return;
    }
    const isOurs = done.error.code.startsWith('cache-');
    if (isOurs) this.#deps.listener.storage?.(done.error.code);
    this.#deps.listener.online(isOurs, done.error.code);
    this.#timer = setTimeout(() => this.wake(), backoffMs(this.#attempt, backoff, Math.random));
    this.#attempt += 1;
  }

  async #exchange(): Promise<Result<null>> {
    try {
      const pushed = await this.#push();
      if (!pushed.ok) return pushed;
      // Locked, what she did goes out, and nothing comes in.
      if (this.#isLocked) return await this.#tell('again');
      // Deleted under the running program it begins anew; what waits to be sent lies elsewhere.
      if (await this.#deps.cache.mend()) await this.#deps.library.open();
      const pulled = await this.#pull();
      if (!pulled.ok)
        return pulled.error.code === 'device-wiped' ? await this.#tell('now') : pulled;
      const told = await this.#tell('again');
      if (!told.ok) return told;
      const gone = (await this.#deps.tidy?.()) ?? [];
      if (gone.length > 0) await this.#deps.checkIn?.('now');
      // The pull may have told that the hub reaches further than was known.
      return await this.#push();
    } catch (error) {
      // The cache may refuse (disk full, database closed under us): the journal has what matters.
      // Locked in the middle of an exchange, the next one does what this one could not.
      return this.#isLocked ? succeed(null) : fail(storageFault(error));
    }
  }

  get #isLocked(): boolean {
    return this.#deps.locked?.() ?? false;
  }

  #push(): Promise<Result<null>> {
    return pushAll({
      ...this.#deps,
      reach: this.#reach,
      refused: this.#refused,
      stopped: () => this.#stopped,
      locked: () => this.#isLocked,
    });
  }

  /** What she does while a long history comes in does not wait for its end. */
  async #sendMeanwhile(): Promise<Result<null>> {
    if (!this.#again) return succeed(null);
    this.#again = false;
    return this.#push();
  }

  /** Ordered to wipe, it sends once more, then destroys what is held here. */
  async #tell(asked: 'again' | 'now'): Promise<Result<null>> {
    const order = await this.#deps.checkIn?.(asked);
    if (order == null) return succeed(null);
    const pushed = await this.#push();
    if (!pushed.ok) return pushed;
    await this.#deps.wipe?.(order);
    return fail('device-wiped');
  }

  async #pull(): Promise<Result<null>> {
    let position = readPosition(await this.#deps.cache.read(positionKey));
    if (position === null || !position.complete) {
      const loaded = await this.#firstLoad.run(position);
      if (!loaded.ok) return loaded;
      position = loaded.value;
      // Whoever was erased before its cursor began is told by no change.
      const { outbox, cache } = this.#deps;
      await outbox.letGo(await cache.lacking(outbox.customers));
    }
    for (let more = true; more && !this.#stopped; ) {
      const pulled = await this.#pullPage(position);
      if (!pulled.ok) return pulled.error.code === 'cursor-too-old' ? this.#reload() : pulled;
      position = pulled.value.position;
      more = pulled.value.more;
      const sent = more ? await this.#sendMeanwhile() : succeed(null);
      if (!sent.ok) return sent;
    }
    this.#deps.listener.fresh();
    return succeed(null);
  }

  async #pullPage(position: Position): Promise<Result<{ position: Position; more: boolean }>> {
    const { hub, cache, library, listener, calm } = this.#deps;
    await calm();
    const query = { cursor: position.cursor, limit: page, protocol: currentProtocol };
    const answer = await hub.ask({
      method: 'GET',
      path: routes.pull,
      query,
      answer: lenientPullSchema,
    });
    if (!answer.ok) return answer;
    const { cursor, more, protocols } = answer.value;
    const { rows: changes, skipped } = readChanges(answer.value.changes);
    const strangers = await fetchStrangers(hub, library, changes);
    if (!strangers.ok) return strangers;
    const touched = await library.take(changes, strangers.value);
    const gone = changes.filter(({ entity, row }) => entity === 'customer' && row === null);
    await this.#deps.outbox.letGo(gone.flatMap(({ id }) => id ?? []));
    const reference = changes.findLast((change) => change.entity === 'reference');
    if (reference?.entity === 'reference') {
      await library.keepReference(reference.row);
      listener.reference(reference.row);
    }
    const next = { ...position, cursor, skipped: position.skipped + skipped };
    this.#reach.hear(protocols);
    listener.wire(this.#reach.isOlder ? 'hub-older' : 'agreed', next.skipped);
    if (cursor !== position.cursor) await cache.keep(positionKey, next);
    if (touched.length > 0) listener.touched(touched);
    if (!more) await this.#deps.articles?.(answer.value.articles);
    return succeed({ position: next, more });
  }

  async #reload(): Promise<Result<null>> {
    // What is cached stays readable meanwhile; each page forgets who is not there any more.
    await this.#deps.cache.keep(positionKey, null);
    return this.#pull();
  }
}
