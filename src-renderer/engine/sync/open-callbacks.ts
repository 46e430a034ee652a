/**
 * Open callbacks and appointments of all customers, so that no list has to look through them all.
 * The cache keeps a customer's own beside the customer, and both are written together.
 */
import type { Cache } from '@renderer/cache/cache.ts';
import type { LoadedPage } from '@renderer/cache/read-page.ts';
import { callbacksKey, callbacksPrefix, type KeptValue } from '@renderer/cache/tables.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';

export class OpenCallbacks {
  readonly #byCustomer = new Map<string, readonly Callback[]>();

  async load(cache: Cache): Promise<void> {
    for (const own of (await cache.readAll(callbacksPrefix)) as Callback[][]) {
      const [first] = own;
      if (first !== undefined) this.#byCustomer.set(first.customerId ?? first.id, own);
    }
  }

  clear(): void {
    this.#byCustomer.clear();
  }

  /** Takes what these customers have now; the answer is what to keep beside them. */
  take(bundles: readonly CustomerBundle[]): KeptValue[] {
    return bundles.flatMap(({ customer, callbacks }): KeptValue[] => {
      const { id } = customer;
      const open = callbacks.filter(({ status }) => status === 'open');
      if (open.length > 0) {
        this.#byCustomer.set(id, open);
        return [{ key: callbacksKey(id), value: open }];
      }
      return this.#byCustomer.delete(id) ? [{ key: callbacksKey(id), value: null }] : [];
    });
  }

  /** Those of a page of the first load, which are kept already. */
  takeLoaded(open: LoadedPage['open']): void {
    for (const { customerId, callbacks } of open) this.#byCustomer.set(customerId, callbacks);
  }

  /** Those of nobody known, each by its own id; one that is not open any more is dropped. */
  takeLoose(callbacks: readonly Callback[]): KeptValue[] {
    return callbacks.map((one) => {
      const open = one.status === 'open';
      if (open) this.#byCustomer.set(one.id, [one]);
      else this.#byCustomer.delete(one.id);
      return { key: callbacksKey(one.id), value: open ? [one] : null };
    });
  }

  replaceLoose(callbacks: readonly Callback[]): KeptValue[] {
    const open = new Set(callbacks.map(({ id }) => id));
    const settled = [...this.#byCustomer.values()]
      .flat()
      .filter(({ id, customerId }) => customerId === null && !open.has(id))
      .map((one): Callback => ({ ...one, status: 'done' }));
    return this.takeLoose([...settled, ...callbacks]);
  }

  forget(customerIds: readonly string[]): void {
    for (const id of customerIds) this.#byCustomer.delete(id);
  }

  /** Soonest first, with what waits to be sent on top. */
  list(pending: readonly Mutation[]): Callback[] {
    const all = new Map([...this.#byCustomer.values()].flat().map((one) => [one.id, one]));
    for (const mutation of pending) {
      if (mutation.kind === 'callback.create') all.set(mutation.payload.id, mutation.payload);
      if (mutation.kind === 'callback.close') all.delete(mutation.payload.callbackId);
    }
    return [...all.values()].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  }
}
