/**
 * What a line adds to a card that is there already: only what the file fills. Numbers and addresses
 * are added, never taken away; a name that lost its accents on the way does not take them from the card.
 */

import { sameValue } from '../../kernel/same-value.ts';
import type { Customer } from '../customer/customer.ts';
import { emailKey } from '../identity/email-key.ts';
import { wordsOf } from '../identity/fold.ts';
import type { CardLine } from './line.ts';

const mostContacts = 10;

export const labelOf = (e164: string): Customer['phones'][number]['label'] =>
  /^\+33[67]/.test(e164) ? 'mobile' : 'other';

const sameWords = (one: string, other: string): boolean =>
  wordsOf(one).join('') === wordsOf(other).join('');

const named = (card: string, line: string): string =>
  line === '' || sameWords(card, line) ? card : line;

const addressOf = (card: Customer['address'], line: CardLine['address']): Customer['address'] => {
  if (line === null || card === null) return line ?? card;
  const same = (one: string, other: string) => other === '' || sameWords(one, other);
  const isSame =
    same(card.postcode, line.postcode) &&
    same(card.commune, line.commune) &&
    (line.lines.length === 0 || sameWords(card.lines.join(' '), line.lines.join(' '))) &&
    card.country === line.country;
  return isSame ? card : line;
};

const phonesOf = (card: Customer, line: CardLine): Customer['phones'] => {
  const known = new Set(card.phones.map(({ e164 }) => e164));
  const added = line.phones.filter((e164) => !known.has(e164));
  return [...card.phones, ...added.map((e164) => ({ e164, label: labelOf(e164) }))].slice(
    0,
    Math.max(mostContacts, card.phones.length),
  );
};

const emailsOf = (card: Customer, line: CardLine): Customer['emails'] => {
  const known = new Set(card.emails.map(emailKey));
  const added = line.emails.filter((email) => !known.has(emailKey(email)));
  return [...card.emails, ...added].slice(0, Math.max(mostContacts, card.emails.length));
};

export type CardFields = Pick<
  Customer,
  | 'civility'
  | 'firstName'
  | 'lastName'
  | 'companyName'
  | 'birthDate'
  | 'registration'
  | 'language'
  | 'phones'
  | 'emails'
  | 'address'
>;
export type CardChange = {
  readonly field: keyof CardFields;
  readonly from: unknown;
  readonly to: unknown;
};

export const fillCard = (
  card: Customer,
  line: CardLine,
): { readonly next: Customer; readonly changes: readonly CardChange[] } => {
  const fields: CardFields = {
    civility: line.civility === null || line.civility === 'none' ? card.civility : line.civility,
    firstName: named(card.firstName, line.firstName),
    lastName: named(card.lastName, line.lastName),
    companyName:
      line.companyName === '' ? card.companyName : named(card.companyName ?? '', line.companyName),
    birthDate: line.birthDate ?? card.birthDate ?? null,
    registration: line.registration ?? card.registration ?? null,
    language: line.language ?? card.language,
    phones: phonesOf(card, line),
    emails: emailsOf(card, line),
    address: addressOf(card.address, line.address),
  };
  const changes = (Object.keys(fields) as (keyof CardFields)[])
    .map((field) => ({ field, from: card[field] ?? null, to: fields[field] ?? null }))
    .filter(({ from, to }) => !sameValue(from, to));
  const written = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
  return { next: { ...card, ...written }, changes };
};
