/** Amounts in euros, with a decimal comma or point, to cents. */
import { type Read, refused, replaceBy, took } from '../problem.ts';

/** Null of an empty cell. */
export const readAmountCents = (raw: string): Read<number | null> => {
  const text = raw
    .normalize('NFKC')
    .replace(/(?:€|eur(?:os?)?)\s*$/i, '')
    .replaceAll(/[\s'’]/g, '');
  if (text === '') return took(null);
  const parts = /^(-?)(\d{1,3}(?:[.,]\d{3})*|\d+)(?:([.,])(\d+))?$/.exec(text);
  if (parts === null) return refused('amount-unreadable');
  const [, sign = '', whole = '', mark, decimals = ''] = parts;
  const marks = new Set(whole.replaceAll(/\d/g, ''));
  // `1.234,56` and `1,234.56` say which is which; `1,234` may be one euro or a thousand.
  if (marks.size > 1 || (mark !== undefined && marks.has(mark)))
    return refused('amount-unreadable');
  const digits = whole.replaceAll(/[.,]/g, '');
  if (decimals.length > 2 || (mark === undefined && marks.size === 1 && digits.length < 7)) {
    return refused('amount-ambiguous', replaceBy(`${sign}${digits}${decimals}`));
  }
  const cents = Number(digits) * 100 + Number(decimals.padEnd(2, '0'));
  if (!Number.isSafeInteger(cents)) return refused('amount-unreadable');
  return took(sign === '-' ? -cents : cents);
};
