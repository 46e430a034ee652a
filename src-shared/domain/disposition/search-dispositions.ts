/** Type-ahead over code, words and synonyms; accents, case and ligatures are ignored. */
import type { Disposition } from '../brand/brand.ts';

/** Lower case without accents, the same length rules for query and label: « Échange » → « echange ». */
export const foldText = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[’']/g, ' ');

export type LabelPart = { readonly text: string; readonly matched: boolean };

/** Splits a label around the first place where the query stands, so that it can be underlined. */
export const markMatch = (label: string, query: string): LabelPart[] => {
  const wanted = foldText(query.trim());
  if (wanted === '') return [{ text: label, matched: false }];
  for (let start = 0; start < label.length; start += 1) {
    if (start > 0 && /[\p{L}\p{N}]/u.test(label[start - 1] ?? '')) continue;
    for (let end = start + 1; end <= label.length; end += 1) {
      if (foldText(label.slice(start, end)) !== wanted) continue;
      return [
        { text: label.slice(0, start), matched: false },
        { text: label.slice(start, end), matched: true },
        { text: label.slice(end), matched: false },
      ].filter((part) => part.text !== '');
    }
  }
  return [{ text: label, matched: false }];
};

const wordsOf = (text: string): string[] => foldText(text).split(/[^\p{L}\p{N}]+/u);

/** 0 is best; null does not match. Every typed word must begin a word of the disposition. */
const scoreOf = (one: Disposition, query: string, locale: 'fr' | 'en'): number | null => {
  const label = foldText(one.label[locale]);
  if (label.startsWith(query)) return 0;
  if (foldText(one.code) === query) return 1;
  const typed = query.split(/\s+/);
  const begins = (words: readonly string[]) =>
    typed.every((part) => words.some((word) => word.startsWith(part)));
  if (begins(wordsOf(one.label[locale]))) return 2;
  if (begins(one.synonyms.flatMap(wordsOf))) return 3;
  if (begins([...wordsOf(one.code), ...wordsOf(one.group[locale])])) return 4;
  const all = [
    ...wordsOf(one.label[locale]),
    ...one.synonyms.flatMap(wordsOf),
    ...wordsOf(one.group[locale]),
  ];
  return begins(all) ? 5 : null;
};

/** Best first, then the most used; an empty query finds nothing. */
export const searchDispositions = (
  all: readonly Disposition[],
  query: string,
  locale: 'fr' | 'en',
): Disposition[] => {
  const wanted = foldText(query.trim());
  if (wanted === '') return [];
  return all
    .flatMap((one) => {
      const score = scoreOf(one, wanted, locale);
      return score === null ? [] : [{ one, score }];
    })
    .sort((a, b) => a.score - b.score || a.one.rank - b.one.rank)
    .map(({ one }) => one);
};

/** The four to offer before anything is typed: those of the call's campaign, in its order, before others. */
export const mostUsed = (
  all: readonly Disposition[],
  first: readonly string[] = [],
): Disposition[] => {
  const place = ({ code }: Disposition): number =>
    first.includes(code) ? first.indexOf(code) : first.length;
  return [...all].sort((a, b) => place(a) - place(b) || a.rank - b.rank).slice(0, 4);
};
