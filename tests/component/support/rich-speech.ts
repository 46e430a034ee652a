/** A speech that has one of everything, in French and English. */
import type { Reference } from '@shared/contracts/sync/pull.ts';
import { type Script, scriptSchema } from '@shared/domain/script/script.ts';
import { reference } from './organisation.ts';

export const richSpeech: Script = scriptSchema.parse({
  id: 'relance-canape',
  version: 3,
  brandId: 'kerdoual',
  name: 'Suite de la réclamation',
  names: { en: 'Complaint follow-up' },
  locale: 'fr',
  languages: ['en'],
  direction: 'inbound',
  reasonCodes: [],
  publishedAt: '2026-10-19T08:00:00.000Z',
  opening: { default: 'Bonjour.', variants: [{ language: 'en', text: 'Good morning.' }] },
  openingUnknown: { default: 'Bonjour.' },
  firstStep: 'accueil',
  steps: [
    {
      id: 'accueil',
      title: 'Accueil',
      titles: { en: 'Welcome' },
      text: {
        default:
          'Bonjour {{customer.formalName|et bienvenue}}, [[je suis {{advisor.fullName}}, pour Maison Kerdoual ; cet appel peut être enregistré.]]',
        variants: [
          {
            language: 'en',
            text: 'Good morning {{customer.formalName|and welcome}}, [[I am {{advisor.fullName}} for Maison Kerdoual; this call may be recorded.]]',
          },
        ],
      },
      advice: 'Souriez, puis laissez-la raconter.',
      passages: ['opening', 'identity', 'recording'],
      next: 'accord',
    },
    {
      id: 'accord',
      title: 'Accord SMS',
      text: { default: 'Le transporteur prévient par SMS.' },
      fields: [
        {
          id: 'sms',
          label: 'Alertes par SMS',
          type: 'consent',
          consent: {
            channel: 'sms',
            purpose: 'suivi de livraison',
            wording: {
              default:
                'Acceptez-vous de recevoir par SMS le suivi de cette livraison, et lui seul ? Vous pourrez arrêter à tout moment.',
            },
          },
        },
        {
          id: 'moment',
          label: 'Moment préféré',
          type: 'one-of',
          options: [
            { id: 'matin', label: 'Matin' },
            { id: 'soir', label: 'Soir' },
          ],
        },
      ],
      next: 'rappel',
    },
    {
      id: 'rappel',
      kind: 'do',
      title: 'Rappel',
      text: { default: 'Je vous rappelle moi-même demain pour vérifier.' },
      action: { type: 'callback', inHours: 24, assignee: 'me', reason: 'vérifier la livraison' },
      next: 'fin',
    },
    {
      id: 'fin',
      kind: 'end',
      title: 'Au revoir',
      text: { default: 'Merci de votre confiance.' },
      dispositionCode: 'remplacement-envoye',
      result: 'reached',
    },
  ],
  objections: [
    {
      id: 'deja-dit',
      label: 'Je l’ai déjà dit trois fois',
      answer: { default: 'Je le vois ici, et je ne vous le ferai pas répéter.' },
      more: [{ default: 'Je m’en occupe jusqu’au bout, moi-même.' }],
      next: 'rappel',
    },
  ],
});

export const richReference: Reference = { ...reference, scripts: [richSpeech] };
