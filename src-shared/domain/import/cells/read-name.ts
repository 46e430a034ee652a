/** Names in capitals or small letters put as people write them; a name in both is left as it is. */
import { type Read, refused, took } from '../problem.ts';

/** Stay small inside a name: Charles de Gaulle, Ludwig van Beethoven, Anne Dupont née Martin. */
const small = new Set([
  'de',
  'du',
  'des',
  'von',
  'van',
  'der',
  'den',
  'née',
  'né',
  'nee',
  'ne',
  'épouse',
  'ep',
  'ép',
  'veuve',
  'vve',
  'dit',
  'dite',
  'et',
]);

/** A letter that becomes two as a capital (ß) is left. */
const capital = (word: string): string => {
  const upper = word.charAt(0).toLocaleUpperCase('fr');
  return upper.length === 1 ? upper + word.slice(1) : word;
};

/** `d'ormesson` stays small before the apostrophe, `L'Hermite` and `O'Brien` do not. */
const properWord = (word: string): string => {
  const elided = /^([a-zà-ÿ])(['’])(.+)$/.exec(word);
  if (elided === null) return capital(word);
  const [, letter = '', mark = '', rest = ''] = elided;
  return `${letter === 'd' ? 'd' : letter.toLocaleUpperCase('fr')}${mark}${capital(rest)}`;
};

const properCase = (text: string): string =>
  text
    .toLocaleLowerCase('fr')
    .split(' ')
    .map((word) =>
      small.has(word.replace(/\.$/, '')) ? word : word.split('-').map(properWord).join('-'),
    )
    .join(' ');

const isOneCase = (text: string): boolean => {
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  if (/\P{Script=Latin}/u.test(letters)) return false;
  if (letters.length < 2) return letters !== '' && letters === letters.toLocaleLowerCase('fr');
  return letters === letters.toLocaleUpperCase('fr') || letters === letters.toLocaleLowerCase('fr');
};

export const readText = (raw: string, most: number): Read<string> => {
  const text = raw.normalize('NFC').trim();
  return text.length > most ? refused('too-long', { kind: 'correct' }, most) : took(text);
};

const mostLetters = 80;

export const readName = (raw: string): Read<string> => {
  const text = raw.normalize('NFKC').trim().replaceAll(/\s+/g, ' ');
  if (text.length > mostLetters) return refused('too-long', { kind: 'correct' }, mostLetters);
  if (!isOneCase(text)) return took(text);
  const proper = properCase(text);
  return took(proper, proper === text ? null : 'proper-case');
};
