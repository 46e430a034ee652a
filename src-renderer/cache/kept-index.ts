/**
 * The search and how it is kept. Entries of a load are gathered before they are indexed: large parts
 * are merged less often. What is kept says how many customers it names, so that a start knows
 * whether it is whole.
 */
import type { HeldCustomer } from '@shared/domain/cache-scope/held-customer.ts';
import type { SearchEntry } from '@shared/domain/search/search-entry.ts';
import type { Cipher } from './cipher.ts';
import { entryOf } from './entry-of.ts';
import type { Rows } from './rows.ts';
import { decodeSegment, encodeSegment } from './search/form.ts';
import { type Hit, SearchIndex } from './search/search-index.ts';
import { indexedKey, type KeptRow, type Tables } from './tables.ts';

/** What goes into the database with the customers that it is about, in one transaction. */
export type IndexWrite = {
  readonly parts: readonly { readonly seq: number; readonly body: Uint8Array }[];
  readonly dropped: readonly number[];
  /** null: the kept index lags behind. */
  readonly size: KeptRow | null;
};

const gatheredAtMost = 20_000;

const laterOf = (one: string | null, other: string): string =>
  one === null || one < other ? other : one;

export class KeptIndex {
  readonly #tables: Tables;
  readonly #cipher: Cipher;
  readonly #index = new SearchIndex();
  #gathered: SearchEntry[] = [];

  constructor(tables: Tables, cipher: Cipher) {
    this.#tables = tables;
    this.#cipher = cipher;
  }

  /** Reads what is kept; out of the customers themselves when it is damaged or lags behind. */
  async load(rows: Rows): Promise<void> {
    const isWhole = await this.#read().catch(() => false);
    if (!isWhole) await this.#makeAnew(rows);
  }

  /** Found at once, though it is not indexed yet. */
  gather(entries: readonly SearchEntry[], until: 'many' | 'last'): void {
    this.#gathered.push(...entries);
    if (until === 'last' || this.#gathered.length >= gatheredAtMost) this.#settle();
  }

  /** Nobody here comes after this one, in the order of ids; null comes before everybody. */
  endsBy(customerId: string | null): boolean {
    const last = this.#gathered.reduce<string | null>(
      (latest, one) => laterOf(latest, one.customerId),
      this.#index.last,
    );
    return last === null || (customerId !== null && last <= customerId);
  }

  remove(customerIds: readonly string[]): void {
    if (customerIds.length === 0) return;
    this.#settle();
    this.#index.remove(customerIds);
  }

  clear(): void {
    this.#gathered = [];
    this.#index.clear();
  }

  search(text: string, limit: number): Hit[] {
    this.#settle();
    return this.#index.search(text, limit);
  }

  held(): HeldCustomer[] {
    this.#settle();
    return this.#index.held();
  }

  /** What changed since it was asked last, sealed. */
  async change(): Promise<IndexWrite> {
    const { added, dropped } = this.#index.takeChange();
    const isWhole = this.#gathered.length === 0;
    const parts = added.map(async ({ seq, segment }) => ({
      seq,
      body: await this.#cipher.sealBytes(encodeSegment(segment)),
    }));
    return {
      parts: await Promise.all(parts),
      dropped,
      size: isWhole ? { key: indexedKey, body: await this.#cipher.seal(this.#index.size) } : null,
    };
  }

  /** Inside of a transaction over `parts` and `kept`. */
  async write({ parts, dropped, size }: IndexWrite): Promise<void> {
    const { parts: table, kept } = this.#tables;
    if (dropped.length > 0) await table.bulkDelete([...dropped]);
    if (parts.length > 0) await table.bulkPut([...parts]);
    if (size === null) await kept.delete(indexedKey);
    else await kept.put(size);
  }

  #settle(): void {
    const gathered = this.#gathered;
    this.#gathered = [];
    this.#index.put(gathered);
  }

  /** @returns whether it is whole: a part may be damaged, or a load have been cut in its middle. */
  async #read(): Promise<boolean> {
    const { parts, kept } = this.#tables;
    const read = (await parts.toArray()).map(async ({ seq, body }) => ({
      seq,
      segment: decodeSegment(await this.#cipher.unsealBytes(body)),
    }));
    this.#index.load(await Promise.all(read));
    const size = await kept.get(indexedKey);
    return size !== undefined && (await this.#cipher.unseal(size.body)) === this.#index.size;
  }

  async #makeAnew(rows: Rows): Promise<void> {
    const { parts, kept } = this.#tables;
    this.clear();
    await parts.clear();
    for await (const bundles of rows.all()) this.gather(bundles.map(entryOf), 'many');
    this.#settle();
    const change = await this.change();
    await this.#tables.transaction('rw', parts, kept, () => this.write(change));
  }
}
