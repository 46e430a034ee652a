/** The desktop's database: sealed rows only, opened by the engine, which reads, and its writer. */
import Dexie, { type EntityTable } from 'dexie';

export type BundleRow = { id: string; phones: string[]; body: Uint8Array };
export type KeptRow = { key: string; body: Uint8Array };
/** A part of the search index. */
type PartRow = { seq: number; body: Uint8Array };
export type KeptValue = { readonly key: string; readonly value: unknown };

export const databasePrefix = 'parlance-';
/** How far the exchange with the hub has come; without it everything is loaded again. */
export const positionKey = 'position';
export const callbacksPrefix = 'callbacks/';
export const outsideKey = (customerId: string): string => `outside/${customerId}`;
export const callbacksKey = (customerId: string): string => callbacksPrefix + customerId;

export class Tables extends Dexie {
  declare bundles: EntityTable<BundleRow, 'id'>;
  declare kept: EntityTable<KeptRow, 'key'>;
  declare parts: EntityTable<PartRow, 'seq'>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({ bundles: 'id, *phones', kept: 'key' });
    this.version(2).stores({ bundles: 'id, *phones', kept: 'key', parts: 'seq' });
  }
}
/** What is kept beside a customer, and goes with her. */
export const besideKeys = (customerId: string): string[] => [
  callbacksKey(customerId),
  outsideKey(customerId),
];
