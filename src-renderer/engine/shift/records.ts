/** Customers, outbox and hub of one shift: where everything read and written goes through. */
import { Cache, wipeOtherCaches } from '@renderer/cache/cache.ts';
import { openWriterInWorker } from '@renderer/cache/worker/in-worker.ts';
import { invoke } from '@renderer/platform/bridge.ts';
import type { JournalRecord } from '@shared/contracts/journal/record.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import type { DeskNow } from '@shared/domain/lead-board/desk-now.ts';
import type { Result } from '@shared/kernel/result.ts';
import { ArticleShelf } from '../sync/article-shelf.ts';
import { CacheKeeper } from '../sync/cache-keeper.ts';
import { DeskContact } from '../sync/desk-contact.ts';
import { HubSync } from '../sync/hub-sync.ts';
import { Library } from '../sync/library.ts';
import type { LiveChannel } from '../sync/live-channel.ts';
import { asMutation, Outbox } from '../sync/outbox.ts';
import { UsedCustomers } from '../sync/used-customers.ts';
import { colleagueAt, listColleagues } from './colleagues.ts';
import { CustomerFetch } from './customer-fetch.ts';
import { Favourites } from './favourites.ts';
import { isNews } from './outbox-view.ts';
import { pinnedCustomers } from './pinned-customers.ts';
import { RecentNumbers } from './recent-numbers.ts';
import { heardSoFar, journalOfMain, openLive, stamped, takeCallback } from './record-parts.ts';
import type { RecordsDeps as Deps } from './records-deps.ts';
import { syncListener } from './sync-listener.ts';
import { warmUp } from './warm-up.ts';

export class Records {
  readonly #deps: Deps;
  readonly cache: Cache;
  readonly outbox: Outbox;
  readonly library: Library;
  readonly articles: ArticleShelf;
  readonly recent: RecentNumbers;
  readonly customers: CustomerFetch;
  readonly #favourites: Favourites;
  readonly #sync: HubSync;
  readonly #live: LiveChannel;
  readonly contact: DeskContact;
  readonly #keeper: CacheKeeper;

  private constructor(deps: Deps, cache: Cache) {
    this.#deps = deps;
    this.cache = cache;
    this.outbox = new Outbox(journalOfMain, () => this.#showOutbox());
    this.recent = new RecentNumbers(cache);
    this.articles = new ArticleShelf({ ...deps, cache });
    this.#favourites = new Favourites({
      hub: deps.hub,
      cache,
      pending: () => this.outbox.pending,
      show: (favourites) => deps.board.set('favourites', favourites),
    });
    this.library = new Library(cache, () => this.outbox.pending);
    this.contact = new DeskContact({
      ...deps,
      clock: deps.wallClock,
      cache,
      outbox: this.outbox,
      keepHeard: (heard) => invoke('vault.heard', heard),
    });
    const used = new UsedCustomers(cache, deps.clock);
    this.customers = new CustomerFetch({
      hub: deps.hub,
      library: this.library,
      used,
      lacking: (ids) => cache.lacking(ids),
      locked: () => cache.locked,
    });
    this.#keeper = new CacheKeeper({
      clock: deps.clock,
      library: this.library,
      used,
      rules: () => this.contact.rules,
      pinned: () => this.#pinned(),
    });
    this.#sync = new HubSync({
      hub: deps.hub,
      deviceId: deps.deviceId,
      outbox: this.outbox,
      cache,
      library: this.library,
      listener: syncListener(deps, {
        online: () => {
          void this.#favourites.refresh();
          deps.online();
        },
        touched: (ids) => void this.#touched(ids),
        heard: () => void this.contact.note('heard'),
      }),
      pinned: () => this.#pinned(),
      checkIn: (asked) => this.contact.checkIn(asked),
      wipe: deps.wipe,
      locked: () => cache.locked,
      tidy: () => this.#keeper.tidy(),
      articles: (stamp) => this.articles.follow(stamp),
      calm: () => new Promise((resolve) => deps.board.afterHold(resolve)),
    });
    this.#live = openLive(deps, () => this.#sync.wake());
  }

  /** Wipes what another advisor left, then opens this one's cache and journal. */
  static async open(deps: Deps): Promise<Result<Records>> {
    await wipeOtherCaches(deps.userId);
    const records = new Records(deps, await Cache.open(deps.userId, deps.key, openWriterInWorker));
    await records.library.open();
    await records.contact.open(await heardSoFar());
    const loaded = await records.outbox.load();
    if (!loaded.ok) return loaded;
    if (loaded.value > 0) deps.board.patch('sync', { storageError: 'journal-damaged' });
    const reference = await records.library.reference();
    if (reference !== null) deps.board.set('reference', reference);
    await records.#favourites.open().catch(() => undefined);
    return { ok: true, value: records };
  }

  start(): void {
    void warmUp(this.library, this.#deps.board.get('reference')).catch(() => undefined);
    this.#sync.wake();
  }

  retryNow(): void {
    this.#sync.wake();
    this.#live.retryNow();
  }

  /** @returns whether the hub was told */
  tellNow(now: DeskNow): boolean {
    return this.#live.tell({ type: 'now', now });
  }

  /** The keys, the index and what was read of customers go; what waits to be sent still goes out. */
  lock(): void {
    this.cache.lock();
    this.library.lock();
    this.articles.lock();
  }

  async unlock(key: Uint8Array): Promise<void> {
    await this.cache.unlock(key);
    await this.library.open();
    this.#sync.wake();
  }

  /** What is kept here that the hub has not got: sent later, put aside, still being typed. */
  get left(): number {
    const { pending, parked, work, messages, newer } = this.outbox;
    return pending.length + parked.length + work.length + messages.length + newer;
  }

  get unsendable(): HubSync['unsendable'] {
    return this.#sync.unsendable;
  }

  stop(): void {
    this.#sync.stop();
    this.#live.stop();
    this.cache.close();
  }

  /** The journal first, then the cache, then the hub; a cache that refuses loses nothing. */
  async write(given: readonly JournalRecord[]): Promise<Result<null>> {
    const records = given.map((record) => stamped(record, this.#deps.wallClock));
    const done = await this.outbox.write(records);
    this.#deps.board.patch('sync', { storageError: done.ok ? null : done.error.code });
    const mutations = records.flatMap((record) =>
      record.t === 'mutation' ? (asMutation(record.mutation) ?? []) : [],
    );
    if (mutations.length > 0) void this.#spread(mutations);
    void this.recent.note(mutations);
    this.#favourites.note(mutations);
    return done;
  }

  /** One that is anyone's is taken in the hub first: two would call the same person. */
  async takeCallback(callbackId: string | null): Promise<Result<null>> {
    const wanted = this.library.callbacks().find(({ id }) => id === callbackId);
    const taken = await takeCallback(this.#deps.hub, wanted);
    this.#sync.wake();
    return taken;
  }

  colleagues(): ReturnType<typeof listColleagues> {
    return listColleagues(this.#deps.hub, this.cache);
  }

  colleagueAt(extension: string): Promise<string | null> {
    return colleagueAt(this.#deps.hub, this.cache, extension);
  }

  async #spread(mutations: readonly Mutation[]): Promise<void> {
    try {
      if (!this.cache.locked) await this.#touched(await this.library.absorb(mutations));
      if (mutations.some(({ kind }) => kind.startsWith('callback.')))
        this.#deps.notice('callbacks-changed', null);
    } catch {
      this.#deps.board.patch('sync', { storageError: 'cache-unavailable' });
    }
    this.#sync.wake();
  }

  async #touched(customerIds: readonly string[]): Promise<void> {
    const watched = this.#deps.watched();
    for (const id of customerIds.filter((one) => watched.has(one))) {
      const bundle = await this.library.bundle(id);
      if (bundle !== null) this.#deps.showCustomer(bundle);
    }
  }

  #pinned(): Promise<ReadonlySet<string>> {
    const { outbox, library, cache, recent } = this;
    const { board, watched } = this.#deps;
    const favourites = board.get('favourites');
    return pinnedCustomers({ outbox, library, cache, recent, favourites, watched: watched() });
  }

  #showOutbox(): void {
    const { board, notice } = this.#deps;
    const { pending, parked, newer: newerKept } = this.outbox;
    const waiting = pending.filter(isNews).length;
    board.patch('sync', { waiting, parked: parked.length, newerKept });
    notice('outbox-changed', null);
  }
}
