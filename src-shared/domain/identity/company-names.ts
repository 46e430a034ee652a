/** Companies: their name without its legal form, and their number in the SIRENE register. */
import { areClose } from './distance.ts';
import { wordsOf } from './fold.ts';

const legalForms = new Set(
  'sarl sas sasu sa eurl ei eirl snc sci scp selarl selas scop gie scea gaec earl scm ste societe ets etablissements cie gmbh ltd inc'.split(
    ' ',
  ),
);
const joining = new Set(['et', 'and', 'de', 'du', 'des', 'd', 'la', 'le', 'les', 'l']);

/** `S.A.R.L.` arrives as single letters: they are put together again. */
const joinedLetters = (words: readonly string[]): string[] => {
  const joined: string[] = [];
  let letters = '';
  for (const word of [...words, '']) {
    if (word.length === 1) {
      letters += word;
      continue;
    }
    if (letters !== '') joined.push(letters);
    letters = '';
    if (word !== '') joined.push(word);
  }
  return joined;
};

/** The words that tell a company from others; all of them when its name is a legal form only. */
export const companyWords = (name: string): readonly string[] => {
  const words = joinedLetters(wordsOf(name));
  const left = words.filter((word) => !legalForms.has(word) && !joining.has(word));
  return left.length === 0 ? words : left;
};

export type CompanyMatch = 'same' | 'close' | 'different' | 'missing';

export const matchCompanies = (one: string, other: string): CompanyMatch => {
  const [left, right] = [companyWords(one), companyWords(other)];
  if (left.length === 0 || right.length === 0) return 'missing';
  if (left.join('') === right.join('')) return 'same';
  if ([...left].sort().join(' ') === [...right].sort().join(' ')) return 'same';
  return areClose(left.join(''), right.join('')) ? 'close' : 'different';
};

const luhnSum = (digits: string): number =>
  [...digits].reverse().reduce((sum, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);

const laPoste = '356000000';

/** Nine digits (SIREN) or fourteen (SIRET) with their check digit; La Poste's offices add up to 5. */
export const isRegistration = (digits: string): boolean => {
  if (!/^\d{9}(?:\d{5})?$/.test(digits)) return false;
  if (luhnSum(digits.slice(0, 9)) % 10 !== 0) return false;
  if (digits.length === 9 || luhnSum(digits) % 10 === 0) return true;
  const sum = [...digits].reduce((total, digit) => total + Number(digit), 0);
  return digits.startsWith(laPoste) && sum % 5 === 0;
};
