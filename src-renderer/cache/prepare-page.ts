/**
 * A page of the first load made ready to be stored: read, its entries of the search taken out, and
 * sealed. It needs nothing of the database, so it can be done beside, while another page is written.
 */
import type { SearchEntry } from '@shared/domain/search/search-entry.ts';
import { chunkOf } from './chunk.ts';
import type { Cipher } from './cipher.ts';
import { entryOf } from './entry-of.ts';
import { type LoadedPage, readPage } from './read-page.ts';
import type { ChunkRow } from './tables.ts';

/** It passes from one worker to the other: plain values only. */
export type PreparedPage = {
  readonly loaded: Omit<LoadedPage, 'spared'>;
  readonly entries: readonly SearchEntry[];
  readonly chunk: ChunkRow;
};

/** null when it is no page. */
export const preparePage = async (
  page: ArrayBuffer,
  cipher: Cipher,
): Promise<PreparedPage | null> => {
  const read = await readPage(page);
  if (read === null) return null;
  const { loaded, bundles, packed } = read;
  const chunk = await chunkOf(cipher, bundles, packed);
  return { loaded, entries: bundles.map(entryOf), chunk };
};
