/** Maison Kerdoual, a piece of furniture arrived damaged. */
import { speech } from './speech.ts';

export const kerdoualComplaint = speech({
  version: 7,
  brandId: 'kerdoual',
  direction: 'inbound',
  reasonCodes: ['reclamation-livraison', 'sav', 'piece-detachee', 'garantie'],
  publishedAt: '2026-10-19T08:00:00.000Z',
  firstStep: 'ecoute',
  id: 'kerdoual-reclamation-livraison',
  name: 'Réclamation livraison',
  locale: 'fr',
  opening: {
    default:
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Maison Kerdoual. Je vois que votre demande attend une réponse. [[Je reste avec vous jusqu’à la solution.]]',
    expert:
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Maison Kerdoual. J’ai votre message et vos photos sous les yeux. [[Je reste avec vous jusqu’à la solution.]]',
    'brand-led':
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Maison Kerdoual. Merci de nous appeler : vous êtes au bon endroit. [[Je reste avec vous jusqu’à la solution.]]',
  },
  openingUnknown: {
    default:
      'Bonjour, {{advisor.fullName}}, de Maison Kerdoual. À qui ai-je le plaisir de parler ?',
  },
  steps: [
    {
      id: 'ecoute',
      title: 'Écoute',
      text: {
        default: 'Racontez-moi ce qui s’est passé à l’arrivée de votre {{order.label|meuble}}.',
        expert:
          'Je lis « {{case.title|un défaut à la livraison}} ». Y a-t-il autre chose que je doive voir ?',
        'brand-led':
          'Prenez votre temps. Que s’est-il passé quand votre {{order.label|meuble}} est arrivé ?',
      },
      choices: [
        {
          id: 'casse',
          label: 'Une pièce est cassée',
          consequence: 'dossier {{case.reference}}',
          next: 'constat',
        },
        {
          id: 'manque',
          label: 'Il manque un colis',
          consequence: 'vérifier le transporteur',
          next: 'constat',
        },
        {
          id: 'autre',
          label: 'Ce n’est pas le bon article',
          consequence: 'proposer l’échange',
          next: 'solution',
        },
      ],
    },
    {
      id: 'constat',
      title: 'Constat',
      text: {
        default:
          'Merci, c’est clair. Avez-vous pu écrire une réserve sur le bon du livreur, ou prendre une photo ?',
        expert: 'La réserve est au bon de livraison. Où est exactement la casse ?',
      },
      fields: [{ id: 'defaut', label: 'Ce qui est abîmé', type: 'text' }],
      choices: [
        {
          id: 'photos',
          label: 'Photos ou réserve',
          consequence: 'accord immédiat',
          next: 'solution',
        },
        {
          id: 'rien',
          label: 'Ni l’une ni l’autre',
          consequence: 'accord aussi, photo par SMS',
          next: 'solution',
        },
      ],
    },
    {
      id: 'solution',
      title: 'Solution',
      text: {
        default:
          'Je regrette vraiment que votre {{order.label|meuble}} soit arrivé abîmé. [[Vous n’avez rien à payer.]] Pièce neuve sous 48 heures, ou échange : que préférez-vous ?',
        expert:
          'Je regrette que votre {{order.label|meuble}} soit arrivé abîmé. [[Vous n’avez rien à payer.]] Pièce neuve sous 48 heures, à visser vous-même, ou échange : que préférez-vous ?',
        'brand-led':
          'Je regrette vraiment ce qui vous arrive. [[Vous n’avez rien à payer.]] Nous remplaçons ce qui est cassé, chez vous, au jour qui vous convient. Cela vous irait ?',
      },
      choices: [
        {
          id: 'piece',
          label: 'La pièce neuve',
          consequence: 'vérifier l’adresse de {{customer.commune}}',
          next: 'adresse',
          dispositionCode: 'remplacement-envoye',
        },
        {
          id: 'echange',
          label: 'L’échange du meuble',
          consequence: 'proposer une date de reprise',
          next: 'reprise',
          dispositionCode: 'echange-accepte',
        },
        {
          id: 'remboursement',
          label: 'Le remboursement',
          consequence: 'transférer au SAV niveau 2',
          next: 'cloture',
          dispositionCode: 'transfere-sav',
        },
        {
          id: 'reflechir',
          label: 'Réfléchir',
          consequence: 'fixer un rappel',
          next: 'cloture',
          dispositionCode: 'rappel-convenu',
        },
      ],
    },
    {
      id: 'adresse',
      title: 'Adresse',
      text: {
        default:
          'Je l’envoie à votre adresse de {{customer.commune|livraison}} : c’est toujours la bonne ? Y a-t-il un code d’entrée ?',
      },
      fields: [{ id: 'code', label: 'Code d’entrée, étage', type: 'text' }],
      next: 'geste',
    },
    {
      id: 'reprise',
      title: 'Reprise',
      text: {
        default:
          'Le même passage reprend l’ancien et livre le neuf. Plutôt un matin ou un après-midi cette semaine ?',
      },
      fields: [
        { id: 'jour', label: 'Jour de la reprise', type: 'date' },
        { id: 'acces', label: 'Étage, ascenseur, code', type: 'text' },
      ],
      next: 'geste',
    },
    {
      id: 'geste',
      title: 'Geste',
      text: {
        default:
          'Pour le temps que cela vous a pris, je vous offre un avoir, valable un an dans nos boutiques et sur le site.',
        expert: 'Pour le dérangement, j’ajoute un avoir de 40 €, utilisable dès demain.',
      },
      fields: [{ id: 'avoir', label: 'Montant de l’avoir', type: 'amount' }],
      routes: [{ if: 'customer.vip', next: 'cloture' }],
      next: 'cloture',
    },
    {
      id: 'cloture',
      title: 'Clôture',
      text: {
        default:
          'Je récapitule : vous recevez la confirmation par e-mail dans la minute, et [[je suis votre dossier {{case.reference|}} moi-même.]] Est-ce que tout est clair pour vous ?',
        'brand-led':
          'Tout est noté, vous n’avez plus rien à faire. Merci de votre patience, et très belle journée de la part de toute la Maison.',
      },
    },
  ],
  objections: [
    {
      id: 'deuxieme-fois',
      label: 'C’est la deuxième fois',
      answer: {
        default:
          'Vous avez raison de le dire, et je n’ai pas d’excuse à vous donner. Cette fois, j’ai votre dossier, et je vous rappelle après la livraison pour vérifier avec vous.',
      },
    },
    {
      id: 'geste',
      label: 'Je veux un geste',
      answer: {
        default:
          'C’est légitime. Je peux vous accorder un avoir tout de suite, en plus du remplacement : je ne veux pas que l’un remplace l’autre.',
      },
    },
    {
      id: 'personne',
      label: 'Pourquoi personne ne répond ?',
      answer: {
        default:
          'Votre message est arrivé hier soir et n’a pas été lu à temps. C’est notre faute, pas la vôtre. Je le traite maintenant, avec vous.',
      },
    },
  ],
});
