/** Lorvane Voyages, the call that brings news of a trip. */
import { speech } from './speech.ts';

export const lorvaneOutbound = speech({
  id: 'lorvane-nouvelles',
  version: 2,
  brandId: 'lorvane',
  name: 'Nouvelles de votre voyage',
  locale: 'fr',
  direction: 'outbound',
  reasonCodes: [],
  publishedAt: '2026-09-28T08:00:00.000Z',
  opening: {
    default:
      'Bonjour {{customer.formalName|}}, {{advisor.fullName}}, de Lorvane Voyages. [[Je vous appelle au sujet de votre voyage, rien à vendre.]] Pouvez-vous parler ?',
  },
  openingUnknown: {
    default:
      'Bonjour, {{advisor.fullName}}, de Lorvane Voyages. Puis-je parler à la personne qui a réservé un voyage chez nous ?',
  },
  firstStep: 'nouvelle',
  steps: [
    {
      id: 'nouvelle',
      title: 'Nouvelle',
      text: {
        default:
          'Votre dossier {{case.reference|}} a changé : {{case.title|un horaire est différent}}. J’ai déjà cherché une solution.',
        expert:
          'Dossier {{case.reference|}} : {{case.title|un horaire est différent}}. J’ai deux vols qui gardent votre correspondance.',
      },
      choices: [
        { id: 'ecoute', label: 'Veut l’entendre', consequence: 'proposer', next: 'proposition' },
        {
          id: 'plus-tard',
          label: 'Plus tard',
          consequence: 'fixer le rappel',
          next: 'merci',
          dispositionCode: 'rappel-convenu',
        },
      ],
    },
    {
      id: 'proposition',
      title: 'Proposition',
      text: {
        default:
          'Le vol du matin part à 7 h 40, même aéroport, même bagage, et [[le changement est gratuit.]] Je vous le garde ?',
      },
      choices: [
        {
          id: 'accepte',
          label: 'Accepte',
          consequence: 'nouveaux billets par e-mail',
          next: 'merci',
          dispositionCode: 'nouveau-vol-accepte',
        },
        {
          id: 'autre',
          label: 'Un autre vol',
          consequence: 'option de 48 heures',
          next: 'merci',
          dispositionCode: 'autre-vol-propose',
        },
        {
          id: 'rembourse',
          label: 'Être remboursé',
          consequence: 'sous 7 jours',
          next: 'merci',
          dispositionCode: 'remboursement-lance',
        },
      ],
    },
    {
      id: 'merci',
      title: 'Merci',
      text: {
        default:
          'C’est fait, vous recevez tout par SMS. Merci {{customer.formalName|}}, et bon voyage.',
      },
    },
  ],
  objections: [
    {
      id: 'indemnite',
      label: 'Et l’indemnité ?',
      answer: {
        default:
          'Au-delà de trois heures à l’arrivée, le règlement européen peut vous y donner droit. Je vous envoie le formulaire, déjà rempli.',
      },
    },
  ],
});
