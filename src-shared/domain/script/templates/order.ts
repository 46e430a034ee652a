/** A customer orders by telephone: what, where to, what it costs, and the confirmation that the law wants. */
import { act, ask, choice, finish, objection, said, say, template } from './template.ts';

const choosing = [
  say(
    'welcome',
    ['Accueil', 'Welcome'],
    said(
      'Avec plaisir, je prends votre commande. Nous commençons par ce que vous avez choisi.',
      'With pleasure, I will take your order. Let us begin with what you have chosen.',
    ),
    'what',
  ),
  ask(
    'what',
    ['Article', 'Article'],
    said(
      'Quel article souhaitez-vous, et en quelle quantité ?',
      'Which article would you like, and how many?',
      {
        expert: {
          fr: 'Donnez-moi la référence, la finition et la quantité, je vérifie le stock.',
          en: 'Give me the reference, the finish and the quantity, I will check the stock.',
        },
        'brand-led': {
          fr: 'Dites-moi ce qui vous plaît, je vous dis ce qui ira avec.',
          en: 'Tell me what you like and I will tell you what goes with it.',
        },
      },
    ),
    {
      fields: [
        {
          id: 'article',
          label: 'Article',
          labels: { en: 'Article' },
          type: 'text',
          fills: 'case.title',
        },
        { id: 'quantity', label: 'Quantité', labels: { en: 'Quantity' }, type: 'number' },
        { id: 'total', label: 'Total', labels: { en: 'Total' }, type: 'amount' },
      ],
      next: 'delivery',
    },
  ),
  ask(
    'delivery',
    ['Livraison', 'Delivery'],
    said(
      'Où devons-nous livrer : chez vous, {{customer.commune|à votre adresse}}, ou en magasin ?',
      'Where shall we deliver: to your home, {{customer.commune|at your address}}, or to a store?',
    ),
    {
      choices: [
        choice('home', ['À domicile', 'To the home'], 'sum-up'),
        choice('store', ['En magasin', 'To a store'], 'sum-up'),
        choice('unsure', ['Elle hésite', 'Not sure'], 'quote', ['devis', 'quote']),
      ],
    },
  ),
];

const concluding = [
  ask(
    'sum-up',
    ['Récapitulatif', 'Summing up'],
    said(
      '[[Je récapitule : l’article, le prix total, livraison comprise, et le délai. Vous disposez de quatorze jours pour changer d’avis.]] Est-ce bien cela ?',
      '[[Let me sum up: the article, the total price with delivery, and the date. You have fourteen days to change your mind.]] Is that right?',
    ),
    {
      choices: [
        choice('yes', ['C’est bien cela', 'That is right'], 'place'),
        choice('change', ['À corriger', 'To be corrected'], 'what'),
        choice('no', ['Finalement non', 'No after all'], 'kind-bye'),
      ],
    },
  ),
  act(
    'place',
    ['Enregistrer la commande', 'Take the order'],
    { type: 'open-case', kind: 'order', title: 'Commande par téléphone', detail: '' },
    'confirmation',
    said('J’enregistre votre commande.', 'I am taking your order.'),
  ),
  say(
    'confirmation',
    ['Confirmation écrite', 'Written confirmation'],
    said(
      '[[Vous recevez tout de suite la confirmation par e-mail ; votre commande ne vous engage qu’une fois acceptée par écrit.]]',
      '[[You receive the confirmation by e-mail at once; your order binds you only once you have accepted it in writing.]]',
    ),
    'send',
    { passages: ['confirmation'] },
  ),
  act(
    'send',
    ['Envoyer la confirmation', 'Send the confirmation'],
    {
      type: 'send-document',
      name: 'Confirmation de commande',
      labels: { en: 'Order confirmation' },
      channel: 'email',
    },
    'bye',
  ),
  act(
    'quote',
    ['Envoyer un devis', 'Send a quote'],
    { type: 'send-document', name: 'Devis', labels: { en: 'Quote' }, channel: 'email' },
    'later',
    said(
      'Je vous envoie un devis, valable trente jours. Rien ne presse.',
      'I am sending you a quote, valid for thirty days. There is no hurry.',
    ),
  ),
  finish(
    'later',
    ['Au revoir, devis envoyé', 'Goodbye, quote sent'],
    said(
      'Le devis est parti. Nous restons à votre écoute.',
      'The quote is on its way. We are here for you.',
    ),
    'open',
    'not-reached',
  ),
  finish(
    'kind-bye',
    ['Au revoir', 'Goodbye'],
    said(
      'Bien sûr, rien n’est enregistré. Merci de votre appel et à bientôt.',
      'Of course, nothing has been taken down. Thank you for calling, and see you soon.',
    ),
    'refused',
    'not-reached',
  ),
  finish(
    'bye',
    ['Merci', 'Thank you'],
    said(
      'Merci de votre confiance, {{customer.formalName|et à très bientôt}}.',
      'Thank you for your trust, {{customer.formalName|and see you very soon}}.',
    ),
    'done',
    'reached',
  ),
];

export const order = template(
  {
    id: 'order',
    name: { fr: 'Commande', en: 'Order' },
    when: {
      fr: 'Une cliente commande par téléphone : prendre, récapituler, confirmer par écrit.',
      en: 'A customer orders by telephone: take it, sum up, confirm in writing.',
    },
  },
  {
    direction: 'inbound',
    purpose: 'commercial',
    recorded: false,
    opening: said(
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.firstName}} de {{brand.name}}.',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.firstName}} from {{brand.name}}.',
    ),
    openingUnknown: said(
      'Bonjour et bienvenue chez {{brand.name}}, {{advisor.firstName}} à votre service.',
      'Good morning and welcome to {{brand.name}}, {{advisor.firstName}} at your service.',
    ),
    firstStep: 'welcome',
    steps: [...choosing, ...concluding],
    objections: [
      objection(
        'price',
        ['C’est plus cher qu’ailleurs', 'It is cheaper elsewhere'],
        said(
          'Je comprends. Notre prix comprend la livraison et la garantie ; je peux vous envoyer le détail.',
          'I understand. Our price includes delivery and the warranty; I can send you the details.',
        ),
      ),
      objection(
        'delay',
        ['Le délai est long', 'That is a long wait'],
        said(
          'Je regarde si un autre dépôt peut livrer plus tôt, et je vous dis la date exacte.',
          'I will see whether another depot can deliver sooner, and give you the exact date.',
        ),
      ),
    ],
  },
);
