/**
 * A link that a web page or another program wants called: `tel:` (RFC 3966), `callto:` and `sip:`
 * (RFC 3261 §19.1). It comes from strangers: only its number counts; host, headers and parameters
 * are left behind, and network codes (`*21#…`), which would change the line, are refused.
 */
import type { NumberKind } from './french-plan.ts';
import { parseNumber } from './parse-number.ts';

export type CallLink = {
  /** To dial: `+` and digits, or the digits of a short or internal number. */
  readonly number: string;
  readonly display: string;
  readonly kind: NumberKind;
};

const longest = 300;
const scheme = /^(?:tel|callto|sips?):(?:\/\/)?/i;
// What has no place in an address, before or after percent-decoding.
const markup = /[<>"'`{}|\\^]/;

const isForeign = (text: string): boolean =>
  markup.test(text) || [...text].some((sign) => sign < ' ' || sign === '\u007f');

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

const callable = (text: string): CallLink | null => {
  const { e164, display, kind } = parseNumber(text);
  if (e164 !== null) return { number: e164, display, kind };
  const bare = kind === 'none' || kind === 'hidden' ? null : /^\d{2,6}$/.exec(display);
  return bare === null ? null : { number: display, display, kind };
};

/** Never throws; null for what is no link to a number. */
export const parseCallLink = (raw: string): CallLink | null => {
  const text = raw.trim();
  if (text.length > longest || !scheme.test(text)) return null;
  const plain = decoded(text);
  if (plain === null || isForeign(plain) || /[*#]/.test(plain.split('@')[0] ?? '')) return null;
  return callable(text);
};

/** The number of a text that she has selected: the whole of it, or nothing. */
export const parseSelectedNumber = (raw: string): CallLink | null => {
  const text = raw.trim();
  if (text === '' || text.length > longest) return null;
  if (scheme.test(text)) return parseCallLink(text);
  return /[*#]/.test(text) || isForeign(text) ? null : callable(text);
};
