/** Maison Kerdoual, a basket that was left before payment. */
import { choice, end, field, objection, said, step } from './both.ts';
import { speech } from './speech.ts';

export const kerdoualCart = speech({
  id: 'kerdoual-panier',
  version: 1,
  brandId: 'kerdoual',
  name: 'Panier interrompu',
  names: { en: 'Hot cart' },
  locale: 'fr',
  languages: ['en'],
  direction: 'outbound',
  purpose: 'commercial',
  reasonCodes: ['commande'],
  publishedAt: '2026-10-28T08:00:00.000Z',
  opening: said({
    say: [
      'Bonjour {{customer.formalName|}}, {{advisor.fullName}}, pour Maison Kerdoual. [[C’est un appel commercial, au sujet du panier que vous avez laissé sur notre site.]]',
      'Good morning {{customer.formalName|}}, {{advisor.fullName}} for Maison Kerdoual. [[This is a commercial call, about the basket that you left on our site.]]',
    ],
  }),
  openingUnknown: said({
    say: [
      'Bonjour, {{advisor.fullName}}, pour Maison Kerdoual. [[C’est un appel commercial.]] Puis-je parler à la personne qui a visité notre site ?',
      'Good morning, {{advisor.fullName}} for Maison Kerdoual. [[This is a commercial call.]] May I speak to the person who visited our site?',
    ],
  }),
  firstStep: 'panier',
  steps: [
    step('panier', {
      title: ['Panier', 'Basket'],
      say: [
        '[[{{advisor.fullName}}, pour Maison Kerdoual : c’est un appel commercial.]] Votre panier est gardé. Qu’est-ce qui vous a arrêté ?',
        '[[{{advisor.fullName}} for Maison Kerdoual: this is a commercial call.]] Your basket is kept. What made you stop?',
      ],
      expert: [
        '[[{{advisor.fullName}}, pour Maison Kerdoual : c’est un appel commercial.]] Votre panier est gardé. Une question technique, ou le paiement ?',
        '[[{{advisor.fullName}} for Maison Kerdoual: this is a commercial call.]] Your basket is kept. A technical question, or the payment?',
      ],
      passages: ['identity', 'commercial-nature'],
      choices: [
        choice(
          'paiement',
          ['Le paiement a échoué', 'The payment failed'],
          ['finir ensemble', 'finish it together'],
          'finir',
        ),
        choice(
          'question',
          ['Une question', 'A question'],
          ['répondre, puis proposer', 'answer, then offer'],
          'question',
        ),
        choice(
          'reflechit',
          ['Je réfléchis', 'I am thinking'],
          ['garder le panier', 'keep the basket'],
          'garder',
          'rappel-convenu',
        ),
        choice(
          'non',
          ['Plus envie', 'No longer'],
          ['remercier', 'thank them'],
          'refus',
          'renseigne',
        ),
      ],
    }),
    step('question', {
      title: ['Question', 'Question'],
      say: [
        'Posez-la moi, je regarde avec vous : dimensions, bois, délai ou livraison à l’étage ?',
        'Ask me, I will look with you: size, wood, time, or delivery upstairs?',
      ],
      fields: [field('question', 'text', ['Sa question', 'Their question'], 'note')],
      choices: [
        choice(
          'repondu',
          ['C’est clair', 'That is clear'],
          ['finir la commande', 'finish the order'],
          'finir',
        ),
        choice(
          'fiche',
          ['Veut le lire', 'Wants to read it'],
          ['envoyer la fiche', 'send the sheet'],
          'fiche',
          'documentation-envoyee',
        ),
      ],
    }),
    step('finir', {
      title: ['Finir', 'Finish'],
      say: [
        'Je rouvre le panier avec vous. [[Aucun numéro de carte au téléphone : vous payez sur le lien, et la confirmation écrite précède tout engagement.]]',
        'I reopen the basket with you. [[No card number on the telephone: you pay on the link, and the written confirmation comes before you are bound.]]',
      ],
      passages: ['confirmation'],
      action: {
        type: 'send-document',
        name: 'Lien de paiement du panier',
        labels: { en: 'Payment link' },
        channel: 'sms',
      },
      choices: [
        choice(
          'paye',
          ['Payé', 'Paid'],
          ['confirmation par e-mail', 'confirmation by e-mail'],
          'merci',
          'commande-prise',
        ),
        choice(
          'plus-tard',
          ['Ce soir', 'Tonight'],
          ['garder le panier', 'keep the basket'],
          'garder',
          'rappel-convenu',
        ),
      ],
    }),
    step('fiche', {
      title: ['Fiche', 'Sheet'],
      say: [
        'Elle part à l’instant. Le panier reste gardé trois jours.',
        'It is leaving now. The basket stays for three days.',
      ],
      action: {
        type: 'send-document',
        name: 'Fiche du meuble',
        labels: { en: 'Product sheet' },
        channel: 'email',
      },
      next: 'merci',
    }),
    step('garder', {
      title: ['Garder', 'Keep'],
      say: [
        'Je le garde trois jours. Voulez-vous que je vous rappelle, ou préférez-vous finir seul ?',
        'I keep it for three days. Shall I call you, or would you rather finish alone?',
      ],
      fields: [field('quand', 'date', ['Jour du rappel', 'Day of the callback'])],
      action: {
        type: 'callback',
        when: 'garder.quand',
        inHours: 24,
        assignee: 'me',
        reason: 'Panier gardé trois jours',
      },
      next: 'merci',
    }),
    end('refus', {
      title: ['Au revoir', 'Goodbye'],
      say: [
        'C’est entendu, je vide le panier et [[nous ne vous rappelons pas à ce sujet.]] Bonne journée.',
        'Understood, I empty the basket and [[we will not call you about it again.]] Have a good day.',
      ],
      result: 'not-reached',
    }),
    end('merci', {
      title: ['Merci', 'Thank you'],
      say: [
        'Merci {{customer.formalName|}}, et bienvenue dans la Maison.',
        'Thank you {{customer.formalName|}}, and welcome to the Maison.',
      ],
      result: 'reached',
    }),
  ],
  objections: [
    objection(
      'surveille',
      ['Vous me surveillez ?', 'Are you watching me?'],
      [
        [
          'Non. Vous aviez laissé ce numéro dans le panier pour être aidé. Je l’efface tout de suite si vous le demandez.',
          'No. You had left this number in the basket to be helped. I will delete it at once if you ask.',
        ],
      ],
    ),
    objection(
      'livraison',
      ['La livraison est chère', 'Delivery is expensive'],
      [
        [
          'Elle comprend l’étage, le montage et la reprise de l’ancien. En boutique, le retrait est gratuit.',
          'It includes the floor, the assembly and taking the old one away. Collection in a shop is free.',
        ],
      ],
    ),
    objection(
      'ailleurs',
      ['J’ai vu moins cher', 'I have seen it cheaper'],
      [
        [
          'C’est possible. Comparez la garantie : dix ans, et chaque pièce se change. Je vous envoie le détail ?',
          'That may be. Compare the guarantee: ten years, and each part can be replaced. Shall I send the details?',
        ],
      ],
    ),
  ],
});
