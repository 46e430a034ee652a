/** A page of the first load as it came from the hub: read row by row, with the calls that are open. */
import { lenientBootstrapSchema, readBundles } from '@shared/contracts/sync/lenient.ts';
import type { BootstrapResponse, CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';
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

/** null when it is none. */
export const readPage = (
  page: ArrayBuffer,
): { readonly loaded: Omit<LoadedPage, 'spared'>; readonly bundles: CustomerBundle[] } | null => {
  const read = lenientBootstrapSchema.safeParse(parseJson(page));
  if (!read.success) return null;
  const { bundles: raw, ...rest } = read.data;
  const { rows: bundles, skipped } = readBundles(raw);
  const open = bundles.map(openOf).filter(({ callbacks }) => callbacks.length > 0);
  return { loaded: { ...rest, count: raw.length, skipped, open }, bundles };
};
