/** A page of the first load as it came from the hub: read row by row, with the calls that are open. */
import { lenientBootstrapSchema, readBundles } from '@shared/contracts/sync/lenient.ts';
import { type PackedPage, readPackedPage } from '@shared/contracts/sync/packed-page.ts';
import type { BootstrapResponse, CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';
import { unpackPage } from './pack.ts';
import { parseJson } from './parse-json.ts';

/** A page of the first load, as far as its reader has to know it. */
export type LoadedPage = Omit<BootstrapResponse, 'bundles'> & {
  readonly count: number;
  readonly skipped: number;
  /** Who stays although the page does not name them: the hub is asked for each. */
  readonly spared: readonly string[];
  readonly open: readonly { readonly customerId: string; readonly callbacks: Callback[] }[];
};

const openOf = ({ customer, callbacks }: CustomerBundle) => ({
  customerId: customer.id,
  callbacks: callbacks.filter(({ status }) => status === 'open'),
});

type ReadPage = {
  readonly loaded: Omit<LoadedPage, 'spared'>;
  readonly bundles: CustomerBundle[];
  /** The page as it is to be kept; null: it did not come so. */
  readonly packed: PackedPage | null;
};

const unpacked = async (packed: Uint8Array): Promise<unknown> => {
  try {
    return JSON.parse(await unpackPage(packed));
  } catch {
    return null;
  }
};

/** null when it is none. */
export const readPage = async (page: ArrayBuffer): Promise<ReadPage | null> => {
  const kept = readPackedPage(page);
  const value = kept === null ? parseJson(page) : await unpacked(kept.packed);
  const read = lenientBootstrapSchema.safeParse(value);
  if (!read.success) return null;
  const { bundles: raw, ...rest } = read.data;
  const { rows: bundles, skipped } = readBundles(raw);
  const open = bundles.map(openOf).filter(({ callbacks }) => callbacks.length > 0);
  const loaded = { ...rest, count: raw.length, skipped, open };
  return { loaded, bundles, packed: kept };
};
