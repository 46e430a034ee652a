/** « Bilan isolation » and the people who are kept for Camille, on the Thursday of the mock-ups. */
import type { OwnCampaigns, OwnContact } from '@shared/contracts/engine/campaigns.ts';
import { type CampaignView, campaignViewSchema } from '@shared/contracts/http/campaigns.ts';
import { type CustomerBundle, customerBundleSchema } from '@shared/contracts/sync/pull.ts';
import { solvenneOutbound } from '@shared/domain/script/demo-scripts/solvenne-outbound.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { at, heleneBundle, interaction } from './helene.ts';
import { camille, id, reference } from './organisation.ts';

export const bilan: CampaignView = campaignViewSchema.parse({
  id: id(9001),
  status: 'running',
  revision: 3,
  createdBy: null,
  createdAt: at('2026-10-20T09:00:00'),
  settings: {
    name: 'Bilan isolation',
    brandId: 'solvenne',
    goal: 'appointments',
    scriptId: solvenneOutbound.id,
    teamIds: [camille.teamId],
    startsOn: '2026-10-26',
    endsOn: '2026-11-27',
    controlPercent: 8,
    target: 120,
    dailyGoals: { contacts: 12, successes: 3 },
  },
  counts: { waiting: 326, over: 290, control: 54, attempts: 412, reached: 274, successes: 74 },
  problems: [],
});

export const campaignReference = {
  ...reference,
  scripts: [...reference.scripts, solvenneOutbound],
  dispositions: [
    ...reference.dispositions,
    {
      code: 'refus',
      brandId: 'solvenne',
      label: { fr: 'Refus', en: 'Refused' },
      group: { fr: 'Bilan isolation', en: 'Insulation check' },
      synonyms: [],
      resolvesCase: false,
      expectsCallback: false,
      refusesOffer: true,
      rank: 1,
    },
  ],
};

type Who = {
  readonly number: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly postcode: string;
  readonly commune: string;
};

const consentOf = (customerId: string) => ({
  id: id(9500),
  customerId,
  brandId: 'solvenne',
  channel: 'phone',
  status: 'given',
  purpose: 'offres et conseils de la marque',
  givenAt: at('2026-02-03T10:00:00'),
  until: null,
  proof: 'enregistrement de l’appel, 1 min 12',
});

export const bundleOf = (
  { number, firstName, lastName, postcode, commune }: Who,
  change: Partial<Record<keyof CustomerBundle, unknown>> = {},
): CustomerBundle =>
  customerBundleSchema.parse({
    ...heleneBundle,
    customer: {
      ...heleneBundle.customer,
      id: id(number),
      civility: 'm',
      firstName,
      lastName,
      phones: [{ e164: '+33639982760', label: 'mobile' }],
      address: { ...heleneBundle.customer.address, postcode, commune },
      relations: [
        {
          brandId: 'solvenne',
          since: '2019-08-26',
          value12MonthsCents: 132_000,
          segment: 'standard',
          vip: false,
          relationMode: 'brand-led',
        },
      ],
    },
    cases: [],
    callbacks: [],
    consents: [consentOf(id(number))],
    interactions: [],
    ...change,
  });

const gilles = {
  number: 9101,
  firstName: 'Gilles',
  lastName: 'Armand',
  postcode: '35000',
  commune: 'Rennes',
};
const solange = {
  number: 9102,
  firstName: 'Solange',
  lastName: 'Hoarau',
  postcode: '97400',
  commune: 'Saint-Denis',
};
const paul = {
  number: 9103,
  firstName: 'Paul',
  lastName: 'Kervella',
  postcode: '56000',
  commune: 'Vannes',
};

const call = (of: Who, day: string, change: object = {}) =>
  interaction({
    customerId: id(of.number),
    brandId: 'solvenne',
    channel: 'phone',
    direction: 'outbound',
    startedAt: at(day),
    outcome: 'no-answer',
    title: 'Appel sortant',
    ...change,
  });

export const gillesBundle = bundleOf(gilles, {
  interactions: [
    interaction({
      customerId: id(gilles.number),
      brandId: 'solvenne',
      channel: 'web',
      startedAt: at('2026-11-04T21:04:00'),
      title: 'Simulateur d’isolation',
      summary: 'Combles, 92 m², s’arrête au devis',
    }),
    call(gilles, '2026-10-22T14:20:00'),
  ],
});
export const solangeBundle = bundleOf(solange, {
  interactions: [
    call(solange, '2026-10-21T10:32:00', { outcome: 'answered', dispositionCode: 'refus' }),
  ],
});
export const paulBundle = bundleOf(paul);

const contactOf = (who: Who, change: Partial<OwnContact> = {}): OwnContact => ({
  id: id(who.number + 100),
  campaignId: bilan.id,
  customerId: id(who.number),
  customerName: `${who.firstName} ${who.lastName}`,
  commune: who.commune,
  state: 'waiting',
  overBecause: null,
  zone: 'Europe/Paris',
  numbers: ['+33639982760'],
  numberRank: 0,
  attempts: [],
  promisedAt: null,
  promisedTo: null,
  expiresAt: null,
  notBefore: null,
  leasedTo: camille.id,
  leasedUntil: at('2026-11-05T12:44:00'),
  why: 'worth',
  ...change,
});

export const kept = {
  gilles: contactOf(gilles),
  solange: contactOf(solange),
  paul: contactOf(paul, { promisedAt: at('2026-11-05T11:45:00'), why: 'promised' }),
} as const;

/** The same, dialled by the hub. */
export const dialledCampaign: typeof bilan = {
  ...bilan,
  settings: { ...bilan.settings, dialling: { ...bilan.settings.dialling, mode: 'predictive' } },
};

export const own = (
  contacts: readonly OwnContact[] = [kept.gilles, kept.solange, kept.paul],
  change: Partial<OwnCampaigns> = {},
): OwnCampaigns => ({ campaigns: [bilan], contacts: [...contacts], known: true, ...change });

export const campaignPeople: readonly CustomerBundle[] = [gillesBundle, solangeBundle, paulBundle];

/** Answers of an engine whose people go as they are given back. */
export const campaignAnswers = (first: OwnCampaigns = own()) => {
  let now = first;
  const gone = ({ contactId }: { readonly contactId: string }): Result<OwnCampaigns> => {
    now = { ...now, contacts: now.contacts.filter(({ id: one }) => one !== contactId) };
    return succeed(now);
  };
  return {
    'campaigns.mine': () => succeed(now),
    'campaigns.reserve': () => succeed(now),
    'campaigns.call': () => succeed({ callId: id(7001) }),
    'campaigns.give-back': gone,
    'campaigns.oppose': gone,
    'campaigns.sign-in': ({ campaignId }: { readonly campaignId: string | null }) => {
      now = { ...now, signedInTo: campaignId };
      return succeed(now);
    },
    'customer.open': ({ customerId }: { readonly customerId: string }) => {
      const bundle = campaignPeople.find(({ customer }) => customer.id === customerId);
      return bundle === undefined
        ? fail('customer-unknown')
        : succeed({ bundle, freshAt: at('2026-11-05T11:43:00') });
    },
  };
};
