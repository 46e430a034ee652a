/** Small, valid rows for tests of the desktop: one customer, one brand, as the hub would send them. */
import { randomUUID } from 'node:crypto';
import {
  type CustomerBundle,
  customerBundleSchema,
  type Reference,
  referenceSchema,
} from '@shared/contracts/sync/pull.ts';
import { demoBrands, demoNumbers } from '@shared/domain/brand/demo-brands.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';

export const sampleNow = Date.parse('2026-11-05T10:44:00.000Z');
const at = (msBefore: number): string => new Date(sampleNow - msBefore).toISOString();

export const sampleInteraction = (change: Partial<Interaction> = {}): Interaction => ({
  id: randomUUID(),
  customerId: null,
  brandId: 'kerdoual',
  channel: 'email',
  direction: 'inbound',
  startedAt: at(3_600_000),
  endedAt: null,
  recordedAt: at(3_500_000),
  outcome: 'done',
  advisorId: null,
  queue: null,
  campaignId: null,
  reasonCode: null,
  dispositionCode: null,
  title: 'E-mail',
  customerWords: null,
  summary: null,
  notes: [],
  caseId: null,
  threadId: null,
  call: null,
  speech: null,
  wrapUpEndedAt: null,
  ...change,
});

export const sampleBundle = (change: Partial<CustomerBundle['customer']> = {}): CustomerBundle =>
  customerBundleSchema.parse({
    customer: {
      id: randomUUID(),
      kind: 'person',
      civility: 'mme',
      firstName: 'Hélène',
      lastName: 'Vasseur',
      companyName: null,
      language: 'fr',
      phones: [{ e164: '+33639984117', label: 'mobile' }],
      emails: ['helene.vasseur@exemple.fr'],
      address: {
        lines: ['3 rue du Moulin Blanc'],
        postcode: '29200',
        commune: 'Brest',
        inseeCode: '29019',
        country: 'FR',
      },
      relations: [
        {
          brandId: 'kerdoual',
          since: '2017-03-02',
          value12MonthsCents: 394_000,
          segment: 'premium',
          vip: true,
          relationMode: 'expert',
        },
      ],
      version: 1,
      updatedAt: at(86_400_000),
      ...change,
    },
    cases: [],
    consents: [],
    callbacks: [],
    interactions: [],
    grants: [],
    purchases: [],
  });

export const sampleReference = (change: Partial<Reference> = {}): Reference =>
  referenceSchema.parse({
    brands: demoBrands,
    numbers: demoNumbers.map((number) => ({ ...number, id: randomUUID(), tariffClass: 'normal' })),
    scripts: [],
    reasons: [
      { code: 'livraison', brandId: 'kerdoual', label: { fr: 'Livraison', en: 'Delivery' } },
    ],
    dispositions: [
      {
        code: 'echange',
        brandId: 'kerdoual',
        label: { fr: 'Échange accepté', en: 'Exchange accepted' },
        group: { fr: 'Réclamation · résolue', en: 'Complaint · resolved' },
        synonyms: [],
        resolvesCase: true,
        expectsCallback: false,
        rank: 0,
      },
    ],
    users: [],
    teams: [],
    ...change,
  });
