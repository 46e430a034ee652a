/** Hélène Vasseur and her sofa, as in the mock-ups. Thursday 5 November 2026, in Paris. */
import { type CustomerBundle, customerBundleSchema } from '@shared/contracts/sync/pull.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { camille, id } from './organisation.ts';

if (typeof process !== 'undefined' && process.env !== undefined) process.env['TZ'] = 'Europe/Paris';

export const at = (text: string): string => new Date(`${text}+01:00`).toISOString();
/** Six seconds after the first ring. */
export const ringNow = Date.parse(at('2026-11-05T11:44:06'));

export const helene = id(20817);
const thread = id(555);

type Change = Partial<Interaction> & Pick<Interaction, 'channel' | 'startedAt'>;
let made = 1000;

export const interaction = (change: Change): Interaction => ({
  id: id(made++),
  customerId: helene,
  brandId: 'kerdoual',
  direction: 'inbound',
  endedAt: change.startedAt,
  recordedAt: change.startedAt,
  outcome: 'done',
  advisorId: null,
  queue: null,
  campaignId: null,
  reasonCode: null,
  dispositionCode: null,
  title: '',
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

const interactions = [
  interaction({
    channel: 'chat',
    startedAt: at('2026-11-05T11:34:00'),
    endedAt: at('2026-11-05T11:40:00'),
    outcome: 'abandoned',
    customerWords: 'Bonjour, il y a quelqu’un ?',
    threadId: thread,
  }),
  interaction({
    channel: 'email',
    startedAt: at('2026-11-04T18:42:00'),
    outcome: 'unanswered',
    customerWords:
      'Le pied avant gauche est cassé net. Photos jointes, merci de me dire ce que vous proposez.',
    threadId: thread,
  }),
  interaction({
    channel: 'representative',
    direction: 'outbound',
    startedAt: at('2026-11-03T15:20:00'),
    summary: 'Livraison à domicile, signée « sous réserve » par Mme Vasseur',
  }),
  interaction({
    channel: 'sms',
    direction: 'outbound',
    startedAt: at('2026-11-03T13:05:00'),
    summary: 'Votre canapé arrive entre 14 h et 16 h',
  }),
  interaction({
    channel: 'web',
    startedAt: at('2026-10-12T21:10:00'),
    summary: 'Commande : canapé Belle-Île lin, 1 290 €',
  }),
  interaction({
    channel: 'email',
    direction: 'outbound',
    startedAt: at('2026-10-05T09:10:00'),
    summary: 'Dimensions et coloris du canapé Belle-Île',
    threadId: id(556),
  }),
  interaction({
    channel: 'email',
    startedAt: at('2026-10-05T06:10:00'),
    outcome: 'answered',
    customerWords: 'Existe-t-il en lin ?',
    threadId: id(556),
  }),
  interaction({
    channel: 'store',
    startedAt: at('2026-10-04T16:00:00'),
    summary: 'Essai du canapé avec Yann, vendeur',
  }),
  interaction({
    channel: 'catalogue',
    direction: 'outbound',
    startedAt: at('2026-09-02T08:00:00'),
    summary: 'Catalogue d’automne',
    brandId: 'solvenne',
  }),
];

export const heleneBundle: CustomerBundle = customerBundleSchema.parse({
  customer: {
    id: helene,
    kind: 'person',
    civility: 'mme',
    firstName: 'Hélène',
    lastName: 'Vasseur',
    companyName: null,
    language: 'fr',
    phones: [
      { e164: '+33639984117', label: 'mobile' },
      { e164: '+33261912345', label: 'home' },
    ],
    emails: ['h.vasseur@exemple.fr'],
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
      {
        brandId: 'solvenne',
        since: '2024-01-10',
        value12MonthsCents: 88_000,
        segment: 'standard',
        vip: false,
        relationMode: 'neutral',
      },
    ],
    version: 4,
    updatedAt: at('2026-11-04T18:42:00'),
  },
  cases: [
    {
      id: id(801),
      reference: 'R-20817',
      customerId: helene,
      brandId: 'kerdoual',
      kind: 'complaint',
      title: 'Pied avant gauche cassé à la livraison',
      detail:
        'Canapé Belle-Île, 1 290 €, livré le 03/11. Deux photos reçues hier à 18:42, restées sans réponse.',
      status: 'open',
      openedAt: at('2026-11-04T18:45:00'),
      updatedAt: at('2026-11-04T18:45:00'),
    },
  ],
  consents: [
    consent(811, 'email', 'given', at('2026-02-02T10:00:00'), at('2027-02-02T10:00:00')),
    consent(812, 'phone', 'given', at('2026-02-02T10:00:00'), at('2026-11-20T10:00:00')),
    consent(813, 'sms', 'limited', at('2026-02-02T10:00:00'), at('2027-02-02T10:00:00')),
    consent(814, 'post', 'opposed', at('2025-06-12T10:00:00'), null),
  ],
  callbacks: [],
  interactions,
});

function consent(
  number: number,
  channel: string,
  status: string,
  givenAt: string,
  until: string | null,
) {
  return {
    id: id(number),
    customerId: helene,
    brandId: 'kerdoual',
    channel,
    status,
    purpose: 'Offres et nouveautés de la maison',
    givenAt,
    until,
    proof: 'Case cochée au compte client, adresse 203.0.113.7, formulaire v12',
  };
}

export const callbacks = [
  {
    who: 'Karim Belkacem',
    brandId: 'lorvane',
    due: '11:46',
    why: 'Confirmer le vol décalé du 9, il part de Nantes',
    mine: true,
  },
  {
    who: 'Odile Marchand',
    brandId: 'solvenne',
    due: '12:10',
    why: 'Devis de résiliation promis hier, à elle seule',
    mine: true,
  },
  {
    who: 'Hélène Vasseur',
    brandId: 'kerdoual',
    due: '13:12',
    why: 'Canapé livré abîmé, réclamation sans réponse',
    mine: false,
  },
  {
    who: 'Garage Petitjean',
    brandId: 'solvenne',
    due: '14:00',
    why: 'Professionnel : questions sur le contrat groupe',
    mine: true,
  },
].map(({ who, brandId, due, why, mine }, index) => ({
  id: id(901 + index),
  kind: 'callback' as const,
  customerId: id(950 + index),
  customerName: who,
  brandId,
  number: `+3363998${1000 + index}`,
  dueAt: at(`2026-11-05T${due}:00`),
  advisorId: mine ? camille.id : null,
  reason: why,
  status: 'open' as const,
  createdBy: camille.id,
  createdAt: at('2026-11-04T10:00:00'),
  interactionId: null,
}));
