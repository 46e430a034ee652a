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
  ).toMatchObject({
    'customer.formalName': 'Madame Vasseur',
    'customer.firstName': 'Hélène',
    'customer.lastName': 'Vasseur',
    'customer.commune': 'Brest',
    'customer.since': 2017,
    'customer.segment': 'premium',
    'customer.value': 3940,
    'customer.vip': true,
    'customer.relationMode': 'expert',
    'brand.name': 'Maison Kerdoual',
    'advisor.firstName': 'Camille',
    'advisor.fullName': 'Camille Roussel',
    'case.reference': 'R-20817',
    'case.title': 'Pied avant gauche cassé à la livraison',
  });
});

it('[SPEECH-16] the call and the moment are facts, too', () => {
  const facts = gatherFacts({
    locale: 'fr',
    brand: null,
    advisor: null,
    customer: null,
    openCase: null,
    call: { direction: 'inbound', numberCalled: '+33199004110', reason: 'sav', waitedS: 42 },
    at: new Date(2026, 10, 28, 9, 59),
  });
  expect(facts).toEqual({
    'call.direction': 'inbound',
    'call.numberCalled': '+33199004110',
    'call.reason': 'sav',
    'call.waited': 42,
    'time.today': '2026-11-28',
    'time.hour': 9,
    'time.weekday': 'saturday',
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
