/** Cards for comparing: one person whom each test changes a little. */
import { compareIdentities } from '@shared/domain/identity/compare-identities.ts';
import { type Card, identityOf } from '@shared/domain/identity/identity.ts';

export const mobile = { e164: '+33639981234', label: 'mobile' as const };
export const landline = { e164: '+33199007315', label: 'home' as const };

export const someone = (change: Partial<Card> = {}): Card => ({
  kind: 'person',
  civility: 'none',
  firstName: 'Jean-Pierre',
  lastName: 'Lefebvre',
  companyName: null,
  phones: [],
  emails: [],
  address: null,
  ...change,
});

export const someCompany = (companyName: string, change: Partial<Card> = {}): Card =>
  someone({ kind: 'company', firstName: '', lastName: '', companyName, ...change });

export const at = (line: string, postcode: string, commune: string): Card['address'] => ({
  lines: line.split('|'),
  postcode,
  commune,
  inseeCode: null,
  country: 'FR',
});

export const compared = (one: Card, other: Card) =>
  compareIdentities(identityOf(one), identityOf(other));
