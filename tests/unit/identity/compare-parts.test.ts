import { addressKey } from '@shared/domain/identity/address-key.ts';
import { isRegistration, matchCompanies } from '@shared/domain/identity/company-names.ts';
import { emailKey } from '@shared/domain/identity/email-key.ts';
import { matchAddresses } from '@shared/domain/identity/match-addresses.ts';
import { describe, expect, it } from 'vitest';
import { at, compared, landline, someCompany } from './cards.ts';

const keyOf = (...address: Parameters<typeof at>) => {
  const given = at(...address);
  return given === null ? null : addressKey(given);
};

it('[IDENT-10] mailboxes', () => {
  expect(emailKey('Anne.LeGall+Kerdoual@Exemple.FR')).toBe('anne.legall@exemple.fr');
  expect(emailKey('anne.legall@exemple.fr')).not.toBe(emailKey('annelegall@exemple.fr'));
  expect(emailKey('a.n.ne@googlemail.com')).toBe(emailKey('anne@gmail.com'));
});

type Place = readonly [string, string, string];
const same: readonly (readonly [Place, Place])[] = [
  [
    ['12 av. du Gal de Gaulle', '29200', 'BREST'],
    ['12, avenue du Général de Gaulle', '29200', 'Brest'],
  ],
  [
    ['3 bis bd St-Michel', '75005', 'Paris'],
    ['3B boulevard Saint Michel', '75005', 'PARIS 05'],
  ],
  [
    ['Appt 12|Bât. C|7 rue des Lilas', '35000', 'Rennes'],
    ['7 r des Lilas|bat C|apt 12', '35000', 'RENNES'],
  ],
  [
    ['1 place Bellecour', '69002', 'Lyon'],
    ['1 pl. Bellecour', '69002', 'LYON 2EME ARRONDISSEMENT'],
  ],
  [
    ['10 quai du Port', '13002', 'Marseille'],
    ['10 quai du port', '13002', 'Marseille 2e'],
  ],
  [
    ['5 rue Pasteur', '51000', 'Châlons-sur-Marne'],
    ['5 rue Pasteur', '51000', 'Châlons-en-Champagne'],
  ],
  [
    ['8 rue Foch', '76600', 'Le Havre'],
    ['8 rue Foch', '76084', 'LE HAVRE CEDEX'],
  ],
  [
    ['ZA du Bois', '29200', 'Brest'],
    ['Zone Artisanale du Bois', '29200', 'BREST'],
  ],
];
const notSame: readonly (readonly [Place, Place, string])[] = [
  [['12 rue Foch', '76600', 'Le Havre'], ['12 bis rue Foch', '76600', 'Le Havre'], 'commune'],
  [
    ['7 rue des Lilas|Appt 12', '35000', 'Rennes'],
    ['7 rue des Lilas|Appt 14', '35000', 'Rennes'],
    'near',
  ],
  [['7 rue des Lilas', '75011', 'Paris'], ['7 rue des Lilas', '75019', 'Paris'], 'different'],
  [['rue des Lilas', '35000', 'Rennes'], ['7 rue des Lilas', '35000', 'Rennes'], 'near'],
  [['7 rue des Lilas', '35000', 'Rennes'], ['7 rue des Lilas', '44000', 'Nantes'], 'different'],
];

describe('[IDENT-11] addresses', () => {
  it.each(same)('%j is %j', (one, other) => {
    expect(matchAddresses(keyOf(...one), keyOf(...other))).toBe('same');
  });
  it.each(notSame)('%j and %j are %s', (one, other, match) => {
    expect(matchAddresses(keyOf(...one), keyOf(...other))).toBe(match);
    expect(matchAddresses(keyOf(...other), keyOf(...one))).toBe(match);
  });
});

it('[IDENT-12] companies', () => {
  expect(matchCompanies('SARL Garage Petitjean', 'Garage Petitjean (S.A.S.)')).toBe('same');
  expect(matchCompanies('Établissements Lebrun & Fils', 'Ets LEBRUN et fils')).toBe('same');
  expect(matchCompanies('Garage Petitjean', 'Garage Grandjean')).toBe('different');
  const siren = (registration: string) =>
    someCompany('Petitjean SARL', { registration, phones: [landline] });
  expect(compared(siren('73282932000074'), siren('73282932000074')).verdict).toBe('certain');
  expect(compared(siren('732829320'), siren('73282932000074')).verdict).toBe('probable');
  expect(compared(siren('732829320'), siren('443061841'))).toMatchObject({
    verdict: 'possible',
    against: ['other-registration'],
  });
});

it('[IDENT-13] check digits', () => {
  const right = ['732829320', '73282932000074', '35600000000048', '35600000009016'];
  expect(right.map(isRegistration)).toEqual(right.map(() => true));
  const wrong = ['732829321', '73282932000075', '35600000009017', '7328293200007', 'abc', ''];
  expect(wrong.map(isRegistration)).toEqual(wrong.map(() => false));
});
