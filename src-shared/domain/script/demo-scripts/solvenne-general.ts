/** Solvenne Énergie, the general welcome in two languages. */
import { speech } from './speech.ts';

export const solvenneGeneral = speech({
  version: 6,
  brandId: 'solvenne',
  direction: 'inbound',
  reasonCodes: [],
  publishedAt: '2026-08-31T08:00:00.000Z',
  firstStep: 'besoin',
  id: 'solvenne-accueil',
  name: 'Accueil',
  locale: 'fr',
  opening: {
    default:
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Solvenne Énergie. [[Je vous écoute.]]',
    expert:
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Solvenne Énergie. Votre contrat est ouvert devant moi. [[Je vous écoute.]]',
  },
  openingUnknown: {
    default:
      'Bonjour, {{advisor.fullName}}, de Solvenne Énergie. À quel nom est le contrat, s’il vous plaît ?',
  },
  steps: [
    {
      id: 'besoin',
      title: 'Besoin',
      text: { default: 'Est-ce au sujet d’une facture, d’un emménagement, ou d’autre chose ?' },
      choices: [
        {
          id: 'facture',
          label: 'La facture',
          consequence: 'ouvrir « Factures et contrat »',
          next: 'suite',
          dispositionCode: 'facture-expliquee',
        },
        {
          id: 'emmenagement',
          label: 'Un emménagement',
          consequence: 'créer le contrat',
          next: 'logement',
        },
        { id: 'panne', label: 'Une coupure', consequence: 'vérifier le réseau', next: 'panne' },
        {
          id: 'releve',
          label: 'Un relevé',
          consequence: 'noter l’index',
          next: 'index',
          dispositionCode: 'releve-enregistre',
        },
      ],
    },
    {
      id: 'logement',
      title: 'Logement',
      text: {
        default:
          'Félicitations pour ce nouveau chez-vous. Quelle est l’adresse, et à quelle date recevez-vous les clés ?',
      },
      fields: [
        { id: 'adresse', label: 'Adresse du logement', type: 'text' },
        { id: 'cles', label: 'Remise des clés', type: 'date' },
      ],
      choices: [
        {
          id: 'ouvrir',
          label: 'Ouvrir le contrat',
          consequence: 'courant sous 24 h',
          next: 'suite',
          dispositionCode: 'contrat-ouvert',
        },
      ],
    },
    {
      id: 'panne',
      title: 'Coupure',
      text: {
        default:
          '[[Si vous voyez un câble à terre, ne vous en approchez pas.]] Est-ce seulement chez vous, ou toute la rue ?',
      },
      choices: [
        {
          id: 'rue',
          label: 'Toute la rue',
          consequence: 'dire l’heure de retour',
          next: 'suite',
          dispositionCode: 'rappel-convenu',
        },
        {
          id: 'seul',
          label: 'Chez moi seulement',
          consequence: 'vérifier le disjoncteur',
          next: 'suite',
          dispositionCode: 'rappel-convenu',
        },
      ],
    },
    {
      id: 'index',
      title: 'Relevé',
      text: { default: 'Je note : que lisez-vous sur le compteur, sans les chiffres rouges ?' },
      fields: [{ id: 'index', label: 'Index', type: 'number' }],
      next: 'suite',
    },
    {
      id: 'suite',
      title: 'Suite',
      text: {
        default:
          'Je récapitule avec vous, et vous le recevez par e-mail. [[Est-ce que j’ai répondu à toute votre demande ?]]',
        'brand-led':
          'Tout est en ordre, vous pouvez être tranquille. [[Est-ce que j’ai répondu à toute votre demande ?]] Merci de votre confiance.',
      },
    },
  ],
  objections: [
    {
      id: 'cher',
      label: 'C’est trop cher',
      answer: {
        default:
          'Regardons ensemble ce qui a changé : les kilowattheures, ou le prix. Je vous le montre sur la facture.',
      },
    },
    {
      id: 'ailleurs',
      label: 'Je vais partir ailleurs',
      answer: {
        default:
          'Vous êtes libre de partir quand vous voulez, sans frais. Avant cela, puis-je vérifier que votre offre est la bonne ?',
      },
    },
  ],
});

export const solvenneGeneralEnglish = speech({
  version: 6,
  brandId: 'solvenne',
  direction: 'inbound',
  reasonCodes: [],
  publishedAt: '2026-08-31T08:00:00.000Z',
  firstStep: 'besoin',
  id: 'solvenne-welcome-en',
  name: 'Welcome',
  locale: 'en',
  opening: {
    default:
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Solvenne Énergie. [[How can I help?]]',
  },
  openingUnknown: {
    default:
      'Good morning, {{advisor.fullName}} of Solvenne Énergie. May I have the name on the contract, please?',
  },
  steps: [
    {
      id: 'besoin',
      title: 'Need',
      text: { default: 'Is it about a bill, about moving in, or about something else?' },
      choices: [
        {
          id: 'facture',
          label: 'The bill',
          consequence: 'explain the amount',
          next: 'suite',
          dispositionCode: 'facture-expliquee',
        },
        {
          id: 'emmenagement',
          label: 'Moving in',
          consequence: 'open the contract',
          next: 'suite',
          dispositionCode: 'contrat-ouvert',
        },
        {
          id: 'releve',
          label: 'A meter reading',
          consequence: 'note the figure',
          next: 'index',
          dispositionCode: 'releve-enregistre',
        },
      ],
    },
    {
      id: 'index',
      title: 'Reading',
      text: { default: 'What does the meter show, without the red figures?' },
      fields: [{ id: 'index', label: 'Reading', type: 'number' }],
      next: 'suite',
    },
    {
      id: 'suite',
      title: 'Next',
      text: {
        default: 'You will have it in writing by e-mail. [[Have I answered everything you asked?]]',
      },
    },
  ],
  objections: [
    {
      id: 'expensive',
      label: 'It is too expensive',
      answer: { default: 'Let us look at what changed: the kilowatt-hours, or the price.' },
    },
  ],
});
