/** The centre of the mock-ups: three brands, a team, a speech, dispositions. Parsed by the schemas. */
import { type Reference, referenceSchema } from '@shared/contracts/sync/pull.ts';
import { demoBrands, demoNumbers } from '@shared/domain/brand/demo-brands.ts';
import { type Script, scriptSchema } from '@shared/domain/script/script.ts';
import { kerdoualRules } from '../../support/kerdoual-rules.ts';

/** Version 4 ids from a number: fixtures are read by people. */
export const id = (value: number): string =>
  `00000000-0000-4000-8000-${String(value).padStart(12, '0')}`;

export const camille = {
  id: id(1),
  login: 'camille.roussel',
  firstName: 'Camille',
  lastName: 'Roussel',
  role: 'advisor' as const,
  teamId: id(9),
  locale: 'fr' as const,
  brandIds: ['kerdoual', 'solvenne'],
};
const yanis = {
  ...camille,
  id: id(2),
  login: 'yanis.morel',
  firstName: 'Yanis',
  lastName: 'Morel',
};

const solution = {
  id: 'solution',
  title: 'Solution',
  text: {
    default:
      'Je suis désolée que votre {{order.label|commande}} soit arrivée abîmée. [[Vous n’avez rien à payer.]] Que préférez-vous\u00a0?',
    expert:
      'Je suis désolée que votre {{order.label|canapé Belle‑Île}} soit arrivé abîmé. [[Vous n’avez rien à payer.]] Pied neuf sous 48 heures, ou échange\u00a0: que préférez‑vous\u00a0?',
  },
  choices: [
    { id: 'foot', label: 'Le pied neuf', consequence: 'vérifier l’adresse de Brest', next: 'date' },
    {
      id: 'swap',
      label: 'L’échange du canapé',
      consequence: 'proposer une date de reprise',
      next: 'date',
    },
    { id: 'refund', label: 'Le remboursement', consequence: 'transférer au SAV niveau 2' },
    { id: 'think', label: 'Elle veut réfléchir', consequence: 'fixer un rappel avant 13:12' },
  ],
};

export const complaintSpeech: Script = scriptSchema.parse({
  id: 'reclamation-livraison',
  version: 7,
  brandId: 'kerdoual',
  name: 'Réclamation livraison',
  locale: 'fr',
  direction: 'inbound',
  reasonCodes: ['reclamation'],
  publishedAt: '2026-10-01T08:00:00.000Z',
  opening: {
    default:
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de {{brand.name}}. J’ai votre message d’hier et vos photos sous les yeux. [[Je reste avec vous jusqu’à la solution.]]',
  },
  openingUnknown: {
    default:
      'Bonjour, {{advisor.fullName}}, de Maison Kerdoual. [[À qui ai-je le plaisir de parler\u00a0?]]',
  },
  firstStep: 'welcome',
  steps: [
    {
      id: 'welcome',
      title: 'Accueil',
      text: { default: 'Racontez-moi ce qui s’est passé.' },
      next: 'facts',
    },
    {
      id: 'facts',
      title: 'Constat',
      text: { default: 'À quelle date la livraison a-t-elle eu lieu\u00a0?' },
      fields: [
        { id: 'delivered', label: 'Date de livraison', type: 'date' },
        { id: 'photos', label: 'Photos reçues', type: 'yes-no' },
      ],
      next: 'solution',
    },
    solution,
    {
      id: 'date',
      title: 'Date',
      text: { default: 'Quel jour vous convient\u00a0?' },
      next: 'recap',
    },
    { id: 'recap', title: 'Récapitulatif', text: { default: 'Je récapitule.' }, next: 'close' },
    { id: 'close', title: 'Au revoir', text: { default: 'Merci de votre confiance.' } },
  ],
  objections: [
    {
      id: 'second-time',
      label: 'C’est la deuxième fois',
      answer: { default: 'Je comprends, et je m’en occupe moi-même jusqu’au bout.' },
    },
    {
      id: 'gesture',
      label: 'Je veux un geste',
      answer: { default: 'Je peux vous accorder un geste.' },
    },
    {
      id: 'nobody-answers',
      label: 'Pourquoi personne ne répond\u00a0?',
      answer: { default: 'Vous auriez dû avoir une réponse hier, je vous prie de nous excuser.' },
    },
  ],
});

const disposition = (code: string, fr: string, en: string, group: string, rank: number) => ({
  code,
  brandId: 'kerdoual',
  label: { fr, en },
  group: { fr: group, en: group },
  synonyms: [] as string[],
  resolvesCase: group.includes('résolue'),
  expectsCallback: false,
  rank,
});

export const reference: Reference = referenceSchema.parse({
  brands: demoBrands,
  numbers: demoNumbers.map((number, at) => ({
    ...number,
    id: id(100 + at),
    tariffClass: 'normal',
  })),
  scripts: [complaintSpeech],
  reasons: [
    { code: 'reclamation', brandId: 'kerdoual', label: { fr: 'Réclamation', en: 'Complaint' } },
    { code: 'commande', brandId: 'kerdoual', label: { fr: 'Commande', en: 'Order' } },
  ],
  dispositions: [
    disposition('ECH-OK', 'Échange accepté', 'Exchange agreed', 'Réclamation · résolue', 4),
    disposition(
      'ECH-CONF',
      'Échange à confirmer',
      'Exchange to confirm',
      'Réclamation · en cours',
      5,
    ),
    disposition(
      'PARTI',
      'Client parti avant l’échange',
      'Left before the exchange',
      'Réclamation · sans suite',
      6,
    ),
    disposition('REMPL', 'Remplacement envoyé', 'Replacement sent', 'Réclamation · résolue', 0),
    disposition('GESTE', 'Geste accordé', 'Gesture granted', 'Réclamation · résolue', 1),
    disposition('SAV', 'Transféré au SAV', 'Handed to service', 'Réclamation · en cours', 2),
    disposition('RAPPEL', 'Rappel convenu', 'Callback agreed', 'Suivi', 3),
    {
      ...disposition('RDV', 'Rendez-vous pris', 'Appointment made', 'Suivi', 7),
      synonyms: ['visite', 'œuvre'],
    },
  ],
  users: [camille, yanis],
  teams: [{ id: id(9), name: 'Service clients' }],
  rules: [kerdoualRules],
});
