/**
 * Where customers lie in the database: those of the first load in chunks, a page of the hub each,
 * sealed as it came; whoever changed since in a row of her own, which goes before the chunk. One
 * writer; the others read.
 */
import { readBundles } from '@shared/contracts/sync/lenient.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { z } from 'zod';
import { chunkOf, openAt, openChunk, placesOf } from './chunk.ts';
import type { Cipher } from './cipher.ts';
import { type BundleRow, type ChunkRow, positionKey, type Tables } from './tables.ts';

const rawSchema = z.looseObject({
  customer: z.looseObject({
    id: z.string(),
    phones: z.array(z.looseObject({ e164: z.string() })).catch([]),
  }),
});

/** What a change comes to in the database, made before its transaction begins. */
export type RowChange = {
  readonly rows: readonly BundleRow[];
  readonly chunks: readonly ChunkRow[];
  readonly droppedChunks: readonly string[];
  readonly droppedRows: readonly string[];
};

export const noRowChange: RowChange = { rows: [], chunks: [], droppedChunks: [], droppedRows: [] };

const rawOf = (raw: unknown) => rawSchema.safeParse(raw).data?.customer ?? null;

export class Rows {
  readonly #tables: Tables;
  readonly #cipher: Cipher;

  constructor(tables: Tables, cipher: Cipher) {
    this.#tables = tables;
    this.#cipher = cipher;
  }

  async bundle(customerId: string): Promise<CustomerBundle | null> {
    const own = await this.#tables.bundles.get(customerId);
    if (own !== undefined) return this.#openRow(own);
    const chunk = await this.#tables.chunks.where('ids').equals(customerId).first();
    if (chunk === undefined) return null;
    return (await this.#ofChunk(chunk, [customerId])).at(0) ?? null;
  }

  /** Several at once, by their ids: a chunk that holds many of them is opened once. */
  async bundles(customerIds: readonly string[]): Promise<Map<string, CustomerBundle>> {
    const { bundles, chunks } = this.#tables;
    const rows = (await bundles.bulkGet([...customerIds])).filter((row) => row !== undefined);
    const own = new Set(rows.map(({ id }) => id));
    const others = customerIds.filter((id) => !own.has(id));
    const pages =
      others.length === 0 ? [] : await chunks.where('ids').anyOf(others).distinct().toArray();
    const opened = await Promise.all(rows.map((row) => this.#openRow(row)));
    const paged = await Promise.all(pages.map((chunk) => this.#ofChunk(chunk, others)));
    const found = [...opened.filter((one) => one !== null), ...paged.flat()];
    return new Map(found.map((bundle) => [bundle.customer.id, bundle]));
  }

  async byPhone(e164: string): Promise<CustomerBundle[]> {
    const blind = this.#cipher.blind(e164);
    const { bundles, chunks } = this.#tables;
    const [rows, pages] = await Promise.all([
      bundles.where('phones').equals(blind).toArray(),
      chunks.where('phones').equals(blind).toArray(),
    ]);
    const [own, paged] = await Promise.all([
      Promise.all(rows.map((row) => this.#openRow(row))),
      Promise.all(pages.map((chunk) => this.#withPhone(chunk, e164))),
    ]);
    const found = [...own.filter((one) => one !== null), ...paged.flat()];
    // Another number may be blinded to the same.
    return found.filter(({ customer }) => customer.phones.some((one) => one.e164 === e164));
  }

  async ids(): Promise<string[]> {
    const { bundles, chunks } = this.#tables;
    const [own, paged] = await Promise.all([
      bundles.toCollection().primaryKeys(),
      chunks.orderBy('ids').keys(),
    ]);
    return [...new Set([...own, ...paged.map(String)])];
  }

  /** The first of each of the first chunks. */
  async some(count: number): Promise<string[]> {
    const chunks = await this.#tables.chunks.limit(count).toArray();
    return chunks.flatMap(({ ids }) => ids.slice(0, 1));
  }

  /** Those of the ids who are here. */
  async here(customerIds: readonly string[]): Promise<ReadonlySet<string>> {
    const { bundles, chunks } = this.#tables;
    const [own, paged] = await Promise.all([
      bundles.where('id').anyOf(customerIds).primaryKeys(),
      chunks.where('ids').anyOf(customerIds).keys(),
    ]);
    return new Set([...own, ...paged.map(String)]);
  }

  /** The ids of a page's stretch: after the one, up to the other, or to the end. */
  async idsAfter(after: string | null, upTo: string | null): Promise<string[]> {
    const { bundles, chunks } = this.#tables;
    const [from, to] = [after ?? '', upTo ?? '\uffff'];
    const [own, paged] = await Promise.all([
      bundles.where('id').between(from, to, false, true).primaryKeys(),
      chunks.where('ids').between(from, to, false, true).keys(),
    ]);
    return [...new Set([...own, ...paged.map(String)])];
  }

  /** Every customer, a chunk at a time; a damaged one is dropped, and everything loaded again. */
  async *all(): AsyncGenerator<readonly CustomerBundle[]> {
    const { bundles, chunks } = this.#tables;
    const changed = new Set(await bundles.toCollection().primaryKeys());
    for (const seq of await chunks.toCollection().primaryKeys()) {
      const chunk = await chunks.get(seq);
      if (chunk === undefined) continue;
      const { rows } = readBundles(await this.#opened(chunk, () => openChunk(this.#cipher, chunk)));
      yield rows.filter(({ customer }) => !changed.has(customer.id));
    }
    const rowsAtOnce = 200;
    const own = [...changed];
    for (let at = 0; at < own.length; at += rowsAtOnce) {
      const rows = await bundles.bulkGet(own.slice(at, at + rowsAtOnce));
      const opened = rows.map((row) => (row === undefined ? null : this.#openRow(row)));
      yield (await Promise.all(opened)).filter((one) => one !== null);
    }
  }

  async rowOf(bundle: CustomerBundle): Promise<BundleRow> {
    const phones = bundle.customer.phones.map(({ e164 }) => this.#cipher.blind(e164));
    return { id: bundle.customer.id, phones, body: await this.#cipher.seal(bundle) };
  }

  /** A page in the place of whoever is here of its stretch of ids: `leaving` of them are. */
  async page(chunk: ChunkRow, leaving: readonly string[]): Promise<RowChange> {
    const before = leaving.length === 0 ? noRowChange : await this.without(leaving);
    if (chunk.ids.length === 0) return before;
    return { ...before, chunks: [...before.chunks, chunk] };
  }

  /** Forgets customers: every chunk that holds one is written anew without her. */
  async without(customerIds: readonly string[]): Promise<RowChange> {
    const leaving = new Set(customerIds);
    const { bundles, chunks } = this.#tables;
    const touched = await chunks.where('ids').anyOf(customerIds).distinct().toArray();
    const rewritten: ChunkRow[] = [];
    const droppedChunks: string[] = [];
    for (const chunk of touched) {
      droppedChunks.push(chunk.seq);
      if (chunk.ids.every((id) => leaving.has(id))) continue;
      const { rows } = readBundles(await this.#opened(chunk, () => openChunk(this.#cipher, chunk)));
      const staying = rows.filter(({ customer }) => !leaving.has(customer.id));
      if (staying.length > 0) rewritten.push(await chunkOf(this.#cipher, staying, null));
    }
    const droppedRows = await bundles.where('id').anyOf(customerIds).primaryKeys();
    return { rows: [], chunks: rewritten, droppedChunks, droppedRows };
  }

  /** Inside of a transaction over `bundles` and `chunks`. */
  async write({ rows, chunks, droppedChunks, droppedRows }: RowChange): Promise<void> {
    const { bundles, chunks: paged } = this.#tables;
    if (droppedChunks.length > 0) await paged.bulkDelete([...droppedChunks]);
    if (droppedRows.length > 0) await bundles.bulkDelete([...droppedRows]);
    if (chunks.length > 0) await paged.bulkPut([...chunks]);
    if (rows.length > 0) await bundles.bulkPut([...rows]);
  }

  async #ofChunk(chunk: ChunkRow, customerIds: readonly string[]): Promise<CustomerBundle[]> {
    const wanted = new Set(customerIds.filter((id) => chunk.ids.includes(id)));
    const words = [...wanted];
    const places = words.map((id) => chunk.ids.indexOf(id));
    const raws = await this.#opened(chunk, () => openAt(this.#cipher, chunk, { places, words }));
    const asked = raws.filter((raw) => wanted.has(rawOf(raw)?.id ?? ''));
    return readBundles(asked).rows;
  }

  async #withPhone(chunk: ChunkRow, e164: string): Promise<CustomerBundle[]> {
    const places = placesOf(chunk, this.#cipher.blind(e164));
    const owners = places.flatMap((place) => chunk.ids[place] ?? []);
    // Both at once: a caller waits for them.
    const [raws, changed] = await Promise.all([
      this.#opened(chunk, () => openAt(this.#cipher, chunk, { places, words: [e164] })),
      this.#tables.bundles.where('id').anyOf(owners).primaryKeys(),
    ]);
    const has = (raw: unknown) => rawOf(raw)?.phones.some((one) => one.e164 === e164) ?? false;
    const { rows: found } = readBundles(raws.filter(has));
    return found.filter(({ customer }) => !changed.includes(customer.id));
  }

  /** Parsed when it came in, and authenticated by the seal: trusted here. */
  async #openRow(row: BundleRow): Promise<CustomerBundle | null> {
    try {
      return (await this.#cipher.unseal(row.body)) as CustomerBundle;
    } catch {
      await this.#tables.bundles.delete(row.id);
      await this.#loadAgain();
      return null;
    }
  }

  /** As the hub sent it: read by the same rules as when it came. */
  async #opened(chunk: ChunkRow, open: () => Promise<unknown[]>): Promise<unknown[]> {
    try {
      return await open();
    } catch {
      await this.#tables.chunks.delete(chunk.seq);
      await this.#loadAgain();
      return [];
    }
  }

  /** What is damaged is as what is not there: the hub is asked, and everything loaded again. */
  async #loadAgain(): Promise<void> {
    await this.#tables.kept.delete(positionKey);
  }
}
