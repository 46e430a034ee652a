/** Text as it is searched: without accents, in small letters, œ as oe; and its words. */

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l' };

/** Of what ASCII has, control characters left aside. */
const isPlain = /^[ -~]*$/;

export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[œæßøł]/g, (letter) => ligatures[letter] ?? letter);

/** Letters and digits only: hyphens, apostrophes, dots and @ part words. */
export const wordsOf = (text: string): string[] => {
  // Most texts are plain, and read many times faster so: a load reads a million of them.
  const words = isPlain.test(text)
    ? text.toLowerCase().split(/[^a-z0-9]+/)
    : fold(text).split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word !== '');
};

/** The digits of a number as it is compared: without the ways to write France in front. */
export const bareDigits = (text: string): string =>
  text
    .replaceAll(/[^\d+]/g, '')
    .replace(/^(?:\+33|0033|33(?=[1-9]\d{8}))0?(?=\d)|^0(?=\d)/, '')
    .replaceAll('+', '');
