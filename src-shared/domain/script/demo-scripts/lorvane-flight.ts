/** Lorvane Voyages, a flight was moved or cancelled, in two languages. */
import { speech } from './speech.ts';

export const lorvaneFlight = speech({
  version: 8,
  brandId: 'lorvane',
  direction: 'inbound',
  reasonCodes: ['vol-modifie', 'vol-annule', 'remboursement'],
  publishedAt: '2026-10-26T08:00:00.000Z',
  firstStep: 'situation',
  id: 'lorvane-vol-modifie',
  name: 'Vol modifié',
  locale: 'fr',
  opening: {
    default:
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Lorvane Voyages. Je vois l’alerte sur votre vol. [[Nous trouvons une solution maintenant.]]',
    expert:
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Lorvane Voyages. J’ai votre vol et les deux suivants sous les yeux. [[Nous trouvons une solution maintenant.]]',
    'brand-led':
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Lorvane Voyages. Je comprends votre inquiétude. [[Nous trouvons une solution maintenant.]]',
  },
  openingUnknown: {
    default:
      'Bonjour, {{advisor.fullName}}, de Lorvane Voyages. Quel est votre numéro de dossier, ou le nom du voyageur ?',
  },
  steps: [
    {
      id: 'situation',
      title: 'Situation',
      text: {
        default:
          'D’abord l’essentiel : êtes-vous déjà à l’aéroport, et quelqu’un vous attend-il à l’arrivée ?',
      },
      choices: [
        { id: 'aeroport', label: 'À l’aéroport', consequence: 'solution du jour', next: 'choix' },
        {
          id: 'maison',
          label: 'Pas encore parti',
          consequence: 'trois vols possibles',
          next: 'choix',
        },
        {
          id: 'correspondance',
          label: 'Correspondance perdue',
          consequence: 'vol du matin',
          next: 'choix',
        },
      ],
    },
    {
      id: 'choix',
      title: 'Choix',
      text: {
        default:
          'Voici ce que je peux faire : un autre vol, ou le remboursement. [[Le changement ne vous coûte rien.]] Que préférez-vous ?',
        expert:
          'Trois options : 7 h 40 direct, 11 h 05 avec escale, ou le remboursement. [[Le changement ne vous coûte rien.]] Laquelle ?',
        'brand-led':
          'Je vous conseille le vol du matin, le plus tranquille. [[Le changement ne vous coûte rien.]] Je vous le réserve ?',
      },
      choices: [
        {
          id: 'accepte',
          label: 'Le vol proposé',
          consequence: 'vérifier les voyageurs',
          next: 'voyageurs',
          dispositionCode: 'nouveau-vol-accepte',
        },
        {
          id: 'autre',
          label: 'Un autre vol',
          consequence: 'option de 48 heures',
          next: 'contact',
          dispositionCode: 'autre-vol-propose',
        },
        {
          id: 'rembourse',
          label: 'Le remboursement',
          consequence: 'sous 7 jours',
          next: 'contact',
          dispositionCode: 'remboursement-lance',
        },
        {
          id: 'reclame',
          label: 'Il veut réclamer',
          consequence: 'ouvrir la réclamation',
          next: 'contact',
          dispositionCode: 'reclamation-ouverte',
        },
      ],
    },
    {
      id: 'voyageurs',
      title: 'Voyageurs',
      text: { default: 'Combien êtes-vous à voyager, et gardez-vous les mêmes bagages ?' },
      fields: [
        { id: 'voyageurs', label: 'Voyageurs', type: 'number' },
        { id: 'bagages', label: 'Mêmes bagages', type: 'yes-no' },
      ],
      next: 'contact',
    },
    {
      id: 'contact',
      title: 'Contact',
      text: {
        default:
          'Je vous envoie un SMS à chaque étape. Le numéro d’où vous appelez est-il le bon ?',
      },
      fields: [{ id: 'mobile', label: 'Mobile pendant le voyage', type: 'phone' }],
      next: 'cloture',
    },
    {
      id: 'cloture',
      title: 'Clôture',
      text: {
        default:
          'C’est confirmé, dossier {{case.reference|en cours}}. [[Vous avez mon nom : si quelque chose bouge, c’est nous qui vous appelons.]] Bon voyage.',
      },
    },
  ],
  objections: [
    {
      id: 'hotel',
      label: 'Et mon hôtel ?',
      answer: {
        default:
          'Je le préviens pendant que nous parlons : votre chambre est gardée, la première nuit aussi.',
      },
    },
    {
      id: 'indemnite',
      label: 'Je veux une indemnité',
      answer: {
        default:
          'Au-delà de trois heures à l’arrivée, le règlement européen 261 peut vous y donner droit. Je vous envoie le formulaire, déjà rempli.',
      },
    },
    {
      id: 'faute',
      label: 'C’est votre faute',
      answer: {
        default:
          'Je comprends votre colère. C’est la compagnie qui a bougé l’horaire, mais c’est à moi de vous aider, et je le fais maintenant.',
      },
    },
  ],
});

export const lorvaneFlightEnglish = speech({
  version: 8,
  brandId: 'lorvane',
  direction: 'inbound',
  reasonCodes: ['vol-modifie', 'vol-annule', 'remboursement'],
  publishedAt: '2026-10-26T08:00:00.000Z',
  firstStep: 'situation',
  id: 'lorvane-flight-change-en',
  name: 'Flight change',
  locale: 'en',
  opening: {
    default:
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Lorvane Voyages. I can see the alert on your flight. [[We will find a solution now.]]',
  },
  openingUnknown: {
    default:
      'Good morning, {{advisor.fullName}} of Lorvane Voyages. May I have your booking number, please?',
  },
  steps: [
    {
      id: 'situation',
      title: 'Situation',
      text: {
        default:
          'First things first: are you at the airport already, and is anyone waiting for you?',
      },
      choices: [
        { id: 'aeroport', label: 'At the airport', consequence: 'a flight today', next: 'choix' },
        { id: 'maison', label: 'Still at home', consequence: 'three flights', next: 'choix' },
      ],
    },
    {
      id: 'choix',
      title: 'Choice',
      text: {
        default:
          'I can offer another flight, or a refund. [[The change costs you nothing.]] Which would you prefer?',
      },
      choices: [
        {
          id: 'accepte',
          label: 'The flight offered',
          consequence: 'new tickets by e-mail',
          next: 'cloture',
          dispositionCode: 'nouveau-vol-accepte',
        },
        {
          id: 'autre',
          label: 'Another flight',
          consequence: 'held for 48 hours',
          next: 'cloture',
          dispositionCode: 'autre-vol-propose',
        },
        {
          id: 'rembourse',
          label: 'A refund',
          consequence: 'within 7 days',
          next: 'cloture',
          dispositionCode: 'remboursement-lance',
        },
      ],
    },
    {
      id: 'cloture',
      title: 'Closing',
      text: {
        default:
          'It is confirmed, case {{case.reference|in progress}}. [[If anything moves, we will call you.]] Have a good trip.',
      },
    },
  ],
  objections: [
    {
      id: 'hotel',
      label: 'What about my hotel?',
      answer: {
        default:
          'I am letting them know while we speak: your room is kept, the first night included.',
      },
    },
  ],
});
