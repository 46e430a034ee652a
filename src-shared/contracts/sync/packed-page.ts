/**
 * A page of the first load as it is kept: one line of JSON that says where the next one begins, a
 * newline, and the page packed (gzip, RFC 1952). The desktop seals and stores the packed bytes as they
 * came, and asks for the next page before it has read this one. A hub that does not know this form
 * answers with the page itself.
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
