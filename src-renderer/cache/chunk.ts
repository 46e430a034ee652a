/** A chunk: customers of one page, packed and sealed together, found by their ids and numbers. */
import { linesWith, packedPageText } from '@shared/contracts/sync/packed-page.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { z } from 'zod';
import type { Cipher } from './cipher.ts';
import { pack, unpack } from './pack.ts';
import type { ChunkRow } from './tables.ts';

/** What the reader of a page of the hub needs of it again. */
const chunkSchema = z.object({ bundles: z.array(z.unknown()) });

/** @param packed the bytes as they came; null: they came otherwise, and are packed here */
export const chunkOf = async (
  cipher: Cipher,
  bundles: readonly CustomerBundle[],
  packed: Uint8Array | null,
): Promise<ChunkRow> => {
  const numbers = bundles.flatMap(({ customer }) => customer.phones.map(({ e164 }) => e164));
  const phones = [...new Set(numbers)].map((e164) => cipher.blind(e164));
  const ids = bundles.map(({ customer }) => customer.id);
  const body = await cipher.sealBytes(packed ?? pack(packedPageText({ bundles })));
  return { seq: crypto.randomUUID(), ids, phones, body };
};

/**
 * Its customers as the hub sent them, unread.
 * @param words whoever they are not said of may be left out; null: all
 * @throws for one that is damaged
 */
export const openChunk = async (
  cipher: Cipher,
  { body }: ChunkRow,
  words: string | null,
): Promise<readonly unknown[]> => {
  const text = await unpack(await cipher.unsealBytes(body));
  const lines = words === null ? null : linesWith(text, words);
  if (lines !== null) return lines.map((line) => JSON.parse(line));
  return chunkSchema.parse(JSON.parse(text)).bundles;
};
