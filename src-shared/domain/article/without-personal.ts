/** Searched words without what may be somebody's (KNOW-24): they are kept to learn what is missing. */

const taken: readonly RegExp[] = [
  /[^\s@<>()]+@[^\s@<>()]+/g,
  /\b(?:https?:\/\/|www\.)\S+/gi,
  // A civility or "je suis", and the one or two names after it.
  /(?<![\p{L}])(?:m\.|mr|mrs|ms|mme|mlle|monsieur|madame|mademoiselle|dr|docteur|je m[’' ]appelle|my name is)\s+\p{L}[\p{L}’'-]*(?:\s+\p{Lu}[\p{L}’'-]*)?/giu,
  /\b[A-Z]{2}[\s-]?\d{3}[\s-]?[A-Z]{2}\b/gi,
  // Telephone, order, card and account numbers: anything with three figures or more in a row.
  /\+?[\p{L}\d]*\d(?:[\s./-]?[\p{L}]?\d){2,}[\p{L}\d]*/gu,
];

const most = 120;

/** @returns an empty text when nothing else was said. */
export const withoutPersonal = (text: string): string =>
  taken
    .reduce((left, one) => left.replaceAll(one, ' '), text.normalize('NFC'))
    .replaceAll(/[^\p{L}\p{M}\d\s’'-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .trim();
