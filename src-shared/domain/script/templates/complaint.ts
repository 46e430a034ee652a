/** A complaint: listen first, say sorry once, offer what is right, promise with a date, keep it. */
import { act, ask, choice, finish, objection, said, say, template } from './template.ts';

const hearing = [
  say(
    'welcome',
    ['Accueil', 'Welcome'],
    said(
      '[[Cet appel peut être enregistré pour le suivi de votre dossier ; dites-le-moi si vous ne le souhaitez pas.]] Racontez-moi ce qui s’est passé.',
      '[[This call may be recorded to follow up your case; tell me if you would rather not.]] Please tell me what happened.',
    ),
    'facts',
    { passages: ['opening', 'recording'] },
  ),
  ask(
    'facts',
    ['Constat', 'Facts'],
    said(
      'Je comprends, et je suis désolée que {{order.label|votre commande}} vous ait donné ce souci. Depuis quand est-ce ainsi ?',
      'I understand, and I am sorry that {{order.label|your order}} gave you this trouble. Since when has it been so?',
      {
        expert: {
          fr: 'Je vois votre dossier {{case.reference|}}. Donnez-moi les faits, je vous propose une solution aussitôt.',
          en: 'I have your case {{case.reference|}} before me. Give me the facts and I will offer a solution at once.',
        },
        'brand-led': {
          fr: 'Je suis vraiment désolée. Prenez votre temps, nous allons trouver ensemble ce qui vous convient.',
          en: 'I am truly sorry. Take your time, we will find together what suits you.',
        },
      },
    ),
    {
      fields: [
        {
          id: 'since',
          label: 'Depuis le',
          labels: { en: 'Since' },
          type: 'date',
        },
        {
          id: 'what',
          label: 'Ce qui s’est passé, dans ses mots',
          labels: { en: 'What happened, in the customer’s words' },
          type: 'text',
          fills: 'case.detail',
        },
      ],
      next: 'case',
    },
  ),
  act(
    'case',
    ['Ouvrir le dossier', 'Open the case'],
    { type: 'open-case', kind: 'complaint', title: 'Réclamation', detail: '' },
    'solution',
    said('Je note tout cela dans votre dossier.', 'I am noting all this in your case.'),
  ),
];

const solving = [
  ask(
    'solution',
    ['Solution', 'Solution'],
    said(
      '[[Vous n’avez rien à payer.]] Je peux vous proposer un échange, un remboursement, ou en parler à notre atelier. Que préférez-vous ?',
      '[[There is nothing for you to pay.]] I can offer an exchange, a refund, or ask our workshop. Which do you prefer?',
    ),
    {
      choices: [
        choice('exchange', ['Échange', 'Exchange'], 'grant-exchange'),
        choice('refund', ['Remboursement', 'Refund'], 'grant-refund'),
        choice('workshop', ['Avis de l’atelier', 'The workshop’s view'], 'call-back', [
          'rappel',
          'callback',
        ]),
        choice('thinks', ['Elle réfléchit', 'Wants to think'], 'call-back', ['rappel', 'callback']),
      ],
    },
  ),
  act(
    'grant-exchange',
    ['Accorder l’échange', 'Grant the exchange'],
    { type: 'grant', kind: 'exchange', amountCents: 0 },
    'confirm',
    said('C’est entendu, je lance l’échange.', 'Agreed, I am starting the exchange.'),
  ),
  act(
    'grant-refund',
    ['Accorder le remboursement', 'Grant the refund'],
    { type: 'grant', kind: 'refund', amountCents: 0 },
    'confirm',
    said('C’est entendu, je lance le remboursement.', 'Agreed, I am starting the refund.'),
  ),
  ask(
    'confirm',
    ['Confirmation', 'Confirmation'],
    said(
      'Vous recevez dans la minute un e-mail qui reprend ce que nous avons décidé. Cela vous convient-il ainsi ?',
      'Within a minute you will receive an e-mail with what we have agreed. Does this suit you?',
    ),
    {
      choices: [
        choice('yes', ['Oui', 'Yes'], 'bye'),
        choice('no', ['Pas encore', 'Not yet'], 'solution'),
      ],
    },
  ),
  act(
    'call-back',
    ['Noter le rappel', 'Note the callback'],
    { type: 'callback', inHours: 24, assignee: 'me', reason: 'Réclamation : solution à confirmer' },
    'promised',
    said(
      'Je vous rappelle demain, moi-même, avec une réponse.',
      'I will call you back tomorrow, myself, with an answer.',
    ),
  ),
  finish(
    'promised',
    ['Rappel promis', 'Callback promised'],
    said(
      'C’est noté. [[Votre réclamation reste ouverte jusqu’à ce que vous soyez satisfaite.]]',
      'It is noted. [[Your complaint stays open until you are satisfied.]]',
    ),
    'callback',
  ),
  finish(
    'bye',
    ['Clôture', 'Goodbye'],
    said(
      '[[Merci de nous l’avoir dit.]] Bonne journée, {{customer.formalName|et à bientôt}}.',
      '[[Thank you for telling us.]] Have a good day, {{customer.formalName|and see you soon}}.',
    ),
    'done',
    'reached',
  ),
];

export const complaint = template(
  {
    id: 'complaint',
    name: { fr: 'Réclamation', en: 'Complaint' },
    when: {
      fr: 'Quelque chose s’est mal passé : écouter, réparer, promettre une date et la tenir.',
      en: 'Something went wrong: listen, put it right, promise a date and keep it.',
    },
  },
  {
    direction: 'inbound',
    purpose: 'service',
    recorded: true,
    opening: said(
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.firstName}} de {{brand.name}}, je prends le temps qu’il faut.',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.firstName}} from {{brand.name}}, I will take all the time it needs.',
    ),
    openingUnknown: said(
      'Bonjour, {{advisor.firstName}} de {{brand.name}}, je vous écoute.',
      'Good morning, {{advisor.firstName}} from {{brand.name}}, I am listening.',
    ),
    firstStep: 'welcome',
    steps: [...hearing, ...solving],
    objections: [
      objection(
        'second-time',
        ['C’est la deuxième fois', 'This is the second time'],
        said(
          'Vous avez raison, et c’est une fois de trop. Je garde votre dossier moi-même jusqu’au bout.',
          'You are right, and that is once too often. I will keep your case myself to the end.',
        ),
      ),
      objection(
        'gesture',
        ['Je veux un geste', 'I want a gesture'],
        said(
          'Je comprends. Réglons d’abord le fond ; je vous dis ensuite ce que je peux faire de plus.',
          'I understand. Let us first put things right; then I will tell you what more I can do.',
        ),
        'solution',
      ),
      objection(
        'nobody-answers',
        ['Pourquoi personne ne répond ?', 'Why does nobody answer?'],
        said(
          'Vous auriez dû être rappelée, je vous présente nos excuses. Maintenant, c’est moi qui réponds.',
          'You should have been called back, and I apologise. Now it is I who answer.',
        ),
      ),
    ],
  },
);
