/**
 * Writes the cache and answers the search: packs, seals and indexes what comes in, each piece in one
 * transaction with its part of the index. It lives in a worker, so that no call waits for it.
 */
import type { CustomerHit } from '@shared/contracts/engine/commands.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { type CacheLimits, leaversOf } from '@shared/domain/cache-scope/eviction.ts';
import type { SearchEntry } from '@shared/domain/search/search-entry.ts';
import { Cipher } from './cipher.ts';
import { entryOf } from './entry-of.ts';
import { type OutsideNews, writeOutside } from './outside.ts';
import { type LoadedPage, readPage } from './read-page.ts';
import { decodeSegment, encodeSegment } from './search/form.ts';
import { type IndexChange, SearchIndex } from './search/search-index.ts';
import {
  type BundleRow,
  besideKeys,
  callbacksKey,
  type KeptValue,
  positionKey,
  Tables,
} from './tables.ts';

export type CacheWriter = {
  /** Stores bundles whole, and with them, or not at all, what is `kept` beside them (null deletes). */
  readonly put: (bundles: readonly CustomerBundle[], kept: readonly KeptValue[]) => Promise<void>;
  /** Reads and stores a page of the first load; null when it is none. Whom it spared it says. */
  readonly load: (
    page: ArrayBuffer,
    after: string | null,
    pinned: ReadonlySet<string>,
  ) => Promise<LoadedPage | null>;
  readonly remove: (customerIds: readonly string[]) => Promise<void>;
  /** What other systems said of a customer; nothing of one who is not here. */
  readonly keepOutside: (news: OutsideNews) => Promise<void>;
  /** Lets go who is too old or too many; @returns who went. */
  readonly evict: (limits: CacheLimits) => Promise<string[]>;
  readonly search: (text: string, limit: number) => Promise<CustomerHit[]>;
  readonly clear: () => Promise<void>;
  readonly close: () => void;
};

const rowsAtOnce = 50;
const rowsIndexedAtOnce = 200;

export class SealingWriter implements CacheWriter {
  readonly #tables: Tables;
  readonly #cipher: Cipher;
  readonly #index = new SearchIndex();
  readonly #loaded: Promise<void>;
  /** One write after the other: each follows from the index as the one before left it. */
  #work: Promise<unknown> = Promise.resolve();

  private constructor(tables: Tables, cipher: Cipher) {
    this.#tables = tables;
    this.#cipher = cipher;
    this.#loaded = this.#loadIndex();
    this.#loaded.catch(() => undefined);
  }

  static async open(name: string, key: Uint8Array): Promise<SealingWriter> {
    return new SealingWriter(new Tables(name), await Cipher.open(key));
  }

  put(bundles: readonly CustomerBundle[], kept: readonly KeptValue[]): Promise<void> {
    return this.#inTurn(() => this.#store(bundles, kept));
  }

  async load(
    page: ArrayBuffer,
    after: string | null,
    pinned: ReadonlySet<string>,
  ): Promise<LoadedPage | null> {
    const read = readPage(page);
    if (read === null) return null;
    const { loaded, bundles } = read;
    const kept = loaded.open.map(({ customerId, callbacks }) => ({
      key: callbacksKey(customerId),
      value: callbacks,
    }));
    const present = new Set(bundles.map(({ customer }) => customer.id));
    const spared = await this.#inTurn(async () => {
      const absent = await this.#absent(after, loaded.next, present);
      await this.#remove(absent.filter((id) => !pinned.has(id)));
      await this.#store(bundles, kept);
      return absent.filter((id) => pinned.has(id));
    });
    return { ...loaded, spared };
  }

  remove(customerIds: readonly string[]): Promise<void> {
    return this.#inTurn(() => this.#remove(customerIds));
  }

  evict(limits: CacheLimits): Promise<string[]> {
    return this.#inTurn(async () => {
      await this.#loaded;
      const leavers = leaversOf(this.#index.held(), limits);
      await this.#remove(leavers);
      return leavers;
    });
  }

  async #remove(customerIds: readonly string[]): Promise<void> {
    if (customerIds.length === 0) return;
    await this.#loaded;
    const parts = this.#index.remove(customerIds);
    const sealed = await this.#seal(parts);
    const { bundles, kept, parts: table } = this.#tables;
    await this.#tables.transaction('rw', bundles, kept, table, async () => {
      await kept.bulkDelete(customerIds.flatMap(besideKeys));
      await bundles.bulkDelete([...customerIds]);
      await table.bulkPut(sealed);
      await table.bulkDelete([...parts.dropped]);
    });
  }

  keepOutside(news: OutsideNews): Promise<void> {
    return this.#inTurn(() => writeOutside(this.#tables, this.#cipher, news));
  }

  async search(text: string, limit: number): Promise<CustomerHit[]> {
    await this.#loaded;
    const found = this.#index.search(text, limit);
    return found.map(({ customerId, name, place, phones, vip, brandIds, because }) => {
      const phone = phones[0] ?? null;
      return { customerId, name, place, phone, vip, brandIds: [...brandIds], because };
    });
  }

  clear(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#loaded.catch(() => undefined);
      this.#index.clear();
      const { bundles, kept, parts } = this.#tables;
      await Promise.all([bundles.clear(), kept.clear(), parts.clear()]);
    });
  }

  close(): void {
    this.#tables.close();
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const run = this.#work.then(task, task);
    this.#work = run.catch(() => undefined);
    return run;
  }

  async #loadIndex(): Promise<void> {
    const isRead = await this.#readIndex().catch(() => false);
    if (!isRead) await this.#makeIndex();
  }

  /** @returns whether it is whole: a part may be damaged, or a write have been cut in its middle. */
  async #readIndex(): Promise<boolean> {
    const rows = await this.#tables.parts.toArray();
    const parts = rows.map(async ({ seq, body }) => ({
      seq,
      segment: decodeSegment(await this.#cipher.unsealBytes(body)),
    }));
    this.#index.load(await Promise.all(parts));
    return this.#index.size === (await this.#tables.bundles.count());
  }

  /** Out of the customers themselves; one whose row is damaged is dropped, and loaded again. */
  async #makeIndex(): Promise<void> {
    const { bundles, kept, parts } = this.#tables;
    this.#index.clear();
    await parts.clear();
    const ids = await bundles.toCollection().primaryKeys();
    for (let at = 0; at < ids.length; at += rowsIndexedAtOnce) {
      const rows = await bundles.bulkGet(ids.slice(at, at + rowsIndexedAtOnce));
      const entries: SearchEntry[] = [];
      for (const row of rows) {
        if (row === undefined) continue;
        const bundle = await this.#cipher.unseal(row.body).catch(() => null);
        if (bundle !== null) entries.push(entryOf(bundle as CustomerBundle));
        else {
          await bundles.delete(row.id);
          await kept.delete(positionKey);
        }
      }
      await this.#writeRows([], [], this.#index.put(entries));
    }
  }

  /** Customers of this stretch of ids who are not on the page: the hub has them no more, or too old. */
  async #absent(after: string | null, next: string | null, present: Set<string>) {
    const ids = this.#tables.bundles.where('id');
    const stretch =
      next === null ? ids.above(after ?? '') : ids.between(after ?? '', next, false, true);
    return (await stretch.primaryKeys()).filter((id) => !present.has(id));
  }

  /** In small pieces: a reader, who may be a call that rings, waits for one of them at most. */
  async #store(bundles: readonly CustomerBundle[], kept: readonly KeptValue[]): Promise<void> {
    await this.#loaded;
    const parts = this.#index.put(bundles.map(entryOf));
    const nothing: IndexChange = { added: [], dropped: [] };
    for (let at = 0; at < Math.max(1, bundles.length); at += rowsAtOnce) {
      const last = at + rowsAtOnce >= bundles.length;
      const rows = await Promise.all(
        bundles.slice(at, at + rowsAtOnce).map((bundle) => this.#row(bundle)),
      );
      await this.#writeRows(rows, last ? kept : [], last ? parts : nothing);
    }
  }

  async #seal({ added }: IndexChange): Promise<{ seq: number; body: Uint8Array }[]> {
    const rows = added.map(async ({ seq, segment }) => ({
      seq,
      body: await this.#cipher.sealBytes(encodeSegment(segment)),
    }));
    return Promise.all(rows);
  }

  /** Sealed before the transaction begins: a reader waits for the write alone, some milliseconds. */
  async #writeRows(
    rows: readonly BundleRow[],
    kept: readonly KeptValue[],
    change: IndexChange,
  ): Promise<void> {
    const gone = kept.filter(({ value }) => value === null).map(({ key }) => key);
    const puts = await Promise.all(
      kept
        .filter(({ value }) => value !== null)
        .map(async ({ key, value }) => ({ key, body: await this.#cipher.seal(value) })),
    );
    const sealed = await this.#seal(change);
    const { bundles, kept: beside, parts } = this.#tables;
    await this.#tables.transaction('rw', bundles, beside, parts, async () => {
      await bundles.bulkPut([...rows]);
      await beside.bulkPut(puts);
      await beside.bulkDelete(gone);
      await parts.bulkPut(sealed);
      await parts.bulkDelete([...change.dropped]);
    });
  }

  async #row(bundle: CustomerBundle): Promise<BundleRow> {
    const phones = await Promise.all(
      bundle.customer.phones.map(({ e164 }) => this.#cipher.blind(e164)),
    );
    return { id: bundle.customer.id, phones, body: await this.#cipher.seal(bundle) };
  }
}
