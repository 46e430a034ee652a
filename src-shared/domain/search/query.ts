/** What was typed, as the search takes it: words, or the fragment of a number. */
import { bareDigits, wordsOf } from './fold.ts';

export type Query =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'words'; readonly words: readonly string[] };

const leastDigits = 3;

export const readQuery = (typed: string): Query => {
  const text = typed.trim();
  const digits = bareDigits(text);
  if (/^\+?[\d\s./()-]+$/.test(text) && digits.length >= leastDigits)
    return { kind: 'number', digits };
  const words = [...new Set(wordsOf(text))].slice(0, 8);
  return words.length === 0 ? { kind: 'nothing' } : { kind: 'words', words };
};
