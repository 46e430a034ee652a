/** A customer calls with a question: understand, answer or promise, make sure, take leave. */
import { act, ask, choice, finish, objection, said, say, template } from './template.ts';

export const inboundService = template(
  {
    id: 'inbound-service',
    name: { fr: 'Service client', en: 'Customer service' },
    when: {
      fr: 'Une cliente appelle avec une question : on comprend, on répond, on s’assure.',
      en: 'A customer calls with a question: understand, answer, make sure.',
    },
  },
  {
    direction: 'inbound',
    purpose: 'service',
    recorded: true,
    opening: said(
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.firstName}} de {{brand.name}}, je vous écoute.',
      'Good morning {{customer.formalName|and welcome}}, this is {{advisor.firstName}} from {{brand.name}}, how may I help?',
    ),
    openingUnknown: said(
      'Bonjour et bienvenue chez {{brand.name}}, {{advisor.firstName}} à votre écoute.',
      'Good morning and welcome to {{brand.name}}, this is {{advisor.firstName}}. How may I help?',
    ),
    firstStep: 'welcome',
    steps: [
      say(
        'welcome',
        ['Accueil', 'Welcome'],
        said(
          '[[Cet appel peut être enregistré pour vous répondre mieux ; dites-le-moi si vous ne le souhaitez pas.]] Que puis-je faire pour vous ?',
          '[[This call may be recorded so that we serve you better; tell me if you would rather not.]] What can I do for you?',
        ),
        'need',
        { passages: ['opening', 'recording'] },
      ),
      ask(
        'need',
        ['Besoin', 'Need'],
        said(
          'Si je vous comprends bien, votre question porte sur…',
          'If I understand you well, your question is about…',
          {
            expert: {
              fr: 'Dites-moi précisément ce que vous voulez savoir, je regarde tout de suite.',
              en: 'Tell me exactly what you would like to know and I will look it up at once.',
            },
            'brand-led': {
              fr: 'Racontez-moi, nous allons regarder cela ensemble.',
              en: 'Tell me all about it, we will look at it together.',
            },
          },
        ),
        {
          choices: [
            choice('order', ['Une commande', 'An order'], 'order'),
            choice('product', ['Un produit ou un service', 'A product or a service'], 'answer'),
            choice('account', ['Ses coordonnées', 'Contact details'], 'details'),
            choice(
              'complaint',
              ['Quelque chose ne va pas', 'Something is wrong'],
              'open-complaint',
            ),
          ],
        },
      ),
      say(
        'order',
        ['Commande', 'Order'],
        said(
          'Je regarde {{order.label|votre commande}} avec vous. Voici où elle en est.',
          'Let me look at {{order.label|your order}} with you. This is where it stands.',
        ),
        'answered',
      ),
      say(
        'answer',
        ['Réponse', 'Answer'],
        said(
          'Voici ce que je peux vous dire. Je vous l’envoie aussi par écrit si vous le souhaitez.',
          'This is what I can tell you. I can also send it to you in writing if you wish.',
        ),
        'answered',
      ),
      ask(
        'details',
        ['Coordonnées', 'Details'],
        said(
          'Bien sûr. Quelle adresse e-mail dois-je noter ? Elle nous sert à vous répondre, à rien d’autre.',
          'Of course. Which e-mail address shall I note? We use it to answer you and for nothing else.',
        ),
        {
          fields: [
            {
              id: 'email',
              label: 'E-mail',
              labels: { en: 'E-mail' },
              type: 'email',
              fills: 'customer.email',
            },
          ],
          next: 'answered',
        },
      ),
      act(
        'open-complaint',
        ['Ouvrir le dossier', 'Open the case'],
        {
          type: 'open-case',
          kind: 'complaint',
          title: 'Réclamation reçue par téléphone',
          detail: '',
        },
        'promise',
        said(
          'Je suis désolée pour ce désagrément. J’ouvre un dossier à votre nom et je le suis moi-même.',
          'I am sorry about this. I am opening a case in your name and will follow it myself.',
        ),
      ),
      ask(
        'answered',
        ['Vérification', 'Making sure'],
        said('Ai-je bien répondu à votre question ?', 'Have I answered your question?'),
        {
          choices: [
            choice('yes', ['Oui', 'Yes'], 'bye'),
            choice('more', ['Une autre question', 'Another question'], 'need'),
            choice('no', ['Pas tout à fait', 'Not quite'], 'promise', ['rappel', 'callback']),
          ],
        },
      ),
      act(
        'promise',
        ['Rappel promis', 'Callback promised'],
        { type: 'callback', inHours: 24, assignee: 'me', reason: 'Réponse à compléter' },
        'promised',
        said(
          'Je cherche la réponse complète et je vous rappelle demain au plus tard.',
          'I will find the complete answer and call you back by tomorrow at the latest.',
        ),
      ),
      finish(
        'promised',
        ['Au revoir, rappel noté', 'Goodbye, callback noted'],
        said(
          'C’est noté, {{customer.formalName|vous pouvez compter sur moi}}. À demain.',
          'It is noted, {{customer.formalName|you can rely on me}}. Until tomorrow.',
        ),
        'callback',
      ),
      finish(
        'bye',
        ['Au revoir', 'Goodbye'],
        said(
          'Merci de votre appel, {{customer.formalName|et merci de votre confiance}}. Très bonne journée.',
          'Thank you for calling, {{customer.formalName|and for your trust}}. Have a very good day.',
        ),
        'done',
        'reached',
      ),
    ],
    objections: [
      objection(
        'waited',
        ['J’ai attendu longtemps', 'I waited a long time'],
        said(
          'Vous avez raison, et je vous présente nos excuses. Je m’occupe de vous maintenant.',
          'You are right, and I apologise. I am with you now.',
        ),
      ),
      objection(
        'already-called',
        ['J’ai déjà appelé pour cela', 'I called about this before'],
        said(
          'Je vois vos échanges avec nous : vous n’avez rien à répéter, nous reprenons où vous en étiez.',
          'I can see your previous contacts: there is nothing to repeat, we go on from there.',
        ),
      ),
    ],
  },
);
