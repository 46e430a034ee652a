import { describe, expect, it } from 'vitest';
import { at, compared, landline, mobile, someone } from './cards.ts';

const named = (firstName: string, lastName: string) =>
  someone({ firstName, lastName, phones: [mobile] });

describe('names', () => {
  it.each([
    ['Anne', 'Le Gall', 'Anne', 'LEGALL'],
    ['Charles', 'de La Tour', 'Charles', 'Tour'],
    ['Jeanne', 'd’Arcy', 'Jeanne', 'Darcy'],
    ['Jean-Pierre', 'Lefebvre', 'Jean Pierre', 'LEFEBVRE'],
    ['Hélène', 'Cœur', 'helene', 'Coeur'],
    ['Yves', 'Saint-Martin', 'Yves', 'ST MARTIN'],
    ['Soizic', 'de Sainte-Marie', 'Soizic', 'Ste Marie'],
  ])('[IDENT-3] %s %s is %s %s', (first, last, otherFirst, otherLast) => {
    const { verdict, for: reasons } = compared(named(first, last), named(otherFirst, otherLast));
    expect(verdict).toBe('certain');
    expect(reasons).toContain('same-name');
  });

  it('[IDENT-3] initials are probable, never certain', () => {
    for (const initials of ['J.-P.', 'JP', 'J P', 'J.']) {
      const { verdict, for: reasons } = compared(
        named('Jean-Pierre', 'Roux'),
        named(initials, 'Roux'),
      );
      expect([initials, verdict]).toEqual([initials, 'probable']);
      expect(reasons).toContain('initials');
    }
  });

  it('[IDENT-4] swapped names are found, and said', () => {
    const { verdict, for: reasons } = compared(
      named('Martin', 'Thomas'),
      named('Thomas', 'Martin'),
    );
    expect(verdict).toBe('certain');
    expect(reasons).toContain('swapped-name');
  });

  it('[IDENT-5] née, époux and double names lead to the other name', () => {
    const married = compared(named('Claire', 'Dupont née Martin'), named('Claire', 'Martin'));
    expect(married).toMatchObject({ verdict: 'certain', for: ['birth-name', 'same-mobile'] });
    const brackets = compared(named('Claire', 'Martin (ép. Dupont)'), named('Claire', 'Dupont'));
    expect(brackets.verdict).toBe('certain');
    const both = compared(named('Claire', 'Martin-Dupont'), named('Claire', 'Dupont née Martin'));
    expect(both).toMatchObject({ verdict: 'certain', for: ['birth-name', 'same-mobile'] });
    const other = compared(named('Claire', 'Martin-Dupont'), named('Claire', 'Dupont née Leroy'));
    expect(other).toMatchObject({ verdict: 'probable', for: ['part-of-name', 'same-mobile'] });
    const double = compared(named('Claire', 'Martin-Dupont'), named('Claire', 'Martin'));
    expect(double).toMatchObject({ verdict: 'probable', for: ['part-of-name', 'same-mobile'] });
  });

  it('[IDENT-6] a slip in a long name is forgiven, in a short one it is not', () => {
    expect(compared(named('Claire', 'Lefebvre'), named('Claire', 'Lefevbre')).verdict).toBe(
      'certain',
    );
    expect(compared(named('Claire', 'Roy'), named('Claire', 'Rey')).verdict).toBe('possible');
  });
});

describe('what is shared', () => {
  const home = at('14 rue de Kergariou', '29000', 'Quimper');
  const her = someone({
    firstName: 'Mireille',
    lastName: 'Guéguen',
    phones: [landline],
    address: home,
  });

  it('[IDENT-7] a mobile or a mailbox makes certain, a landline and an address do not', () => {
    const mail = { emails: ['jp.lefebvre@exemple.fr'] };
    expect(compared(someone(mail), someone(mail)).verdict).toBe('certain');
    expect(compared(someone({ phones: [mobile] }), someone({ phones: [mobile] })).verdict).toBe(
      'certain',
    );
    expect(compared(her, her).verdict).toBe('probable');
    const role = { emails: ['contact@exemple.fr'] };
    expect(compared(someone(role), someone(role)).verdict).toBe('possible');
  });

  it('[IDENT-8] a couple shares name, address and landline, perhaps a mobile or mailbox', () => {
    const him = { ...her, firstName: 'Loïc' };
    expect(compared(her, him)).toMatchObject({
      verdict: 'none',
      for: ['same-landline', 'same-address'],
      against: ['other-first-name'],
    });
    const shared = { phones: [mobile, landline], emails: ['gueguen@exemple.fr'] };
    expect(compared({ ...her, ...shared }, { ...him, ...shared }).verdict).toBe('possible');
  });

  it('[IDENT-9] one name and two births are two people', () => {
    const father = { ...her, phones: [mobile], birthDate: '1948-03-02' };
    const son = { ...her, phones: [mobile], birthDate: '1975-07-19' };
    expect(compared(father, son)).toMatchObject({
      verdict: 'possible',
      against: ['other-birth-date'],
    });
    expect(compared(father, { ...father, birthDate: '1948-02-03' }).verdict).toBe('probable');
    expect(compared(named('Pascal', 'Morin'), named('Pascale', 'Morin')).verdict).toBe('probable');
    const civil = (civility: 'm' | 'mme') => ({ ...named('Dominique', 'Morin'), civility });
    expect(compared(civil('m'), civil('mme')).verdict).toBe('probable');
  });

  it('[IDENT-14] a company and its owner are two cards', () => {
    const owner = someone({ phones: [mobile], emails: ['jp@exemple.fr'] });
    const shop = { ...owner, kind: 'company' as const, companyName: 'Lefebvre SARL' };
    expect(compared(owner, shop)).toMatchObject({
      verdict: 'possible',
      against: ['person-and-company'],
    });
  });
});
