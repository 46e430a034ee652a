import type { Card } from '@shared/domain/identity/identity.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compared, landline, mobile, someone } from './cards.ts';

const firstNames = ['Jean-Pierre', 'Jean', 'J.', 'Hélène', 'Loïc', 'Pascal', 'Pascale', 'Cath', ''];
const lastNames = ['Le Gall', 'Legal', 'Dupont née Martin', 'Martin', 'Cœurdoux', 'de la Tour', ''];
const streets = ['12 bis av. du Gal Leclerc', '12 rue de la Paix', '7 bd St-Michel|Appt 3', ''];
const communes = ['Saint-Étienne', 'Paris', 'Châlons-sur-Marne', 'Œuilly'];

const cards: fc.Arbitrary<Card> = fc.record({
  kind: fc.constantFrom('person', 'person', 'company'),
  civility: fc.constantFrom('mme', 'm', 'none'),
  firstName: fc.constantFrom(...firstNames),
  lastName: fc.constantFrom(...lastNames),
  companyName: fc.constantFrom(null, 'SARL Étoile', 'Etoile SAS', 'Garage Petitjean'),
  phones: fc.subarray([mobile, landline, { e164: '+33639985555', label: 'mobile' as const }]),
  emails: fc.subarray(['a.b@gmail.com', 'contact@exemple.fr', 'anne@exemple.fr']),
  address: fc.option(
    fc.record({
      lines: fc.constantFrom(...streets).map((street) => street.split('|')),
      postcode: fc.constantFrom('42000', '75005', '75116', '51000', ''),
      commune: fc.constantFrom(...communes),
      inseeCode: fc.constantFrom(null, '42218'),
      country: fc.constant('FR'),
    }),
  ),
  birthDate: fc.constantFrom(null, '1948-03-02', '1948-02-03', '1975-07-19'),
  registration: fc.constantFrom(null, '732829320', '73282932000074', '443061841'),
});

it('[IDENT-1] symmetric and reflexive', () => {
  fc.assert(
    fc.property(cards, cards, (one, other) => {
      expect(compared(other, one)).toEqual(compared(one, other));
      expect(compared(one, one).against).toEqual([]);
      const whole = {
        ...one,
        firstName: 'Anne',
        lastName: 'Le Gall',
        phones: [mobile],
        kind: 'person' as const,
      };
      expect(compared(whole, whole).verdict).toBe('certain');
    }),
    { numRuns: 500 },
  );
});

const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('Œ', 'OE');
const shouted = (card: Card): Card => {
  const loud = (text: string) => plain(text).toUpperCase().replaceAll('-', ' ');
  return {
    ...card,
    firstName: loud(card.firstName),
    lastName: loud(card.lastName),
    companyName: card.companyName === null ? null : loud(card.companyName),
    emails: card.emails.map((email) => email.toUpperCase().replace('@', '+TAG@')),
    address:
      card.address === null
        ? null
        : {
            ...card.address,
            lines: card.address.lines.map((line) => ` ${loud(line).replaceAll('.', ' ')}`),
            commune: loud(card.address.commune),
          },
  };
};

it('[IDENT-2] the form of a text changes nothing', () => {
  fc.assert(
    fc.property(cards, cards, (one, other) => {
      expect(compared(shouted(one), other)).toEqual(compared(one, other));
    }),
    { numRuns: 500 },
  );
});

it('[IDENT-8] [IDENT-9] whatever else is shared, another first name or birth is never certain', () => {
  fc.assert(
    fc.property(cards, (one) => {
      const her = someone({ ...one, kind: 'person', firstName: 'Mireille', lastName: 'Riou' });
      expect(['none', 'possible']).toContain(compared(her, { ...her, firstName: 'Loïc' }).verdict);
      const [born, later] = [
        { ...her, birthDate: '1948-03-02' },
        { ...her, birthDate: '1975-07-19' },
      ];
      expect(['none', 'possible']).toContain(compared(born, later).verdict);
    }),
  );
});
