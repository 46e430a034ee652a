/**
 * Postal addresses by the French norm (NF Z10-011): abbreviations written out, number and street
 * apart from the flat, communes without CEDEX, the arrondissements of Paris, Lyon and Marseille.
 */
import type { Customer } from '../customer/customer.ts';
import { wordsOf } from './fold.ts';
import { communeNames, streetWords } from './postal-words.ts';

type Address = NonNullable<Customer['address']>;

export type AddressKey = {
  readonly number: string;
  readonly street: string;
  /** Building, stairs, floor, door: what tells neighbours of one house apart. */
  readonly flat: string;
  readonly postcode: string;
  readonly commune: string;
  readonly district: string;
  readonly inseeCode: string | null;
};

const unsaid = new Set([
  'de',
  'du',
  'des',
  'd',
  'la',
  'le',
  'les',
  'l',
  'et',
  'a',
  'au',
  'aux',
  'en',
]);
const types = new Set(streetWords.values());
const flatWords =
  /^(?:appt?|apt|appart|appartement|bat|batiment|esc|escalier|etage|etg|porte|pte|residence|res|immeuble|imm|entree|hall|bp|cs|chez|boite|bal|lotissement)\b/;
const suffixes: Readonly<Record<string, string>> = { b: 'bis', t: 'ter', q: 'quater' };

/** A single letter is one only before the kind of street: `12 B rue`, but `12 r du Port`. */
const isSuffix = (word: string | undefined, next: string | undefined): word is string =>
  word !== undefined &&
  (/^(?:bis|ter|quater)$/.test(word) ||
    (/^[a-z]$/.test(word) && types.has(streetWords.get(next ?? '') ?? '')));

const writtenOut = (words: readonly string[]): string[] =>
  words.map((word) => streetWords.get(word) ?? word);

/** `12bis` and `12 B` are `12 bis`; `12-14` is `12`. */
const splitNumber = (line: string): { number: string; rest: string[] } => {
  const words = wordsOf(line.replaceAll(/(\d)([a-z])/gi, '$1 $2'));
  const [first = '', ...rest] = words;
  if (!/^\d{1,4}$/.test(first)) return { number: '', rest: writtenOut(words) };
  while (/^\d{1,4}$/.test(rest[0] ?? '')) rest.shift();
  const [next] = rest;
  if (!isSuffix(next, rest[1])) return { number: first, rest: writtenOut(rest) };
  return { number: `${first} ${suffixes[next] ?? next}`, rest: writtenOut(rest.slice(1)) };
};

const isFlat = (line: string): boolean => flatWords.test(wordsOf(line).join(' '));
const looksLikeStreet = (line: string): boolean => {
  const { number, rest } = splitNumber(line);
  return number !== '' || types.has(rest[0] ?? '');
};

/** `12 rue des Lilas, bât. B`: what stands after the comma is a line of its own. */
const linesOf = ({ lines }: Address): string[] => {
  const parts = lines.flatMap((line) => line.replace(/^\s*(\d+)\s*,/, '$1 ').split(/[,;\n]/));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
};

const bigCities: Readonly<Record<string, string>> = {
  '75': 'paris',
  '69': 'lyon',
  '13': 'marseille',
};

const communeOf = ({ commune, postcode }: Address): { name: string; district: string } => {
  const words = writtenOut(wordsOf(commune));
  const end = words.indexOf('cedex');
  const said = (end < 0 ? words : words.slice(0, end)).filter((word) => word !== 'arrondissement');
  const city = said[0] ?? '';
  const isBig = Object.values(bigCities).includes(city);
  const ordinal = /^(\d{1,2})(?:e|er|eme|ere|ieme)?$/.exec(said[1] ?? '')?.[1];
  const byCode = /^(75|69|13)(?:0|1)(\d\d)$/.exec(postcode);
  const coded = byCode?.[1] !== undefined && bigCities[byCode[1]] === city ? byCode[2] : undefined;
  const district = isBig ? (coded ?? ordinal ?? '') : '';
  const name = isBig ? city : said.join(' ');
  return {
    name: communeNames[name] ?? name,
    district: district === '' ? '' : String(Number(district)),
  };
};

export const addressKey = (address: Address): AddressKey => {
  const lines = linesOf(address);
  const others = lines.filter((line) => !isFlat(line));
  const streetLine = others.find(looksLikeStreet) ?? others.at(-1) ?? '';
  const { number, rest } = splitNumber(streetLine);
  const { name, district } = communeOf(address);
  const flats = lines.filter(isFlat).flatMap((line) => writtenOut(wordsOf(line)));
  return {
    number,
    street: rest.filter((word) => !unsaid.has(word)).join(' '),
    flat: flats.sort().join(' '),
    postcode: wordsOf(address.postcode).join(''),
    commune: name,
    district,
    inseeCode: address.inseeCode,
  };
};
