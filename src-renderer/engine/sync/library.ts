/**
 * The customers as this desktop knows them: the cache, with what waits to be sent on top. A screen
 * never waits for the network; what the cache lacks is fetched behind it.
 */
import type { Cache } from '@renderer/cache/cache.ts';
import type { PreparedPage } from '@renderer/cache/prepare-page.ts';
import type { LoadedPage } from '@renderer/cache/read-page.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import type { Change, CustomerBundle, Reference } from '@shared/contracts/sync/pull.ts';
import type { CacheLimits } from '@shared/domain/cache-scope/eviction.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';
import { speakingContacts } from '@shared/domain/caller/speaking-contacts.ts';
import { customerOf } from './apply-mutation.ts';
import {
  afterAll,
  bundlesAfter,
  ownerOf,
  sortInteractions,
  takeChange,
  withoutRow,
} from './bundle-changes.ts';
import { OpenCallbacks } from './open-callbacks.ts';

export class Library {
  readonly #cache: Cache;
  readonly #pending: () => readonly Mutation[];
  readonly #callbacks = new OpenCallbacks();
  #work: Promise<unknown> = Promise.resolve();

  constructor(cache: Cache, pending: () => readonly Mutation[]) {
    this.#cache = cache;
    this.#pending = pending;
  }

  async open(): Promise<void> {
    this.#callbacks.clear();
    await this.#callbacks.load(this.#cache);
  }

  /** Lets go of what it holds of customers; `open` reads it again. */
  lock(): void {
    this.#callbacks.clear();
  }

  /** Open callbacks and appointments, soonest first, with what waits to be sent on top. */
  callbacks(): Callback[] {
    return this.#callbacks.list(this.#pending());
  }

  async bundle(customerId: string): Promise<CustomerBundle | null> {
    const stored = await this.#cache.bundle(customerId);
    return this.#overlay(customerId, stored);
  }

  async byPhone(e164: string): Promise<CustomerBundle[]> {
    const stored = await this.#cache.byPhone(e164);
    const found = stored.map((bundle) => this.#overlay(bundle.customer.id, bundle) ?? bundle);
    const speaking = speakingContacts(found.map(({ customer }) => customer));
    const contacts = await Promise.all(speaking.map((id) => this.bundle(id)));
    return [...found, ...contacts.filter((bundle) => bundle !== null)];
  }

  /** A few of whom it holds, whoever they are. */
  some(count: number): Promise<string[]> {
    return this.#cache.some(count);
  }

  /** Writes a mutation's effect into the cache; a cache that refuses loses nothing. */
  absorb(mutations: readonly Mutation[]): Promise<string[]> {
    return this.#inTurn(() => this.#absorb(mutations));
  }

  async #absorb(mutations: readonly Mutation[]): Promise<string[]> {
    const touched = new Map<string, Mutation[]>();
    for (const mutation of mutations) {
      const id = customerOf(mutation);
      if (id !== null) touched.set(id, [...(touched.get(id) ?? []), mutation]);
    }
    for (const [id, its] of touched) {
      const bundle = await this.#cache.bundle(id);
      const changed = afterAll(bundle, its);
      if (changed !== null) await this.#store([sortInteractions(changed)]);
    }
    return [...touched.keys()];
  }

  /** Customers of these changes whom this desktop does not hold. */
  async strangersIn(changes: readonly Change[]): Promise<string[]> {
    const owners = new Set(
      changes.flatMap((change) => {
        const isGone = change.entity === 'customer' && change.row === null;
        return isGone ? [] : (ownerOf(change) ?? []);
      }),
    );
    return this.#cache.lacking([...owners]);
  }

  /**
   * Takes the hub's changes, by customer; the answer is whom, and which loose callbacks, they touch.
   * @param strangers what becomes of customers who are not held here: `leave` brings no half history
   */
  take(changes: readonly Change[], strangers: 'make' | 'leave' = 'make'): Promise<string[]> {
    return this.#inTurn(() => this.#take(changes, strangers));
  }

  async #take(changes: readonly Change[], strangers: 'make' | 'leave'): Promise<string[]> {
    const byOwner = new Map<string, Change[]>();
    const loose: Callback[] = [];
    for (const change of changes) {
      const owner = ownerOf(change);
      if (owner !== null) byOwner.set(owner, [...(byOwner.get(owner) ?? []), change]);
      else if (change.entity === 'callback' && change.row !== null) loose.push(change.row);
      else if (change.entity !== 'reference' && change.row === null) await this.#forget(change);
    }
    const isGone = (its: readonly Change[]) =>
      its.some((change) => change.entity === 'customer' && change.row === null);
    const gone = [...byOwner].filter(([, its]) => isGone(its)).map(([id]) => id);
    const staying = new Map([...byOwner].filter(([, its]) => !isGone(its)));
    // Read together and written together: a thousand changes are a few transactions, not thousands.
    const before = await this.#cache.bundles([...staying.keys()]);
    const after = bundlesAfter(before, staying, strangers);
    await this.#store(after.map((one) => this.#withPending(sortInteractions(one))));
    for (const { customer } of after) {
      if (customer.partedFrom != null)
        await this.#part(customer.partedFrom, staying.get(customer.id) ?? []);
    }
    if (gone.length > 0) {
      this.#callbacks.forget(gone);
      await this.#cache.remove(gone);
    }
    if (loose.length > 0) await this.keepLoose(loose);
    return [...byOwner.keys(), ...loose.map(({ id }) => id)];
  }

  /**
   * A page of the first load.
   * @param pinned who stays although the page does not name them
   */
  addPage(
    page: PreparedPage,
    after: string | null,
    pinned: ReadonlySet<string> = new Set(),
  ): Promise<LoadedPage> {
    return this.#inTurn(async () => {
      const loaded = await this.#cache.load(page, after, pinned);
      this.#callbacks.takeLoaded(loaded.open);
      // Written while its customer was not here yet: nothing waits any more once it is sent.
      if (loaded.next === null) await this.#absorb(this.#pending());
      return loaded;
    });
  }

  /** Adds customers that were fetched one by one. */
  add(bundles: readonly CustomerBundle[]): Promise<void> {
    return this.#inTurn(() =>
      this.#store(bundles.map((one) => this.#withPending(sortInteractions(one)))),
    );
  }

  /** Lets go who is too old or too many; @returns who went. */
  evict(limits: () => Promise<CacheLimits>): Promise<string[]> {
    return this.#inTurn(async () => {
      const gone = await this.#cache.evict(await limits());
      this.#callbacks.forget(gone);
      return gone;
    });
  }

  /** A customer as the hub holds her; null: it knows no such one. */
  replace(customerId: string, bundle: CustomerBundle | null): Promise<void> {
    return this.#inTurn(async () => {
      if (bundle !== null) return this.#store([this.#withPending(sortInteractions(bundle))]);
      this.#callbacks.forget([customerId]);
      await this.#cache.remove([customerId]);
    });
  }

  /** Calls to make of people whom nobody knows: in no bundle, so kept by themselves. */
  async keepLoose(callbacks: readonly Callback[]): Promise<void> {
    await this.#cache.put([], this.#callbacks.takeLoose(callbacks));
  }

  /** All of them, as a load that begins tells them: others are settled meanwhile. */
  async replaceLoose(callbacks: readonly Callback[]): Promise<void> {
    await this.#cache.put([], this.#callbacks.replaceLoose(callbacks));
  }

  async reference(): Promise<Reference | null> {
    return (await this.#cache.read('reference')) as Reference | null;
  }

  async keepReference(reference: Reference): Promise<void> {
    await this.#cache.keep('reference', reference);
  }

  /** A bundle is read, changed and written: two changes at once would lose one. */
  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const run = this.#work.then(task, task);
    this.#work = run.catch(() => undefined);
    return run;
  }

  async #store(bundles: readonly CustomerBundle[]): Promise<void> {
    if (bundles.length === 0) return;
    await this.#cache.put(bundles, this.#callbacks.take(bundles));
  }

  /** Rows of a customer who was taken apart from another go out of the other's bundle. */
  async #part(from: string, changes: readonly Change[]): Promise<void> {
    const former = await this.#cache.bundle(from);
    if (former === null) return;
    const tombstones = changes.filter(({ entity }) => entity !== 'customer');
    const left = tombstones.reduce((bundle, change) => withoutRow(bundle, change), former);
    if (left !== former) await this.#store([left]);
  }

  async #forget(change: Change): Promise<void> {
    await this.#cache.each((bundle) => {
      const rows = [
        ...bundle.interactions,
        ...bundle.cases,
        ...bundle.consents,
        ...bundle.callbacks,
        ...bundle.grants,
        ...bundle.purchases,
      ];
      return rows.some((row) => row.id === change.id) ? takeChange(bundle, change) : null;
    });
  }

  /** Sent meanwhile, what waits would be missing until the next changes are pulled. */
  #withPending(bundle: CustomerBundle): CustomerBundle {
    return this.#overlay(bundle.customer.id, bundle) ?? bundle;
  }

  #overlay(customerId: string, stored: CustomerBundle | null): CustomerBundle | null {
    const its = this.#pending().filter((mutation) => customerOf(mutation) === customerId);
    if (its.length === 0) return stored;
    const changed = afterAll(stored, its);
    return changed === null ? null : sortInteractions(changed);
  }
}
