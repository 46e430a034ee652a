/**
 * Finds words in a text as a person would: without regard to case, accents, kinds of apostrophe and
 * space, and in their usual French and English endings (« pas de soucis » is « pas de souci »).
 */
type Place = { readonly from: number; readonly to: number };

const word = /[\p{L}\p{M}\p{N}]+/gu;

/** The longest that fits is taken off. */
const endings = [
  ...['issaient', 'issait', 'issons', 'issent', 'issant', 'issez', 'aient', 'erait', 'erais'],
  ...['erons', 'eront', 'irait', 'irons', 'iront', 'erez', 'ions', 'irai', 'irez', 'iez', 'ait'],
  ...['ais', 'ant', 'ons', 'ent', 'era', 'ees', 'ing', 'aux', 'ed', 'ee', 'es', 'er', 'ez', 'ir'],
  ...['is', 'it', 'al', 'e', 'i', 's', 'x'],
];

const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const stem = (text: string): string => {
  const known = plain(text);
  const ending = endings.find(
    (one) => known.endsWith(one) && known.length - one.length >= (one.length > 1 ? 4 : 3),
  );
  return ending === undefined ? known : known.slice(0, -ending.length);
};

type Stem = Place & { readonly stem: string };

const stemsOf = (text: string): readonly Stem[] =>
  [...text.matchAll(word)].map((match) => ({
    stem: stem(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));

/** Texts and rules are few and looked at often. */
const sought = new Map<string, readonly string[]>();
const stemsSought = (words: string): readonly string[] => {
  const known = sought.get(words);
  if (known !== undefined) return known;
  if (sought.size > 1_000) sought.clear();
  const stems = stemsOf(words).map((one) => one.stem);
  sought.set(words, stems);
  return stems;
};

/** Every place of each of these words in the text. */
export const findWords = (
  text: string,
  rules: readonly string[],
): readonly (readonly Place[])[] => {
  const said = stemsOf(text);
  return rules.map((words) => {
    const wanted = stemsSought(words);
    if (wanted.length === 0) return [];
    return said.flatMap((first, at) => {
      const last = said[at + wanted.length - 1];
      const same = last && wanted.every((one, index) => said[at + index]?.stem === one);
      return same ? [{ from: first.from, to: last.to }] : [];
    });
  });
};
