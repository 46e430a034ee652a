/**
 * A page of the first load as it is kept: one line of JSON, its head, a newline, and the page packed
 * (gzip, RFC 1952). The head says where the next page begins, so that it is asked for before this one is
 * read. The desktop seals and stores the packed bytes as they came.
 *
 * Each customer is a line of the page's text, and a few of them are a part: bytes of the gzip that are
 * unpacked without those before them, because the packing starts afresh there (a full flush, RFC 1951
 * §3.2.4 ends it on a whole byte). So one customer is read without the others. A hub of an older
 * release sends no parts, or the page itself; both are read whole.
 */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';

export const packedPageType = 'application/vnd.parlance.page';

/** How many customers a part holds, and its packed bytes. */
const partSchema = z.tuple([z.number().int().min(1), z.number().int().min(1)]);
export type PagePart = z.infer<typeof partSchema>;

const headSchema = z.object({
  next: idSchema.nullable(),
  parts: z.array(partSchema).nullable().default(null),
});

/** A gzip header without options; the first part follows it. */
export const gzipHeaderBytes = 10;

const newline = 0x0a;
/** A head is an id and some dozens of parts: further on no newline is looked for. */
const headBytesAtMost = 4_000;
const firstLine = '{"bundles":[\n';

export type PackedPage = z.infer<typeof headSchema> & { readonly packed: Uint8Array };

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
  return head === null || !isGzip(packed) ? null : { ...head, packed };
};

export const packedPageHead = (
  next: string | null,
  parts: readonly PagePart[] | null = null,
): string => `${JSON.stringify({ next, parts })}\n`;

type PageText = { readonly count: number; readonly text: string };

/** The page as JSON, cut where a part may begin: at least one, and one after the other they are it. */
export const pageTexts = (
  page: { readonly bundles: readonly unknown[] },
  customersInPart: number,
): PageText[] => {
  const { bundles, ...rest } = page;
  const others = JSON.stringify(rest).slice(1, -1);
  const tail = `]${others === '' ? '' : `,${others}`}}`;
  const texts: PageText[] = [];
  for (let from = 0; from === 0 || from < bundles.length; from += customersInPart) {
    const its = bundles.slice(from, from + customersInPart);
    const isLast = from + customersInPart >= bundles.length;
    const lines = its.map((bundle, at) => {
      const comma = isLast && at === its.length - 1 ? '' : ',';
      return `${JSON.stringify(bundle)}${comma}\n`;
    });
    const text = `${from === 0 ? firstLine : ''}${lines.join('')}${isLast ? tail : ''}`;
    texts.push({ count: its.length, text });
  }
  return texts;
};

/** Whether the customers of a page are lines of its text. */
export const isInLines = (text: string): boolean => text.startsWith(firstLine);

/** The customers of a page or a part that is in lines, unread. */
export const linesOf = (text: string): string[] => {
  const end = text.lastIndexOf('\n');
  const lines = text.slice(isInLines(text) ? firstLine.length : 0, Math.max(0, end)).split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => (line.endsWith(',') ? line.slice(0, -1) : line));
};
