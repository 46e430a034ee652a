/** Which parts of a shown text answer what was typed, so that a hit explains itself. */
import { editsAllowed, editsBetween } from './edits.ts';
import { bareDigits, fold, wordsOf } from './fold.ts';

export type Part = { readonly text: string; readonly marked: boolean };

const codes = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** How many letters of the folded word answer the typed one; 0 when it is another word. */
const answered = (typed: string, word: string): number => {
  if (word.startsWith(typed)) return typed.length;
  const most = editsAllowed(typed.length);
  if (most === 0 || typed[0] !== word[0]) return 0;
  const span = { from: 0, to: word.length, most, prefix: true };
  return editsBetween(codes(typed), codes(word), span) <= most ? word.length : 0;
};

/** One letter shown may be two folded ones (œ): marks are counted in what is shown. */
const shownLength = (word: string, folded: number): number => {
  let length = 0;
  for (let got = 0; length < word.length && got < folded; length += 1)
    got += fold(word[length] ?? '').length;
  return length;
};

const parts = (text: string, spans: readonly (readonly [number, number])[]): Part[] => {
  const found: Part[] = [];
  let at = 0;
  for (const [from, to] of spans) {
    if (from > at) found.push({ text: text.slice(at, from), marked: false });
    found.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) found.push({ text: text.slice(at), marked: false });
  return found;
};

/** The text in parts, those that begin as a typed word does marked. */
export const markWords = (shown: string, typed: string): Part[] => {
  const text = shown.normalize('NFC');
  const wanted = wordsOf(typed);
  const spans = [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap((match) => {
    const [word] = match;
    const folded = fold(word);
    const most = Math.max(0, ...wanted.map((one) => answered(one, folded)));
    return most === 0 ? [] : [[match.index, match.index + shownLength(word, most)] as const];
  });
  return parts(text, spans);
};

/** A number as it is shown, the typed fragment of it marked whatever stands between its digits. */
export const markDigits = (shown: string, typed: string): Part[] => {
  const places = [...shown.matchAll(/\d/g)].map(({ index }) => index);
  const digits = places.map((place) => shown[place]).join('');
  const wanted = bareDigits(typed);
  const at = wanted.length < 3 ? -1 : digits.indexOf(wanted);
  if (at < 0) return parts(shown, []);
  const [from = 0, last = 0] = [places[at], places[at + wanted.length - 1]];
  return parts(shown, [[from, last + 1]]);
};
