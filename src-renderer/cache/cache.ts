/**
 * The desktop's cache: one encrypted row for each customer with everything of theirs. It can be
 * thrown away at any time; what was not sent lives in the journal.
 */

import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import Dexie, { type EntityTable } from 'dexie';
import { Cipher } from './cipher.ts';
import { Directory, type DirectoryEntry, entryOf } from './directory.ts';

type BundleRow = { id: string; phones: string[]; body: Uint8Array };
type KeptRow = { key: string; body: Uint8Array };
export type KeptValue = { readonly key: string; readonly value: unknown };

const namePrefix = 'parlance-';
const directoryPrefix = 'directory/';
/** How rows are written; a cache of another form is started afresh. */
const form = 'packed';
const rowsAtOnce = 50;

export const callbacksPrefix = 'callbacks/';
export const callbacksKey = (customerId: string): string => callbacksPrefix + customerId;
/** `~` sorts after every page, so that a single change is read after the page that it corrects. */
const singleKey = (customerId: string): string => `${directoryPrefix}~${customerId}`;

class Tables extends Dexie {
  declare bundles: EntityTable<BundleRow, 'id'>;
  declare kept: EntityTable<KeptRow, 'key'>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({ bundles: 'id, *phones', kept: 'key' });
  }
}

/** Another advisor finds nothing: every cache but hers is deleted before hers opens. */
export const wipeOtherCaches = async (userId: string): Promise<void> => {
  const names = await Dexie.getDatabaseNames();
  const others = names.filter(
    (name) => name.startsWith(namePrefix) && name !== namePrefix + userId,
  );
  await Promise.all(others.map((name) => Dexie.delete(name)));
};

export class Cache {
  readonly #tables: Tables;
  readonly #cipher: Cipher;
  #directory: Promise<Directory> | null = null;

  private constructor(tables: Tables, cipher: Cipher) {
    this.#tables = tables;
    this.#cipher = cipher;
  }

  /** A cache sealed by another key (the vault was made anew) is of no use: it is started afresh. */
  static async open(userId: string, key: Uint8Array): Promise<Cache> {
    const name = namePrefix + userId;
    const cipher = await Cipher.open(key);
    const cache = new Cache(new Tables(name), cipher);
    try {
      await cache.#tables.open();
      if (await cache.#fits()) return cache;
      throw new Error('a cache of another form');
    } catch {
      cache.close();
      await Dexie.delete(name);
      const fresh = new Cache(new Tables(name), cipher);
      await fresh.keep('form', form);
      return fresh;
    }
  }

  close(): void {
    this.#tables.close();
  }

  async read(key: string): Promise<unknown> {
    const row = await this.#tables.kept.get(key);
    return row === undefined ? null : this.#cipher.unseal(row.body);
  }

  async keep(key: string, value: unknown): Promise<void> {
    await this.#tables.kept.put({ key, body: await this.#cipher.seal(value) });
  }

  async clear(): Promise<void> {
    await Promise.all([this.#tables.bundles.clear(), this.#tables.kept.clear()]);
    await this.keep('form', form);
    this.#directory = null;
  }

  async count(): Promise<number> {
    return this.#tables.bundles.count();
  }

  async bundle(customerId: string): Promise<CustomerBundle | null> {
    const row = await this.#tables.bundles.get(customerId);
    return row === undefined ? null : this.#open(row);
  }

  async byPhone(e164: string): Promise<CustomerBundle[]> {
    const rows = await this.#tables.bundles
      .where('phones')
      .equals(await this.#cipher.blind(e164))
      .toArray();
    return Promise.all(rows.map((row) => this.#open(row)));
  }

  /**
   * Stores bundles whole, and with them, or not at all, what is `kept` beside them (null deletes).
   * `page` names a page of the first load, whose names are kept together.
   */
  async put(
    bundles: readonly CustomerBundle[],
    { page = null, kept = [] }: { page?: string | null; kept?: readonly KeptValue[] } = {},
  ): Promise<void> {
    const entries = bundles.map(entryOf);
    const names: KeptValue[] =
      page === null
        ? entries.map((entry) => ({ key: singleKey(entry.customerId), value: [entry] }))
        : [{ key: directoryPrefix + page, value: entries }];
    for (let at = 0; at < Math.max(1, bundles.length); at += rowsAtOnce) {
      const last = at + rowsAtOnce >= bundles.length;
      const part = bundles.slice(at, at + rowsAtOnce);
      await this.#write(part, last ? [...names, ...kept] : []);
    }
    const directory = await this.#directory;
    for (const entry of entries) directory?.put(entry);
  }

  /** Forgets customers, their names in the pages of the first load included. */
  async remove(customerIds: readonly string[]): Promise<void> {
    const gone = new Set(customerIds);
    const rows = await this.#tables.kept.where('key').startsWith(directoryPrefix).toArray();
    for (const row of rows) {
      const entries = (await this.#cipher.unseal(row.body)) as DirectoryEntry[];
      const left = entries.filter(({ customerId }) => !gone.has(customerId));
      if (left.length === entries.length) continue;
      if (left.length === 0) await this.#tables.kept.delete(row.key);
      else await this.keep(row.key, left);
    }
    await this.#tables.kept.bulkDelete(customerIds.map(callbacksKey));
    await this.#tables.bundles.bulkDelete([...customerIds]);
    const directory = await this.#directory;
    for (const id of customerIds) directory?.remove(id);
  }

  /** The values of every key that begins so. */
  async readAll(prefix: string): Promise<unknown[]> {
    const rows = await this.#tables.kept.where('key').startsWith(prefix).toArray();
    return Promise.all(rows.map((row) => this.#cipher.unseal(row.body)));
  }

  /** Read whatever it is sealed with: a wrong key throws. */
  async #fits(): Promise<boolean> {
    if ((await this.count()) === 0 && (await this.#tables.kept.count()) === 0)
      await this.keep('form', form);
    return (await this.read('form')) === form;
  }

  /** Loads every name once; pages first, then the single changes made since (`~` sorts last). */
  directory(): Promise<Directory> {
    this.#directory ??= this.#loadDirectory();
    return this.#directory;
  }

  /** For deletions of rows whose customer is not known: looks into every bundle. */
  async each(visit: (bundle: CustomerBundle) => CustomerBundle | null): Promise<void> {
    for (const id of await this.#tables.bundles.toCollection().primaryKeys()) {
      const bundle = await this.bundle(id);
      const changed = bundle === null ? null : visit(bundle);
      if (changed !== null) await this.put([changed]);
    }
  }

  async #loadDirectory(): Promise<Directory> {
    const directory = new Directory();
    const present = new Set(await this.#tables.bundles.toCollection().primaryKeys());
    const rows = await this.#tables.kept.where('key').startsWith(directoryPrefix).toArray();
    for (const row of rows) {
      for (const entry of (await this.#cipher.unseal(row.body)) as DirectoryEntry[]) {
        if (present.has(entry.customerId)) directory.put(entry);
      }
    }
    return directory;
  }

  /** Sealed before the transaction begins: a reader waits for the write alone, some milliseconds. */
  async #write(bundles: readonly CustomerBundle[], kept: readonly KeptValue[]): Promise<void> {
    const rows = await Promise.all(bundles.map((bundle) => this.#row(bundle)));
    const gone = kept.filter(({ value }) => value === null).map(({ key }) => key);
    const puts = await Promise.all(
      kept
        .filter(({ value }) => value !== null)
        .map(async ({ key, value }) => ({ key, body: await this.#cipher.seal(value) })),
    );
    const { bundles: table, kept: beside } = this.#tables;
    await this.#tables.transaction('rw', table, beside, async () => {
      await table.bulkPut(rows);
      await beside.bulkPut(puts);
      await beside.bulkDelete(gone);
    });
  }

  async #row(bundle: CustomerBundle): Promise<BundleRow> {
    const phones = await Promise.all(
      bundle.customer.phones.map(({ e164 }) => this.#cipher.blind(e164)),
    );
    return { id: bundle.customer.id, phones, body: await this.#cipher.seal(bundle) };
  }

  async #open(row: BundleRow): Promise<CustomerBundle> {
    // Parsed when it came in, and authenticated by the seal: trusted here.
    return (await this.#cipher.unseal(row.body)) as CustomerBundle;
  }
}
