/**
 * A chunk: customers of one page, packed and sealed together, found by their ids and numbers. It holds
 * the page as the hub packed it, or parts that were packed here, of whoever is left of a page say.
 */
import {
  gzipHeaderBytes,
  isInLines,
  linesOf,
  type PackedPage,
  type PagePart,
  pageTexts,
} from '@shared/contracts/sync/packed-page.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { z } from 'zod';
import type { Cipher } from './cipher.ts';
import { packPart, unpackPage, unpackPart } from './pack.ts';
import type { ChunkRow } from './tables.ts';

/** What the reader of a page of the hub needs of it again. */
const chunkSchema = z.object({ bundles: z.array(z.unknown()) });
const customersInPart = 20;

type Packed = { readonly form: ChunkRow['form']; readonly parts: readonly PagePart[] } & {
  readonly bytes: Uint8Array;
};

const packHere = (bundles: readonly CustomerBundle[]): Packed => {
  const packed = pageTexts({ bundles }, customersInPart).map(({ count, text }) => ({
    count,
    part: packPart(text),
  }));
  const bytes = new Uint8Array(packed.reduce((sum, { part }) => sum + part.length, 0));
  let at = 0;
  for (const { part } of packed) {
    bytes.set(part, at);
    at += part.length;
  }
  return { form: 'parts', parts: packed.map(({ count, part }) => [count, part.length]), bytes };
};

/** Parts are of use only when it is known who is in which: nobody was left out. */
const asItCame = ({ packed, parts }: PackedPage, customers: number): Packed => {
  const count = (parts ?? []).reduce((sum, [its]) => sum + its, 0);
  return { form: 'page', parts: count === customers ? (parts ?? []) : [], bytes: packed };
};

/** @param page as it came; null: it came otherwise, and is packed here */
export const chunkOf = async (
  cipher: Cipher,
  bundles: readonly CustomerBundle[],
  page: PackedPage | null,
): Promise<ChunkRow> => {
  const { form, parts, bytes } = page === null ? packHere(bundles) : asItCame(page, bundles.length);
  const numbers = bundles.flatMap(({ customer }, owner) =>
    customer.phones.map(({ e164 }) => ({ owner, phone: cipher.blind(e164) })),
  );
  return {
    seq: crypto.randomUUID(),
    ids: bundles.map(({ customer }) => customer.id),
    phones: numbers.map(({ phone }) => phone),
    owners: numbers.map(({ owner }) => owner),
    form,
    parts: [...parts],
    body: await cipher.sealBytes(bytes),
  };
};

type Span = { readonly first: number; readonly start: number; readonly end: number };

const spansOf = ({ form, parts }: ChunkRow): Span[] => {
  let [first, end] = [0, form === 'page' ? gzipHeaderBytes : 0];
  return parts.map(([customers, bytes]) => {
    const span = { first, start: end, end: end + bytes };
    first += customers;
    end += bytes;
    return span;
  });
};

const readAll = (text: string): unknown[] => chunkSchema.parse(JSON.parse(text)).bundles;

const readSome = (text: string, words: readonly string[]): unknown[] =>
  linesOf(text)
    .filter((line) => words.some((word) => line.includes(word)))
    .map((line) => JSON.parse(line));

/** Everybody of it as the hub sent them, unread. @throws for one that is damaged */
export const openChunk = async (cipher: Cipher, chunk: ChunkRow): Promise<unknown[]> => {
  const packed = await cipher.unsealBytes(chunk.body);
  if (chunk.form === 'page') return readAll(await unpackPage(packed));
  const texts = spansOf(chunk).map(({ start, end }) => unpackPart(packed.subarray(start, end)));
  return readAll(texts.join(''));
};

/**
 * Of the customers at these places at least those of whom one of the words is said: as the hub sent
 * them, unread.
 * @param words ids or numbers: JSON escapes nothing of them
 * @throws for a chunk that is damaged
 */
export const openAt = async (
  cipher: Cipher,
  chunk: ChunkRow,
  { places, words }: { readonly places: readonly number[]; readonly words: readonly string[] },
): Promise<unknown[]> => {
  const packed = await cipher.unsealBytes(chunk.body);
  const spans = spansOf(chunk);
  if (spans.length > 0) {
    const asked = new Set(places.map((place) => spans.findLast(({ first }) => first <= place)));
    return [...asked].flatMap((span) =>
      span === undefined ? [] : readSome(unpackPart(packed.subarray(span.start, span.end)), words),
    );
  }
  const text = await unpackPage(packed);
  return isInLines(text) ? readSome(text, words) : readAll(text);
};

/** The places of a chunk where a blinded number belongs to somebody. */
export const placesOf = ({ phones, owners }: ChunkRow, blind: number): number[] =>
  owners.filter((_, at) => phones[at] === blind);
