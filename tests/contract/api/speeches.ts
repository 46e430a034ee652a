/** A small speech that passes every check: to be written, read and said by tests. */
import { type Draft, draftSchema } from '@shared/contracts/http/scripts.ts';

export const someSpeech = (name: string): Draft =>
  draftSchema.parse({
    brandId: 'kerdoual',
    name,
    locale: 'fr',
    direction: 'inbound',
    reasonCodes: [],
    opening: { default: '[[Maison Kerdoual, bonjour.]] {{customer.formalName|Bonjour}} ?' },
    openingUnknown: { default: '[[Maison Kerdoual, bonjour.]]' },
    firstStep: 'accueil',
    steps: [
      {
        id: 'accueil',
        kind: 'ask',
        title: 'Accueil',
        text: { default: '[[Maison Kerdoual, bonjour.]] Que puis-je pour vous ?' },
        passages: ['opening', 'identity'],
        choices: [
          { id: 'oui', label: 'Il accepte', next: 'accord' },
          { id: 'non', label: 'Il refuse', next: 'refus' },
        ],
      },
      {
        id: 'accord',
        kind: 'end',
        title: 'Accord',
        text: { default: 'Merci, c’est noté.' },
        dispositionCode: 'remplacement-envoye',
        result: 'reached',
      },
      {
        id: 'refus',
        kind: 'end',
        title: 'Refus',
        text: { default: 'Merci de votre appel.' },
        dispositionCode: 'remplacement-envoye',
        result: 'not-reached',
      },
    ],
    objections: [],
  });
