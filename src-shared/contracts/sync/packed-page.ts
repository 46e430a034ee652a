/**
 * A page of the first load as it is kept: one line of JSON that says where the next one begins, a
 * newline, and the page packed (gzip, RFC 1952). The desktop seals and stores the packed bytes as they
 * came, and asks for the next page before it has read this one. Each customer of it is a line of its
 * own, so that one is read without the others. A hub that does not know this form answers with the page
 * itself, or with customers that are no lines; both are read whole.
 */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';

export const packedPageType = 'application/vnd.parlance.page';

const headSchema = z.object({ next: idSchema.nullable() });

const newline = 0x0a;
/** A head is one id at most: further on no newline is looked for. */
const headBytesAtMost = 200;

export type PackedPage = { readonly next: string | null; readonly packed: Uint8Array };

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const headOf = (text: string): z.infer<typeof headSchema> | null => {
  try {
    return headSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

/** null: it is not of this form. */
export const readPackedPage = (bytes: ArrayBuffer): PackedPage | null => {
  const start = new Uint8Array(bytes, 0, Math.min(bytes.byteLength, headBytesAtMost));
  const end = start.indexOf(newline);
  if (end < 0) return null;
  const head = headOf(String.fromCharCode(...start.subarray(0, end)));
  const packed = new Uint8Array(bytes, end + 1);
  return head === null || !isGzip(packed) ? null : { next: head.next, packed };
};

export const packedPageHead = (next: string | null): string => `${JSON.stringify({ next })}\n`;

/** The page as JSON, each of its customers on a line of its own. */
export const packedPageText = (page: { readonly bundles: readonly unknown[] }): string => {
  const { bundles, ...rest } = page;
  const others = JSON.stringify(rest).slice(1, -1);
  const lines = bundles.map((bundle) => JSON.stringify(bundle)).join(',\n');
  return `{"bundles":[\n${lines}\n]${others === '' ? '' : `,${others}`}}`;
};

/**
 * The lines of a page's text that hold the words, and may say them of something else.
 * @returns null when its customers are no lines
 */
export const linesWith = (text: string, words: string): string[] | null => {
  if (!text.startsWith('{"bundles":[\n')) return null;
  const lines: string[] = [];
  for (let at = text.indexOf(words); at >= 0; ) {
    const end = text.indexOf('\n', at);
    if (end < 0) break;
    const line = text.slice(text.lastIndexOf('\n', at) + 1, end);
    lines.push(line.endsWith(',') ? line.slice(0, -1) : line);
    at = text.indexOf(words, end);
  }
  return lines;
};
