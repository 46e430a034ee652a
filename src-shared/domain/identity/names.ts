/**
 * Names of people by French habits: particles, hyphens, initials, short forms, double names, names
 * by marriage and by birth, first and last name in each other's field.
 */
import { areClose } from './distance.ts';
import { wordsOf } from './fold.ts';
import { longForm } from './short-forms.ts';

/** How far two names agree; `part`: one is within the other, as Martin in Martin-Dupont. */
export type NameMatch =
  | 'same'
  | 'close'
  | 'short'
  | 'initials'
  | 'part'
  | 'unsure'
  | 'different'
  | 'missing';

const particles = new Set([
  'de',
  'du',
  'des',
  'd',
  'la',
  'le',
  'les',
  'l',
  'el',
  'al',
  'van',
  'von',
]);
const married =
  /(?<!\p{L})(?:n[ée]+e?|[ée]p(?:ouse|oux)?|vve|veuve|veuf|dite?)(?!\p{L})\.?|[()/]/iu;

/** As they are written out: the saints of place names are half of Brittany's families. */
const writtenOut: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte' };
/** Alone it is somebody's name or initials. */
const nameWords = (name: string): string[] => {
  const words = wordsOf(name);
  return words.length < 2 ? words : words.map((word) => writtenOut[word] ?? word);
};

/** Without particles, unless nothing else is left: Lê is a family too. */
const significant = (words: readonly string[]): readonly string[] => {
  const left = words.filter((word) => !particles.has(word));
  return left.length === 0 ? words : left;
};

const sameWords = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join(' ') === [...other].sort().join(' ');

const contains = (whole: readonly string[], part: readonly string[]): boolean =>
  part.every((word) => word.length > 2 && whole.includes(word));

const compareLast = (one: readonly string[], other: readonly string[]): NameMatch => {
  if (one.length === 0 || other.length === 0) return 'missing';
  const [left, right] = [significant(one), significant(other)];
  if (one.join('') === other.join('') || sameWords(left, right)) return 'same';
  if (areClose(one.join(''), other.join(''))) return 'close';
  if (areClose(left.join(''), right.join(''))) return 'close';
  if (contains(left, right) || contains(right, left)) return 'part';
  return 'different';
};

/** `Dupont née Martin` is both: each family name that is said. */
export const familyNames = (lastName: string): readonly (readonly string[])[] => {
  const names = lastName.normalize('NFC').split(married).map(nameWords);
  const said = names.filter((words) => words.length > 0);
  return said.length === 0 ? [[]] : said;
};

const better: readonly NameMatch[] = [
  'same',
  'close',
  'short',
  'initials',
  'part',
  'unsure',
  'missing',
  'different',
];
export const rankOf = (match: NameMatch): number => better.indexOf(match);

export type LastNameMatch = { readonly match: NameMatch; readonly byBirthName: boolean };

export const matchLastNames = (one: string, other: string): LastNameMatch => {
  let best: LastNameMatch = { match: 'different', byBirthName: false };
  familyNames(one).forEach((left, i) => {
    familyNames(other).forEach((right, j) => {
      const match = compareLast(left, right);
      if (rankOf(match) < rankOf(best.match)) best = { match, byBirthName: i + j > 0 };
    });
  });
  const [all, every] = [familyNames(one).flat(), familyNames(other).flat()];
  // Le Goff-Riou and Le Goff ép. Riou say the same two families.
  if (best.match === 'part' && sameWords(significant(all), significant(every))) {
    best = { match: 'same', byBirthName: true };
  }
  const sameSet = familyNames(one).length === familyNames(other).length && best.match === 'same';
  return sameSet ? { ...best, byBirthName: false } : best;
};

const areInitials = (short: readonly string[], long: readonly string[]): boolean =>
  short.some((word) => word.length === 1) &&
  short.length <= long.length &&
  short.every((word, at) => (word.length === 1 ? long[at]?.startsWith(word) : word === long[at]));

/** `jp` for Jean-Pierre. */
const areLetters = (short: string, long: readonly string[]): boolean =>
  long.length > 1 && short === long.map((word) => word[0]).join('');

/** Pascal and Pascale, Michel and Michelle sound alike and are two people. */
const isFeminine = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long === `${short}e` || long === `${short}${short.at(-1)}e` || long === `${short}ne`;
};

export const matchFirstNames = (one: string, other: string): NameMatch => {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  if (left.length === 0 || right.length === 0) return 'missing';
  const [all, every] = [left.join(''), right.join('')];
  if (all === every || sameWords(left, right)) return 'same';
  if (areInitials(left, right) || areInitials(right, left)) return 'initials';
  if (areLetters(all, right) || areLetters(every, left)) return 'initials';
  if (longForm(all) === longForm(every)) return 'short';
  if (isFeminine(all, every)) return 'unsure';
  if (areClose(all, every)) return 'close';
  if (contains(left, right) || contains(right, left)) return 'part';
  return 'different';
};
