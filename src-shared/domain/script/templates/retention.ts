/** A customer wants to leave: understand why, offer what answers it, respect the decision. */
import { act, ask, choice, finish, objection, said, say, template } from './template.ts';

const asking = [
  say(
    'welcome',
    ['Accueil', 'Welcome'],
    said(
      'J’ai bien compris que vous souhaitez nous quitter. Je ne vous retiendrai pas contre votre gré.',
      'I understand that you wish to leave us. I will not keep you against your will.',
    ),
    'why',
  ),
  ask(
    'why',
    ['Raison', 'Reason'],
    said(
      'Puis-je savoir ce qui vous a décidée ? Cela nous aide, et il y a peut-être une réponse.',
      'May I know what made up your mind? It helps us, and there may be an answer.',
      {
        expert: {
          fr: 'Quel point précis ne vous convient plus : le prix, le service, ou l’offre elle-même ?',
          en: 'Which point exactly no longer suits you: the price, the service, or the offer itself?',
        },
      },
    ),
    {
      choices: [
        choice('price', ['Le prix', 'The price'], 'offer'),
        choice('service', ['Le service', 'The service'], 'repair'),
        choice('moving', ['Un déménagement', 'Moving house'], 'move'),
        choice('decided', ['C’est décidé', 'Decided'], 'leave'),
      ],
    },
  ),
  ask(
    'offer',
    ['Proposition', 'Offer'],
    said(
      'Je peux revoir votre formule pour qu’elle coûte moins, sans nouvel engagement. Voulez-vous que je vous la décrive ?',
      'I can adapt your plan so that it costs less, without any new commitment. Shall I describe it?',
    ),
    {
      choices: [
        choice('yes', ['Oui', 'Yes'], 'gesture'),
        choice('thinks', ['Elle réfléchit', 'Wants to think'], 'later', ['rappel', 'callback']),
        choice('no', ['Non', 'No'], 'leave'),
      ],
    },
  ),
  ask(
    'repair',
    ['Réparer', 'Put right'],
    said(
      'Vous n’auriez pas dû vivre cela, je vous présente nos excuses. Si je règle ce point aujourd’hui, resteriez-vous ?',
      'You should not have gone through this, and I apologise. If I settle it today, would you stay?',
    ),
    {
      choices: [
        choice('yes', ['Oui', 'Yes'], 'gesture'),
        choice('thinks', ['Elle réfléchit', 'Wants to think'], 'later', ['rappel', 'callback']),
        choice('no', ['Non', 'No'], 'leave'),
      ],
    },
  ),
  ask(
    'move',
    ['Déménagement', 'Moving'],
    said(
      'Votre contrat peut vous suivre, sans frais. À quelle date déménagez-vous ?',
      'Your contract can move with you, free of charge. On which date are you moving?',
    ),
    {
      fields: [
        {
          id: 'day',
          label: 'Date du déménagement',
          labels: { en: 'Date of the move' },
          type: 'date',
        },
      ],
      choices: [
        choice('follow', ['Le contrat suit', 'The contract moves too'], 'stays'),
        choice('no', ['Non merci', 'No thank you'], 'leave'),
      ],
    },
  ),
];

const deciding = [
  act(
    'gesture',
    ['Geste', 'Gesture'],
    { type: 'grant', kind: 'gesture', amountCents: 0 },
    'stays',
    said('Je l’enregistre tout de suite.', 'I am putting it down at once.'),
  ),
  act(
    'later',
    ['Rappel', 'Callback'],
    { type: 'callback', inHours: 48, assignee: 'me', reason: 'Fidélisation : décision' },
    'thinking',
    said(
      'Prenez le temps d’y penser. Je vous rappelle après-demain, une seule fois.',
      'Take your time. I will call you back the day after tomorrow, once only.',
    ),
  ),
  say(
    'leave',
    ['Départ respecté', 'Leaving respected'],
    said(
      '[[Votre demande est prise en compte dès maintenant ; vous recevez la confirmation par écrit, sans frais cachés.]]',
      '[[Your request is taken into account from now on; you receive the confirmation in writing, without hidden costs.]]',
    ),
    'left',
  ),
  finish(
    'thinking',
    ['Décision à venir', 'Decision to come'],
    said('C’est noté, à après-demain.', 'It is noted, until the day after tomorrow.'),
    'callback',
  ),
  finish(
    'left',
    ['Au revoir', 'Goodbye'],
    said(
      'Merci du temps passé avec nous, {{customer.formalName|et bonne route}}. La porte reste ouverte.',
      'Thank you for your time with us, {{customer.formalName|and all the best}}. The door stays open.',
    ),
    'refused',
    'not-reached',
  ),
  finish(
    'stays',
    ['Elle reste', 'Stays'],
    said(
      'Merci de nous garder votre confiance, {{customer.formalName|vraiment}}.',
      'Thank you for staying with us, {{customer.formalName|truly}}.',
    ),
    'done',
    'reached',
  ),
];

export const retention = template(
  {
    id: 'retention',
    name: { fr: 'Fidélisation', en: 'Retention' },
    when: {
      fr: 'Une cliente veut partir : comprendre, proposer ce qui répond, respecter sa décision.',
      en: 'A customer wants to leave: understand, offer what answers it, respect the decision.',
    },
  },
  {
    direction: 'inbound',
    purpose: 'service',
    recorded: false,
    opening: said(
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.firstName}} de {{brand.name}}, je vous écoute.',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.firstName}} from {{brand.name}}, I am listening.',
    ),
    openingUnknown: said(
      'Bonjour, {{advisor.firstName}} de {{brand.name}}, je vous écoute.',
      'Good morning, {{advisor.firstName}} from {{brand.name}}, I am listening.',
    ),
    firstStep: 'welcome',
    steps: [...asking, ...deciding],
    objections: [
      objection(
        'competitor',
        ['J’ai trouvé mieux ailleurs', 'I found better elsewhere'],
        said(
          'C’est votre droit de comparer. Puis-je vérifier avec vous que tout y est compris ?',
          'It is your right to compare. May I check with you that everything is included?',
        ),
      ),
      objection(
        'just-cancel',
        ['Résiliez, c’est tout', 'Just cancel it'],
        said('Bien sûr, je le fais tout de suite.', 'Of course, I will do so at once.'),
        'leave',
      ),
    ],
  },
);
