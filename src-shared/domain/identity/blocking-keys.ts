/**
 * By what two cards that may be one meet: cards without a key in common are never compared. Names
 * are reduced to how they sound in French, so that a slip of typing still leads to the same key.
 */
import { companyWords } from './company-names.ts';
import { wordsOf } from './fold.ts';
import type { Identity } from './identity.ts';
import { familyNames } from './names.ts';

/** `Lefebvre` and `Lefèvre` sound alike: vowels, doubles and silent ends are left out. */
export const soundOf = (word: string): string => {
  const simple = word
    .replaceAll(/ph/g, 'f')
    .replaceAll(/(?:qu|q|k|ck|c(?![eiyh]))/g, 'k')
    .replaceAll(/c(?=[eiy])|z/g, 's')
    .replaceAll(/bv/g, 'v')
    .replaceAll(/w/g, 'v')
    .replaceAll(/y/g, 'i')
    .replaceAll(/h/g, '')
    .replace(/[stdxep]+$/, '');
  const first = simple.slice(0, 1);
  const rest = simple.slice(1).replaceAll(/[aeiou]/g, '');
  return `${first}${rest}`.replaceAll(/(.)\1+/g, '$1').slice(0, 6);
};

const placeOf = ({ address }: Identity): string | null => {
  if (address === null) return null;
  if (address.commune !== '') return `${address.postcode.slice(0, 2)}${address.commune}`;
  return address.postcode === '' ? null : address.postcode;
};

const personKeys = (identity: Identity): string[] => {
  const { card } = identity;
  const place = placeOf(identity);
  const families = familyNames(card.lastName).flatMap((words) => [words.join(''), ...words]);
  // First names too: the two may stand in each other's field.
  const names = [...families, ...wordsOf(card.firstName)].filter((word) => word.length > 2);
  const sounds = [...new Set(names.map(soundOf))].sort();
  const initials = [card.firstName, ...familyNames(card.lastName).map((words) => words.join(' '))]
    .map((text) => wordsOf(text)[0]?.[0] ?? '')
    .sort()
    .slice(0, 2)
    .join('');
  const keys: string[] = [];
  for (const sound of sounds) {
    if (place !== null) keys.push(`n:${sound}:${initials}:${place}`);
    if (card.birthDate) keys.push(`b:${sound}:${card.birthDate}`);
  }
  const { address } = identity;
  if (address !== null && address.street !== '') {
    keys.push(`a:${address.postcode}:${address.number}:${address.street.split(' ').at(-1)}`);
  }
  return keys;
};

const companyKeys = (identity: Identity): string[] => {
  const { card } = identity;
  const keys = companyWords(card.companyName ?? '')
    .slice(0, 1)
    .map(soundOf);
  const place = placeOf(identity);
  const named = place === null ? [] : keys.map((key) => `c:${key}:${place}`);
  return card.registration ? [...named, `s:${card.registration.slice(0, 9)}`] : named;
};

const mostKeys = 40;

export const blockingKeys = (identity: Identity): string[] => {
  const reached = [
    ...[...identity.mobiles, ...identity.landlines].map((e164) => `p:${e164}`),
    ...[...identity.ownEmails, ...identity.sharedEmails].map((box) => `e:${box}`),
  ];
  const named = identity.card.kind === 'company' ? companyKeys(identity) : personKeys(identity);
  return [...new Set([...reached, ...named])].slice(0, mostKeys).map((key) => key.slice(0, 200));
};
