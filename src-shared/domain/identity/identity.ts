/** What of a customer tells who it is, made ready for comparing once. */
import type { Customer } from '../customer/customer.ts';
import { parseNumber } from '../number/parse-number.ts';
import { type AddressKey, addressKey } from './address-key.ts';
import { emailKey, isSharedBox } from './email-key.ts';

export type Card = Pick<
  Customer,
  'kind' | 'civility' | 'firstName' | 'lastName' | 'companyName' | 'phones' | 'emails' | 'address'
> &
  Partial<Pick<Customer, 'birthDate' | 'registration'>>;

export type Identity = {
  readonly card: Card;
  /** Numbers that one person carries. */
  readonly mobiles: readonly string[];
  /** Numbers that a household, an office or a switchboard share. */
  readonly landlines: readonly string[];
  readonly ownEmails: readonly string[];
  readonly sharedEmails: readonly string[];
  readonly address: AddressKey | null;
};

const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();

export const identityOf = (card: Card): Identity => {
  const numbers = unique(card.phones.map(({ e164 }) => e164));
  const mobiles = numbers.filter((e164) => parseNumber(e164).kind === 'mobile');
  const emails = unique(card.emails.map(emailKey));
  return {
    card,
    mobiles,
    landlines: numbers.filter((e164) => !mobiles.includes(e164)),
    ownEmails: emails.filter((key) => !isSharedBox(key)),
    sharedEmails: emails.filter(isSharedBox),
    address: card.address === null ? null : addressKey(card.address),
  };
};
