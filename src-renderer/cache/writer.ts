/**
 * Writes the cache and answers the search: packs, seals and indexes what comes in, each piece in one
 * transaction with its part of the index. It lives in a worker, so that no call waits for it.
 */
import type { CustomerHit } from '@shared/contracts/engine/commands.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { type CacheLimits, leaversOf } from '@shared/domain/cache-scope/eviction.ts';
import { Cipher } from './cipher.ts';
import { entryOf } from './entry-of.ts';
import { type IndexWrite, KeptIndex } from './kept-index.ts';
import { type OutsideNews, writeOutside } from './outside.ts';
import { type PreparedPage, preparePage, readyPage } from './prepare-page.ts';
import type { LoadedPage } from './read-page.ts';
import { noRowChange, type RowChange, Rows } from './rows.ts';
import { besideKeys, callbacksKey, type KeptValue, Tables } from './tables.ts';

export type CacheWriter = {
  /** Stores bundles whole, and with them, or not at all, what is `kept` beside them (null deletes). */
  readonly put: (bundles: readonly CustomerBundle[], kept: readonly KeptValue[]) => Promise<void>;
  /** Makes a page of the first load ready to be stored; null when it is none. */
  readonly prepare: (page: ArrayBuffer) => Promise<PreparedPage | null>;
  /** Stores a page of the first load. Whom it spared it says. */
  readonly load: (
    page: PreparedPage,
    after: string | null,
    pinned: ReadonlySet<string>,
  ) => Promise<LoadedPage>;
  readonly remove: (customerIds: readonly string[]) => Promise<void>;
  /** What other systems said of a customer; nothing of one who is not here. */
  readonly keepOutside: (news: OutsideNews) => Promise<void>;
  /** Lets go who is too old or too many; @returns who went. */
  readonly evict: (limits: CacheLimits) => Promise<string[]>;
  readonly search: (text: string, limit: number) => Promise<CustomerHit[]>;
  readonly clear: () => Promise<void>;
  readonly close: () => void;
};

type Change = {
  readonly rows: RowChange;
  readonly kept?: readonly KeptValue[];
};

const rowsAtOnce = 50;
/** Rewriting a chunk takes some milliseconds: who waits for the writer waits for a few of them. */
const leaversAtOnce = 500;

export class SealingWriter implements CacheWriter {
  readonly #tables: Tables;
  readonly #cipher: Cipher;
  readonly #rows: Rows;
  readonly #index: KeptIndex;
  readonly #loaded: Promise<void>;
  /** One write after the other: each follows from the index as the one before left it. */
  #work: Promise<unknown> = Promise.resolve();

  private constructor(tables: Tables, cipher: Cipher) {
    this.#tables = tables;
    this.#cipher = cipher;
    this.#rows = new Rows(tables, cipher);
    this.#index = new KeptIndex(tables, cipher);
    this.#loaded = this.#index.load(this.#rows);
    this.#loaded.catch(() => undefined);
  }

  static async open(name: string, key: Uint8Array): Promise<SealingWriter> {
    return new SealingWriter(new Tables(name), await Cipher.open(key));
  }

  /** In small pieces: a reader, who may be a call that rings, waits for one of them at most. */
  put(bundles: readonly CustomerBundle[], kept: readonly KeptValue[]): Promise<void> {
    return this.#inTurn(async () => {
      for (let at = 0; at < Math.max(1, bundles.length); at += rowsAtOnce) {
        const piece = bundles.slice(at, at + rowsAtOnce);
        const rows = await Promise.all(piece.map((bundle) => this.#rows.rowOf(bundle)));
        const isLast = at + rowsAtOnce >= bundles.length;
        this.#index.gather(piece.map(entryOf), isLast ? 'last' : 'many');
        await this.#write({ rows: { ...noRowChange, rows }, kept: isLast ? kept : [] });
      }
    });
  }

  prepare(page: ArrayBuffer): Promise<PreparedPage | null> {
    return preparePage(page, this.#cipher);
  }

  async load(
    page: PreparedPage,
    after: string | null,
    pinned: ReadonlySet<string>,
  ): Promise<LoadedPage> {
    const { loaded, entries, chunk } = readyPage(page);
    const kept = loaded.open.map(({ customerId, callbacks }) => ({
      key: callbacksKey(customerId),
      value: callbacks,
    }));
    const present = new Set(chunk.ids);
    const spared = await this.#inTurn(async () => {
      // A load into an empty cache finds nobody where it goes on: the database is not asked.
      const isNew = this.#index.endsBy(after);
      const stretch = isNew ? [] : await this.#rows.idsAfter(after, loaded.next);
      const absent = stretch.filter((id) => !present.has(id));
      const gone = absent.filter((id) => !pinned.has(id));
      const rows = await this.#rows.page(
        chunk,
        stretch.filter((id) => !pinned.has(id) || present.has(id)),
      );
      this.#index.remove(gone);
      this.#index.gather(entries, loaded.next === null ? 'last' : 'many');
      await this.#write({ rows, kept: [...goneBeside(gone), ...kept] });
      return absent.filter((id) => pinned.has(id));
    });
    return { ...loaded, spared };
  }

  remove(customerIds: readonly string[]): Promise<void> {
    return this.#inTurn(() => this.#remove(customerIds));
  }

  evict(limits: CacheLimits): Promise<string[]> {
    return this.#inTurn(async () => {
      const leavers = leaversOf(this.#index.held(), limits);
      await this.#remove(leavers);
      return leavers;
    });
  }

  keepOutside(news: OutsideNews): Promise<void> {
    return this.#inTurn(() => writeOutside(this.#tables, this.#cipher, this.#rows, news));
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
      this.#index.clear();
      const { bundles, chunks, kept, parts } = this.#tables;
      await Promise.all([bundles.clear(), chunks.clear(), kept.clear(), parts.clear()]);
    });
  }

  close(): void {
    this.#tables.close();
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const once = async (): Promise<T> => {
      await this.#loaded.catch(() => undefined);
      return task();
    };
    const run = this.#work.then(once, once);
    this.#work = run.catch(() => undefined);
    return run;
  }

  async #remove(customerIds: readonly string[]): Promise<void> {
    for (let at = 0; at < customerIds.length; at += leaversAtOnce) {
      const leavers = customerIds.slice(at, at + leaversAtOnce);
      const rows = await this.#rows.without(leavers);
      this.#index.remove(leavers);
      await this.#write({ rows, kept: goneBeside(leavers) });
    }
  }

  /** Sealed before the transaction begins: a reader waits for the write alone, some milliseconds. */
  async #write({ rows, kept = [] }: Change): Promise<void> {
    const dropped = kept.filter(({ value }) => value === null).map(({ key }) => key);
    const puts = await Promise.all(
      kept
        .filter(({ value }) => value !== null)
        .map(async ({ key, value }) => ({ key, body: await this.#cipher.seal(value) })),
    );
    const index: IndexWrite = await this.#index.change();
    const { bundles, chunks, kept: beside, parts } = this.#tables;
    await this.#tables.transaction('rw', bundles, chunks, beside, parts, async () => {
      await this.#rows.write(rows);
      if (dropped.length > 0) await beside.bulkDelete(dropped);
      if (puts.length > 0) await beside.bulkPut(puts);
      await this.#index.write(index);
    });
  }
}

const goneBeside = (customerIds: readonly string[]): KeptValue[] =>
  customerIds.flatMap(besideKeys).map((key) => ({ key, value: null }));
