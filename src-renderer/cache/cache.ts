/**
 * The desktop's cache: customers with everything of theirs, sealed, and the search over them. It is read here and written by its writer, and can be thrown away at any time; what was
 * not sent lives in the journal.
 */

import type { CustomerHit } from '@shared/contracts/engine/commands.ts';
import type { OutsideView } from '@shared/contracts/http/connectors.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { CacheLimits } from '@shared/domain/cache-scope/eviction.ts';
import Dexie from 'dexie';
import { Cipher } from './cipher.ts';
import { type OutsideNews, readOutside } from './outside.ts';
import type { PreparedPage } from './prepare-page.ts';
import type { LoadedPage } from './read-page.ts';
import { Rows } from './rows.ts';
import { databasePrefix, type KeptValue, Tables } from './tables.ts';
import { type CacheWriter, SealingWriter } from './writer.ts';

/** How rows are written; a cache of another form, of an older program say, is started afresh. */
const form = 'chunks in parts';

export type OpenWriter = (name: string, key: Uint8Array) => Promise<CacheWriter>;

/** Another advisor finds nothing: every cache but hers is deleted before hers opens. */
export const wipeOtherCaches = async (userId: string): Promise<void> => {
  const names = await Dexie.getDatabaseNames();
  const others = names.filter(
    (name) => name.startsWith(databasePrefix) && name !== databasePrefix + userId,
  );
  await Promise.all(others.map((name) => Dexie.delete(name)));
};

/** Every copy of customers on this desktop. */
export const destroyCaches = (): Promise<void> => wipeOtherCaches('');

/** Nothing is read or written while the desktop is locked: the keys and the index are not here. */
class CacheLocked extends Error {
  override readonly name = 'CacheLocked';
}

type Opened = {
  readonly tables: Tables;
  readonly cipher: Cipher;
  readonly rows: Rows;
  readonly writer: CacheWriter;
};

/** A cache sealed by another key (the vault was made anew) is of no use: it is started afresh. */
const openParts = async (
  name: string,
  key: Uint8Array,
  openWriter: OpenWriter,
): Promise<Opened & { readonly isFit: boolean }> => {
  const cipher = await Cipher.open(key);
  const tables = new Tables(name);
  const isFit = await fits(tables, cipher).catch(() => false);
  if (!isFit) {
    tables.close();
    await Dexie.delete(name);
  }
  const opened = isFit ? tables : new Tables(name);
  const rows = new Rows(opened, cipher);
  return { tables: opened, cipher, rows, writer: await openWriter(name, key), isFit };
};

export class Cache {
  readonly #name: string;
  readonly #openWriter: OpenWriter;
  #opened: Opened | null = null;

  private constructor(name: string, openWriter: OpenWriter) {
    this.#name = name;
    this.#openWriter = openWriter;
  }

  /** @param openWriter where the writer lives: beside, in a worker, or here */
  static async open(
    userId: string,
    key: Uint8Array,
    openWriter: OpenWriter = SealingWriter.open,
  ): Promise<Cache> {
    const cache = new Cache(databasePrefix + userId, openWriter);
    await cache.unlock(key);
    return cache;
  }

  get locked(): boolean {
    return this.#opened === null;
  }

  /** Lets go of the keys, the index and the worker that holds them. */
  lock(): void {
    const opened = this.#opened;
    this.#opened = null;
    opened?.writer.close();
    opened?.tables.close();
  }

  async unlock(key: Uint8Array): Promise<void> {
    if (this.#opened !== null) return;
    const { isFit, ...opened } = await openParts(this.#name, key, this.#openWriter);
    this.#opened = opened;
    if (!isFit) await this.keep('form', form);
  }

  close(): void {
    this.lock();
  }

  /**
   * The database may be deleted under the running program: then an empty one begins, and everything is
   * loaded again. @returns whether it did
   */
  async mend(): Promise<boolean> {
    const { tables, writer } = this.#now;
    if (!tables.isOpen()) await tables.open();
    if ((await tables.kept.get('form')) !== undefined) return false;
    await writer.clear();
    await this.keep('form', form);
    return true;
  }

  async read(key: string): Promise<unknown> {
    const row = await this.#now.tables.kept.get(key);
    return row === undefined ? null : this.#now.cipher.unseal(row.body);
  }

  async keep(key: string, value: unknown): Promise<void> {
    await this.#now.tables.kept.put({ key, body: await this.#now.cipher.seal(value) });
  }

  async clear(): Promise<void> {
    await this.#now.writer.clear();
    await this.keep('form', form);
  }

  get #now(): Opened {
    if (this.#opened === null) throw new CacheLocked('the desktop is locked');
    return this.#opened;
  }

  async count(): Promise<number> {
    return (await this.#now.rows.ids()).length;
  }

  /** A few of the customers, of as many chunks as there are. */
  async some(count: number): Promise<string[]> {
    return this.locked ? [] : this.#now.rows.some(count);
  }

  /** null as well while it is locked. */
  async bundle(customerId: string): Promise<CustomerBundle | null> {
    if (this.locked) return null;
    return this.#now.rows.bundle(customerId);
  }

  /** Those of the customers who are here, by their ids. */
  async bundles(customerIds: readonly string[]): Promise<Map<string, CustomerBundle>> {
    return this.#now.rows.bundles(customerIds);
  }

  /** Those of the ids of whom nothing is here. */
  async lacking(customerIds: readonly string[]): Promise<string[]> {
    const here = await this.#now.rows.here(customerIds);
    return customerIds.filter((id) => !here.has(id));
  }

  async byPhone(e164: string): Promise<CustomerBundle[]> {
    if (this.locked) return [];
    return this.#now.rows.byPhone(e164);
  }

  /** Stores bundles whole, and with them, or not at all, what is `kept` beside them (null deletes). */
  async put(bundles: readonly CustomerBundle[], kept: readonly KeptValue[] = []): Promise<void> {
    return this.#now.writer.put(bundles, kept);
  }

  /** Makes a page of the first load ready, while another is stored; null when it is none. */
  prepare(page: ArrayBuffer): Promise<PreparedPage | null> {
    return this.#now.writer.prepare(page);
  }

  /** Stores a page of the first load. */
  async load(
    page: PreparedPage,
    after: string | null,
    pinned: ReadonlySet<string> = new Set(),
  ): Promise<LoadedPage> {
    return this.#now.writer.load(page, after, pinned);
  }

  /** Forgets customers, in the search too. */
  async remove(customerIds: readonly string[]): Promise<void> {
    return this.#now.writer.remove(customerIds);
  }

  async evict(limits: CacheLimits): Promise<string[]> {
    return this.#now.writer.evict(limits);
  }

  async search(text: string, limit: number): Promise<CustomerHit[]> {
    return this.#now.writer.search(text, limit);
  }

  /** What other systems last said of a customer at a brand. */
  async outside(of: Pick<OutsideNews, 'customerId' | 'brandId'>): Promise<readonly OutsideView[]> {
    return readOutside(this.#now.tables, this.#now.cipher, of);
  }

  async keepOutside(news: OutsideNews): Promise<void> {
    return this.#now.writer.keepOutside(news);
  }

  /** The values of every key that begins so. */
  async readAll(prefix: string): Promise<unknown[]> {
    const rows = await this.#now.tables.kept.where('key').startsWith(prefix).toArray();
    return Promise.all(rows.map((row) => this.#now.cipher.unseal(row.body)));
  }

  /** For deletions of rows whose customer is not known: looks into every bundle. */
  async each(visit: (bundle: CustomerBundle) => CustomerBundle | null): Promise<void> {
    for await (const bundles of this.#now.rows.all()) {
      const changed = bundles.map(visit).filter((bundle) => bundle !== null);
      if (changed.length > 0) await this.put(changed);
    }
  }
}

/** Read whatever it is sealed with: a wrong key throws. */
const fits = async (tables: Tables, cipher: Cipher): Promise<boolean> => {
  await tables.open();
  const row = await tables.kept.get('form');
  return row !== undefined && (await cipher.unseal(row.body)) === form;
};
