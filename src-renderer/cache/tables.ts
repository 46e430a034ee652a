/** The desktop's database: sealed rows only, opened by the engine, which reads, and its writer. */
import type { PagePart } from '@shared/contracts/sync/packed-page.ts';
import Dexie, { type EntityTable } from 'dexie';

export type BundleRow = { id: string; phones: number[]; body: Uint8Array };
/**
 * Customers of one page of the first load, packed and sealed. `owners` are whose each of the phones is,
 * by the place among the ids; `parts` where it is cut; `form` whether it is the page as the hub packed
 * it, or parts alone.
 */
export type ChunkRow = {
  seq: string;
  ids: string[];
  phones: number[];
  owners: number[];
  form: 'page' | 'parts';
  parts: PagePart[];
  body: Uint8Array;
};
export type KeptRow = { key: string; body: Uint8Array };
/** A part of the search index. */
type PartRow = { seq: number; body: Uint8Array };
export type KeptValue = { readonly key: string; readonly value: unknown };

export const databasePrefix = 'parlance-';
/** How far the exchange with the hub has come; without it everything is loaded again. */
export const positionKey = 'position';
/** How many customers the kept index names; away while it lags behind the customers. */
export const indexedKey = 'indexed';
export const callbacksPrefix = 'callbacks/';
export const outsideKey = (customerId: string): string => `outside/${customerId}`;
export const callbacksKey = (customerId: string): string => callbacksPrefix + customerId;

export class Tables extends Dexie {
  declare bundles: EntityTable<BundleRow, 'id'>;
  declare chunks: EntityTable<ChunkRow, 'seq'>;
  declare kept: EntityTable<KeptRow, 'key'>;
  declare parts: EntityTable<PartRow, 'seq'>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({ bundles: 'id, *phones', kept: 'key' });
    this.version(2).stores({ bundles: 'id, *phones', kept: 'key', parts: 'seq' });
    this.version(3).stores({
      bundles: 'id, *phones',
      chunks: 'seq, *ids, *phones',
      kept: 'key',
      parts: 'seq',
    });
  }
}
/** What is kept beside a customer, and goes with her. */
export const besideKeys = (customerId: string): string[] => [
  callbacksKey(customerId),
  outsideKey(customerId),
];
