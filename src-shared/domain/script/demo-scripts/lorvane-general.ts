/** Lorvane Voyages, the general welcome. */
import { speech } from './speech.ts';

export const lorvaneGeneral = speech({
  id: 'lorvane-accueil',
  version: 5,
  brandId: 'lorvane',
  name: 'Accueil',
  locale: 'fr',
  direction: 'inbound',
  reasonCodes: [],
  publishedAt: '2026-09-14T08:00:00.000Z',
  opening: {
    default:
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Lorvane Voyages. [[Où en êtes-vous de votre voyage ?]]',
    expert:
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Lorvane Voyages. Votre dossier est ouvert. [[Où en êtes-vous de votre voyage ?]]',
  },
  openingUnknown: {
    default:
      'Bonjour, {{advisor.fullName}}, de Lorvane Voyages. À quel nom est la réservation, s’il vous plaît ?',
  },
  firstStep: 'besoin',
  steps: [
    {
      id: 'besoin',
      title: 'Besoin',
      text: {
        default: 'Préparez-vous un départ, ou avez-vous une question sur un voyage déjà réservé ?',
      },
      choices: [
        { id: 'reserve', label: 'Déjà réservé', consequence: 'ouvrir le dossier', next: 'dossier' },
        {
          id: 'nouveau',
          label: 'Un nouveau voyage',
          consequence: 'deux propositions',
          next: 'envie',
        },
        {
          id: 'sur-place',
          label: 'Je suis sur place',
          consequence: 'assistance d’abord',
          next: 'assistance',
        },
      ],
    },
    {
      id: 'dossier',
      title: 'Dossier',
      text: { default: 'Je le vois. Que souhaitez-vous changer : un nom, un bagage, une date ?' },
      fields: [{ id: 'dossier', label: 'Numéro de dossier', type: 'text' }],
      choices: [
        {
          id: 'modifie',
          label: 'Modifier',
          consequence: 'prix avant accord',
          next: 'suite',
          dispositionCode: 'dossier-modifie',
        },
        {
          id: 'documents',
          label: 'Recevoir les documents',
          consequence: 'par e-mail',
          next: 'suite',
          dispositionCode: 'documents-renvoyes',
        },
        {
          id: 'rembourse',
          label: 'Annuler',
          consequence: 'lire les conditions',
          next: 'suite',
          dispositionCode: 'remboursement-lance',
        },
      ],
    },
    {
      id: 'envie',
      title: 'Envie',
      text: {
        default: 'Avec plaisir. Mer, ville ou montagne, et à combien partez-vous ?',
        expert: 'Quelles dates, quel aéroport, et quel budget par personne ?',
        'brand-led': 'Avec plaisir. Racontez-moi vos plus belles vacances : nous partirons de là.',
      },
      fields: [
        { id: 'depart', label: 'Départ', type: 'date' },
        { id: 'voyageurs', label: 'Voyageurs', type: 'number' },
      ],
      choices: [
        {
          id: 'option',
          label: 'Poser une option',
          consequence: 'gratuite, 48 heures',
          next: 'suite',
          dispositionCode: 'option-posee',
        },
        {
          id: 'achete',
          label: 'Réserver',
          consequence: 'acompte de 30 %',
          next: 'suite',
          dispositionCode: 'voyage-vendu',
        },
      ],
    },
    {
      id: 'assistance',
      title: 'Assistance',
      text: {
        default:
          '[[Êtes-vous en sécurité ?]] Dites-moi où vous êtes, et ce qui vous manque tout de suite.',
      },
      fields: [{ id: 'lieu', label: 'Où, et avec qui', type: 'text' }],
      choices: [
        {
          id: 'aide',
          label: 'Aide organisée',
          consequence: 'rappel dans l’heure',
          next: 'suite',
          dispositionCode: 'rappel-convenu',
        },
      ],
    },
    {
      id: 'suite',
      title: 'Suite',
      text: {
        default:
          'Je vous envoie cela par e-mail et par SMS. [[Y a-t-il autre chose pour ce voyage ?]] Je vous souhaite un très beau départ.',
      },
    },
  ],
  objections: [
    {
      id: 'moins-cher',
      label: 'Moins cher ailleurs',
      answer: {
        default:
          'C’est possible. Regardons ce qui est compris : chez nous le bagage, le transfert et une personne qui décroche.',
      },
    },
    {
      id: 'conditions',
      label: 'Et si j’annule ?',
      answer: {
        default:
          'Je vous les lis avant de payer : jusqu’à trente jours du départ, tout vous est rendu.',
      },
    },
  ],
});
