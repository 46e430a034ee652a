/** A basket that stopped before payment: help, do not push; the order is confirmed in writing. */

import { commercialCall, commercialEndings } from './outbound-opening.ts';
import { act, ask, choice, finish, objection, said, say } from './template.ts';

const talk = [
  ask(
    'what-stopped',
    ['Ce qui a arrêté', 'What stopped it'],
    said(
      'Vous aviez presque terminé. Qu’est-ce qui vous a arrêtée : une question, le paiement, ou simplement l’envie d’y penser ?',
      'You had nearly finished. What stopped you: a question, the payment, or just wanting to think about it?',
    ),
    {
      choices: [
        choice('question', ['Une question', 'A question'], 'answer'),
        choice('payment', ['Le paiement', 'The payment'], 'payment'),
        choice('price', ['Le prix', 'The price'], 'price'),
        choice('thinking', ['Elle y pense', 'Thinking about it'], 'keep', [
          'panier gardé',
          'basket kept',
        ]),
        choice('dropped', ['Plus besoin', 'No longer needed'], 'refusal'),
      ],
    },
  ),
  say(
    'answer',
    ['Répondre', 'Answering'],
    said(
      'Je vous réponds tout de suite, j’ai le produit sous les yeux.',
      'I can answer at once, I have the product before me.',
      {
        expert: {
          fr: 'Dites-moi quel point technique vous arrête, j’ai la fiche complète.',
          en: 'Tell me which technical point holds you up, I have the full data sheet.',
        },
      },
    ),
    'decide',
  ),
  say(
    'payment',
    ['Paiement', 'Payment'],
    said(
      '[[Je ne vous demanderai jamais votre carte au téléphone.]] Je vous renvoie un lien de paiement sûr.',
      '[[I will never ask for your card on the telephone.]] I will send you a secure payment link.',
    ),
    'decide',
  ),
  say(
    'price',
    ['Prix', 'Price'],
    said(
      'Je comprends. Le prix comprend la livraison et le retour gratuit pendant quatorze jours.',
      'I understand. The price includes delivery, and returns are free for fourteen days.',
    ),
    'decide',
  ),
  ask(
    'decide',
    ['Décision', 'Decision'],
    said(
      'Voulez-vous que nous terminions ensemble la commande de {{order.label|votre panier}} ?',
      'Shall we finish the order of {{order.label|your basket}} together?',
    ),
    {
      choices: [
        choice('yes', ['Oui', 'Yes'], 'place'),
        choice('keep', ['Gardez le panier', 'Keep the basket'], 'keep', ['48 heures', '48 hours']),
        choice('no', ['Non merci', 'No thank you'], 'refusal'),
      ],
    },
  ),
];

const closing = [
  act(
    'place',
    ['Enregistrer la commande', 'Take the order'],
    { type: 'open-case', kind: 'order', title: 'Panier terminé par téléphone', detail: '' },
    'confirmation',
    said('Je termine la commande.', 'I am finishing the order.'),
  ),
  say(
    'confirmation',
    ['Confirmation écrite', 'Written confirmation'],
    said(
      '[[Vous recevez la confirmation et le lien de paiement par e-mail ; la commande ne vous engage qu’une fois acceptée par écrit.]]',
      '[[You receive the confirmation and the payment link by e-mail; the order binds you only once you have accepted it in writing.]]',
    ),
    'bye',
    { passages: ['confirmation'] },
  ),
  finish(
    'bye',
    ['Commande terminée', 'Order finished'],
    said(
      'C’est fait. Merci, {{customer.formalName|et à bientôt}}.',
      'It is done. Thank you, {{customer.formalName|and see you soon}}.',
    ),
    'done',
    'reached',
  ),
  finish(
    'keep',
    ['Panier gardé', 'Basket kept'],
    said(
      'Je garde votre panier quarante-huit heures. Rien à faire, il vous attend.',
      'I will keep your basket for forty-eight hours. Nothing to do, it is waiting for you.',
    ),
    'open',
  ),
  ...commercialEndings(),
];

export const hotCart = commercialCall(
  {
    id: 'hot-cart',
    name: { fr: 'Panier chaud', en: 'Hot cart' },
    when: {
      fr: 'Un panier s’est arrêté avant le paiement : aider, sans pousser.',
      en: 'A basket stopped before payment: help, without pushing.',
    },
  },
  {
    about: [
      'le panier que vous avez laissé sur notre site',
      'the basket that you left on our site',
    ],
    goesOn: 'what-stopped',
    steps: [...talk, ...closing],
    objections: [
      objection(
        'watched',
        ['Vous me surveillez ?', 'Are you watching me?'],
        said(
          'Non : vous aviez donné votre accord pour être rappelée. Je peux le retirer tout de suite.',
          'No: you agreed to be called back. I can withdraw that at once.',
        ),
      ),
      objection(
        'cheaper',
        ['J’ai vu moins cher', 'I saw it cheaper'],
        said(
          'C’est possible. Regardez si la livraison et le retour y sont compris, je vous attends.',
          'That may be. See whether delivery and returns are included, I will wait.',
        ),
        'decide',
      ),
    ],
  },
);
