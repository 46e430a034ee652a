import { formalName, gatherFacts } from '@shared/domain/script/gather-facts.ts';
import { expect, it } from 'vitest';
import { heleneBundle } from '../../component/support/helene.ts';
import { camille, reference } from '../../component/support/organisation.ts';

const { customer, cases } = heleneBundle;

it('[SPEECH-16] the facts come from the customer, the brand and the advisor of the call', () => {
  expect(
    gatherFacts({
      locale: 'fr',
      brand: reference.brands[0] ?? null,
      advisor: camille,
      customer,
      openCase: cases[0] ?? null,
    }),
  ).toEqual({
    'customer.formalName': 'Madame Vasseur',
    'customer.firstName': 'Hélène',
    'customer.lastName': 'Vasseur',
    'customer.commune': 'Brest',
    'customer.since': '2017',
    'customer.vip': true,
    'customer.relationMode': 'expert',
    'brand.name': 'Maison Kerdoual',
    'advisor.firstName': 'Camille',
    'advisor.fullName': 'Camille Roussel',
    'case.reference': 'R-20817',
    'case.title': 'Pied avant gauche cassé à la livraison',
  });
});

it('[SPEECH-16] nobody known leaves only the brand and the advisor', () => {
  const facts = gatherFacts({
    locale: 'fr',
    brand: null,
    advisor: camille,
    customer: null,
    openCase: null,
  });
  expect(Object.keys(facts)).toEqual(['advisor.firstName', 'advisor.fullName']);
});

it('[C360-1] a person of unknown civility is addressed by both names, a company by its own', () => {
  expect(formalName({ ...customer, civility: 'none' }, 'fr')).toBe('Hélène Vasseur');
  expect(formalName({ ...customer, civility: 'm' }, 'en')).toBe('Mr Vasseur');
  expect(
    formalName({ ...customer, kind: 'company', lastName: '', companyName: 'Garage Petit' }, 'fr'),
  ).toBe('Garage Petit');
});
