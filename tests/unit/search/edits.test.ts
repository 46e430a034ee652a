import { editsBetween } from '@shared/domain/search/edits.ts';
import { bareDigits, fold, wordsOf } from '@shared/domain/search/fold.ts';
import { markDigits, markWords } from '@shared/domain/search/marks.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const codes = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const edits = (typed: string, word: string, most: number, prefix = false) =>
  editsBetween(codes(typed), codes(word), { from: 0, to: word.length, most, prefix });

/** The definition, word for word (optimal string alignment), without any short cut. */
const plain = (a: string, b: string): number => {
  const cost = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const same = a[i - 1] === b[j - 1] ? 0 : 1;
    const ways = [cost(i - 1, j) + 1, cost(i, j - 1) + 1, cost(i - 1, j - 1) + same];
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
      ways.push(cost(i - 2, j - 2) + 1);
    return Math.min(...ways);
  };
  return cost(a.length, b.length);
};
const word = fc.stringMatching(/^[abc]{0,6}$/);

it('[CACHE-6] slips are counted as the definition says, up to the number that is allowed', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 2 }), (typed, other, most) => {
      expect(edits(typed, other, most)).toBe(Math.min(plain(typed, other), most + 1));
      const beginnings = Array.from({ length: other.length + 1 }, (_, end) => other.slice(0, end));
      const nearest = Math.min(...beginnings.map((one) => plain(typed, one)));
      expect(edits(typed, other, most, true)).toBe(Math.min(nearest, most + 1));
    }),
    { numRuns: 2_000 },
  );
});

const shown = (parts: readonly { text: string; marked: boolean }[]) =>
  parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

it.each([
  ['Belkacem, Karim', 'bel', '[Bel]kacem, Karim'],
  ['Zoé Bœuf', 'boe', 'Zoé [Bœ]uf'],
  ['Zoé Bœuf', 'zoe boeuf', '[Zoé] [Bœuf]'],
  ['Yann Kermarrec', 'kermarec', 'Yann [Kermarrec]'],
  ['Yann Kermarrec', 'paul', 'Yann Kermarrec'],
])('[CACHE-7] in %s, %s marks %s', (text, typed, marked) => {
  expect(shown(markWords(text, typed))).toBe(marked);
});

it('[CACHE-7] the fragment of a number is marked whatever stands between its digits', () => {
  expect(shown(markDigits('06 39 98 00 41', '9980'))).toBe('06 3[9 98 0]0 41');
  expect(shown(markDigits('06 39 98 00 41', '+33639'))).toBe('0[6 39] 98 00 41');
  expect(shown(markDigits('06 39 98 00 41', '55'))).toBe('06 39 98 00 41');
});

it('[CACHE-7] marks leave the text as it was', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, typed) => {
      const whole = markWords(text, typed).map((part) => part.text);
      expect(whole.join('')).toBe(text.normalize('NFC'));
      expect(
        markDigits(text, typed)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

it('[CACHE-1] folding is the same however an accent is written, and words have no marks in them', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(fold(text.normalize('NFC'))).toBe(fold(text.normalize('NFD')));
      expect(wordsOf(text).join(' ')).not.toMatch(/\p{M}/u);
    }),
  );
  expect(['+33 (0)6 39', '0033639', '06-39', '639'].map(bareDigits)).toEqual(Array(4).fill('639'));
});

it('[CACHE-1] plain words are read as any others are', () => {
  const slowly = (text: string) =>
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '');
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary-ascii' }),
      fc.string({ unit: 'grapheme' }),
      (plain, any) => {
        expect(wordsOf(plain)).toEqual(slowly(plain));
        expect(wordsOf(any)).toEqual(slowly(any));
      },
    ),
  );
});
