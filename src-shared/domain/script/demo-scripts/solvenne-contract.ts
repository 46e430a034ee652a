/** Solvenne Énergie: a bill that surprises, a contract that ends. */
import { speech } from './speech.ts';

export const solvenneContract = speech({
  id: 'solvenne-factures-contrat',
  version: 9,
  brandId: 'solvenne',
  name: 'Factures et contrat',
  locale: 'fr',
  direction: 'inbound',
  reasonCodes: ['facture', 'contrat', 'mensualites', 'resiliation', 'difficulte-paiement'],
  publishedAt: '2026-10-12T08:00:00.000Z',
  opening: {
    default:
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Solvenne Énergie. J’ai votre contrat devant moi : [[nous allons regarder cela ensemble.]]',
    expert:
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Solvenne Énergie. J’ai vos douze derniers mois devant moi : [[nous allons regarder cela ensemble.]]',
    'brand-led':
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Solvenne Énergie. Rassurez-vous, [[nous allons regarder cela ensemble.]]',
  },
  openingUnknown: {
    default:
      'Bonjour, {{advisor.fullName}}, de Solvenne Énergie. À quel nom est le contrat, s’il vous plaît ?',
  },
  firstStep: 'sujet',
  steps: [
    {
      id: 'sujet',
      title: 'Sujet',
      text: {
        default: 'Est-ce le montant qui vous surprend, ou souhaitez-vous changer quelque chose ?',
      },
      routes: [{ if: 'case.title = "Devis de résiliation"', next: 'depart' }],
      choices: [
        {
          id: 'montant',
          label: 'Le montant',
          consequence: 'comparer les relevés',
          next: 'montant',
        },
        {
          id: 'payer',
          label: 'Payer est difficile',
          consequence: 'proposer un échéancier',
          next: 'echeancier',
        },
        { id: 'partir', label: 'Résilier', consequence: 'sans frais', next: 'depart' },
      ],
    },
    {
      id: 'montant',
      title: 'Montant',
      text: {
        default:
          'Le relevé était estimé. Lisez-moi votre compteur, et je refais le compte pendant que nous parlons.',
        expert:
          'L’estimation dépasse votre consommation habituelle. Avec l’index réel, je recalcule tout de suite.',
      },
      fields: [{ id: 'index', label: 'Index du compteur', type: 'number' }],
      choices: [
        {
          id: 'corrige',
          label: 'La facture baisse',
          consequence: 'avoir sous 5 jours',
          next: 'mensualites',
          dispositionCode: 'facture-expliquee',
        },
        {
          id: 'juste',
          label: 'Le compte est juste',
          consequence: 'expliquer la hausse',
          next: 'mensualites',
          dispositionCode: 'facture-expliquee',
        },
      ],
    },
    {
      id: 'mensualites',
      title: 'Mensualités',
      text: {
        default:
          'Pour éviter la surprise l’an prochain, je peux ajuster vos mensualités. Quel montant vous irait ?',
      },
      fields: [{ id: 'mensualite', label: 'Par mois', type: 'amount' }],
      choices: [
        {
          id: 'ajuste',
          label: 'Ajuster',
          consequence: 'dès le mois prochain',
          next: 'suite',
          dispositionCode: 'mensualites-ajustees',
        },
        { id: 'garde', label: 'Ne rien changer', consequence: 'garder le montant', next: 'suite' },
      ],
    },
    {
      id: 'echeancier',
      title: 'Échéancier',
      text: {
        default:
          'Merci de me le dire, cela arrive. [[Aucune coupure n’est prévue]] : je vous propose de régler en trois fois, sans frais. À partir de quand ?',
      },
      fields: [{ id: 'debut', label: 'Première échéance', type: 'date' }],
      choices: [
        {
          id: 'accord',
          label: 'D’accord',
          consequence: 'confirmation par courrier',
          next: 'suite',
          dispositionCode: 'echeancier-accorde',
        },
      ],
    },
    {
      id: 'depart',
      title: 'Résiliation',
      text: {
        default:
          'Vous pouvez partir quand vous voulez, et [[cela ne vous coûte rien.]] Est-ce pour un déménagement ?',
        'brand-led':
          'Nous vous regretterons. Vous pouvez partir quand vous voulez, et [[cela ne vous coûte rien.]] Est-ce pour un déménagement ?',
      },
      fields: [{ id: 'jour', label: 'Dernier jour', type: 'date' }],
      choices: [
        {
          id: 'demenage',
          label: 'Un déménagement',
          consequence: 'proposer le nouveau logement',
          next: 'suite',
          dispositionCode: 'contrat-resilie',
        },
        {
          id: 'devis',
          label: 'Veut le détail écrit',
          consequence: 'devis promis, rappel',
          next: 'suite',
          dispositionCode: 'devis-resiliation',
        },
        {
          id: 'mecontent',
          label: 'Une déception',
          consequence: 'ouvrir une réclamation',
          next: 'suite',
          dispositionCode: 'reclamation-ouverte',
        },
      ],
    },
    {
      id: 'suite',
      title: 'Suite',
      text: {
        default:
          'Je vous envoie le détail par e-mail tout de suite. [[Est-ce que quelque chose reste obscur ?]]',
      },
    },
  ],
  objections: [
    {
      id: 'augmente',
      label: 'Ça augmente toujours',
      answer: {
        default:
          'Je comprends que ce soit lassant. Le prix du kilowattheure est fixe chez nous jusqu’à la date du contrat : je vous la montre.',
      },
    },
    {
      id: 'mediateur',
      label: 'J’appelle le médiateur',
      answer: {
        default:
          'C’est votre droit, et je vous en donne l’adresse. Laissez-moi d’abord essayer de régler cela aujourd’hui.',
      },
    },
    {
      id: 'responsable',
      label: 'Passez-moi un responsable',
      answer: {
        default:
          'Bien sûr. Je lui explique d’abord, pour que vous n’ayez rien à répéter, et je reste en ligne avec vous.',
      },
    },
  ],
});
