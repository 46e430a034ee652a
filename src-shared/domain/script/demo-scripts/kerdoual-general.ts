/** Maison Kerdoual, the general welcome. */
import { speech } from './speech.ts';

export const kerdoualGeneral = speech({
  id: 'kerdoual-accueil',
  version: 4,
  brandId: 'kerdoual',
  name: 'Accueil',
  locale: 'fr',
  direction: 'inbound',
  reasonCodes: [],
  publishedAt: '2026-09-07T08:00:00.000Z',
  opening: {
    default:
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Maison Kerdoual. [[Que puis-je faire pour vous ?]]',
    expert:
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Maison Kerdoual. J’ai votre dossier sous les yeux. [[Que puis-je faire pour vous ?]]',
    'brand-led':
      'Bonjour {{customer.formalName|et bienvenue}}, quel plaisir de vous entendre. {{advisor.fullName}}, de Maison Kerdoual. [[Que puis-je faire pour vous ?]]',
  },
  openingUnknown: {
    default:
      'Bonjour, {{advisor.fullName}}, de Maison Kerdoual. À qui ai-je le plaisir de parler ?',
  },
  firstStep: 'besoin',
  steps: [
    {
      id: 'besoin',
      title: 'Besoin',
      text: {
        default: 'Je vous écoute. C’est à propos d’une commande, ou d’un meuble qui vous plaît ?',
      },
      choices: [
        {
          id: 'suivi',
          label: 'Suivre une commande',
          consequence: '{{order.number|numéro à demander}}',
          next: 'commande',
        },
        { id: 'conseil', label: 'Un conseil', consequence: 'dimensions, délais', next: 'conseil' },
        {
          id: 'commander',
          label: 'Commander',
          consequence: 'vérifier le stock',
          next: 'conseil',
          dispositionCode: 'commande-prise',
        },
        {
          id: 'probleme',
          label: 'Un problème',
          consequence: 'ouvrir « Réclamation livraison »',
          next: 'cloture',
          dispositionCode: 'transfere-sav',
        },
      ],
    },
    {
      id: 'commande',
      title: 'Commande',
      text: {
        default:
          'Votre {{order.label|commande}} est bien là. Je vous dis tout de suite où elle en est.',
        expert:
          'Je l’ai sous les yeux : {{order.label|votre commande}}. L’état de ce matin vous suffit, ou voulez-vous le détail du transport ?',
      },
      choices: [
        {
          id: 'ok',
          label: 'La date convient',
          consequence: 'rien à faire',
          next: 'cloture',
          dispositionCode: 'renseigne',
        },
        {
          id: 'autre-date',
          label: 'Une autre date',
          consequence: 'déplacer le rendez-vous',
          next: 'date',
          dispositionCode: 'commande-modifiee',
        },
        {
          id: 'annuler',
          label: 'Annuler',
          consequence: 'rétractation, 14 jours',
          next: 'cloture',
          dispositionCode: 'commande-annulee',
        },
      ],
    },
    {
      id: 'date',
      title: 'Date',
      text: {
        default:
          'Quel jour vous arrange ? Le livreur passe entre 8 h et midi, ou entre 14 h et 18 h.',
      },
      fields: [
        { id: 'jour', label: 'Nouveau jour', type: 'date' },
        { id: 'matin', label: 'Le matin', type: 'yes-no' },
      ],
      next: 'cloture',
    },
    {
      id: 'conseil',
      title: 'Conseil',
      text: {
        default: 'Bonne idée. Pour quelle pièce, et avec quelle place ?',
        expert: 'Quelles dimensions avez-vous relevées, et quel bois vous tente ?',
        'brand-led': 'Fermez les yeux : où le voyez-vous, chez vous ?',
      },
      fields: [{ id: 'place', label: 'Pièce et dimensions', type: 'text' }],
      choices: [
        {
          id: 'documentation',
          label: 'Recevoir la fiche',
          consequence: 'par e-mail',
          next: 'cloture',
          dispositionCode: 'documentation-envoyee',
        },
        {
          id: 'commande',
          label: 'Commander',
          consequence: 'livraison sous 3 semaines',
          next: 'cloture',
          dispositionCode: 'commande-prise',
        },
        {
          id: 'boutique',
          label: 'L’essayer',
          consequence: 'rendez-vous en boutique',
          next: 'cloture',
          dispositionCode: 'rappel-convenu',
        },
      ],
    },
    {
      id: 'cloture',
      title: 'Clôture',
      text: {
        default:
          'C’est noté, vous en recevez la trace par e-mail. [[Y a-t-il autre chose que je puisse faire pour vous ?]] Merci, et très belle journée.',
      },
    },
  ],
  objections: [
    {
      id: 'delai',
      label: 'C’est trop long',
      answer: {
        default:
          'Trois semaines, c’est le temps de l’atelier : chaque meuble est fait pour vous. Je peux vous prévenir par SMS à chaque étape.',
      },
    },
    {
      id: 'prix',
      label: 'C’est cher',
      answer: {
        default:
          'Je comprends. Il est garanti dix ans et se répare pièce par pièce ; nous pouvons aussi le régler en quatre fois, sans frais.',
      },
    },
  ],
});
