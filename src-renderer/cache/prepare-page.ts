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

/**
 * As it passes from one worker over the engine to the other: all but the sealed bytes as one text,
 * because a text is copied at once and thousands of small values one by one.
 */
export type PreparedPage = {
  readonly text: string;
  readonly body: Uint8Array;
  readonly isLast: boolean;
};

type Ready = {
  readonly loaded: Omit<LoadedPage, 'spared'>;
  readonly entries: readonly SearchEntry[];
  readonly chunk: ChunkRow;
};
type Kept = Pick<Ready, 'loaded' | 'entries'> & { readonly chunk: Omit<ChunkRow, 'body'> };

/** null when it is no page. */
export const preparePage = async (
  page: ArrayBuffer,
  cipher: Cipher,
): Promise<PreparedPage | null> => {
  const read = await readPage(page);
  if (read === null) return null;
  const { loaded, bundles, packed } = read;
  const { body, ...chunk } = await chunkOf(cipher, bundles, packed);
  const kept: Kept = { loaded, entries: bundles.map(entryOf), chunk };
  return { text: JSON.stringify(kept), body, isLast: loaded.next === null };
};

/** What the writer stores of it. It comes from `preparePage` of the same program: trusted here. */
export const readyPage = ({ text, body }: PreparedPage): Ready => {
  const { chunk, ...rest } = JSON.parse(text) as Kept;
  return { ...rest, chunk: { ...chunk, body } };
};
