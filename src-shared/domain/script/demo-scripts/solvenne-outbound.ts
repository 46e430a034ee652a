/** Solvenne Énergie, the call about an insulation check. */
import { speech } from './speech.ts';

export const solvenneOutbound = speech({
  id: 'solvenne-bilan-isolation',
  version: 3,
  brandId: 'solvenne',
  name: 'Bilan isolation',
  locale: 'fr',
  direction: 'outbound',
  reasonCodes: [],
  publishedAt: '2026-10-05T08:00:00.000Z',
  opening: {
    default:
      'Bonjour {{customer.formalName|}}, {{advisor.fullName}}, pour Solvenne Énergie. [[C’est un appel commercial, après notre lettre.]] Avez-vous deux minutes ?',
    'brand-led':
      'Bonjour {{customer.formalName|}}, {{advisor.fullName}}, pour Solvenne Énergie, votre fournisseur depuis {{customer.since|plusieurs années}}. [[C’est un appel commercial, après notre lettre.]] Avez-vous deux minutes ?',
  },
  openingUnknown: {
    default:
      'Bonjour, {{advisor.fullName}}, pour Solvenne Énergie. [[C’est un appel commercial.]] Suis-je bien chez le titulaire du contrat ?',
  },
  firstStep: 'accord',
  steps: [
    {
      id: 'accord',
      title: 'Accord',
      text: {
        default:
          'Vous avez essayé notre simulateur d’isolation. Voulez-vous que nous finissions le calcul ensemble ?',
      },
      choices: [
        { id: 'oui', label: 'Oui', consequence: 'continuer', next: 'logement' },
        {
          id: 'plus-tard',
          label: 'Plus tard',
          consequence: 'fixer le rappel',
          next: 'merci',
          dispositionCode: 'rappel-convenu',
        },
        {
          id: 'refus',
          label: 'Non',
          consequence: 'silence de 60 jours',
          next: 'merci',
          dispositionCode: 'refus',
        },
        {
          id: 'jamais',
          label: 'Ne plus m’appeler',
          consequence: 'opposition, tout de suite',
          next: 'opposition',
          dispositionCode: 'opposition',
        },
      ],
    },
    {
      id: 'logement',
      title: 'Logement',
      text: {
        default: 'De quand date la maison, et quelle surface de combles avez-vous ?',
        expert: 'Quelle épaisseur d’isolant avez-vous en combles, et sur quelle surface ?',
      },
      fields: [
        { id: 'annee', label: 'Année de la maison', type: 'number' },
        { id: 'combles', label: 'Combles, en m²', type: 'number' },
      ],
      next: 'visite',
    },
    {
      id: 'visite',
      title: 'Rendez-vous',
      text: {
        default:
          'Notre conseiller passe chez vous, gratuitement et [[sans aucun engagement]]. Vendredi à 10 heures, ou lundi à 15 heures ?',
      },
      fields: [{ id: 'jour', label: 'Jour choisi', type: 'date' }],
      choices: [
        {
          id: 'prend',
          label: 'Prend rendez-vous',
          consequence: 'confirmer par e-mail',
          next: 'merci',
          dispositionCode: 'rendez-vous-pris',
        },
        {
          id: 'reflechit',
          label: 'Veut réfléchir',
          consequence: 'rappel convenu',
          next: 'merci',
          dispositionCode: 'rappel-convenu',
        },
      ],
    },
    {
      id: 'opposition',
      title: 'Opposition',
      text: {
        default:
          '[[C’est enregistré à l’instant : vous ne recevrez plus aucun appel de notre part.]]',
      },
      next: 'merci',
    },
    {
      id: 'merci',
      title: 'Merci',
      text: { default: 'Merci de votre accueil {{customer.formalName|}}. Bonne journée à vous.' },
    },
  ],
  objections: [
    {
      id: 'arnaque',
      label: 'C’est une arnaque ?',
      answer: {
        default:
          'Vous avez raison d’être prudent. Raccrochez et rappelez-nous au numéro écrit sur votre facture : je vous y attends.',
      },
    },
    {
      id: 'cher',
      label: 'C’est cher',
      answer: {
        default:
          'Le bilan ne coûte rien. S’il y a des travaux, les aides s’affichent avant tout devis.',
      },
    },
    {
      id: 'locataire',
      label: 'Je suis locataire',
      answer: {
        default:
          'Merci de me le dire. Dans ce cas je n’insiste pas : je le note et je ne vous rappelle pas pour cela.',
      },
    },
  ],
});
