/** After a contact: three questions, a free word, and somebody who calls back when it went badly. */

import { weCall } from './outbound-opening.ts';
import { act, ask, branch, choice, finish, objection, said } from './template.ts';

const marks = ['1', '2', '3', '4', '5'].map((mark) => ({
  id: `mark-${mark}`,
  label: mark,
  labels: { en: mark },
}));

const questions = [
  ask(
    'identity',
    ['Accueil', 'Welcome'],
    said(
      '[[Bonjour {{customer.formalName|à vous}}, {{advisor.fullName}}, pour {{brand.name}}. Je n’ai rien à vendre]] : trois questions sur votre dernier contact. Est-ce un bon moment ?',
      '[[Hello {{customer.formalName|there}}, this is {{advisor.fullName}} for {{brand.name}}. I have nothing to sell]]: three questions about your last contact. Is this a good moment?',
    ),
    {
      passages: ['opening', 'identity'],
      choices: [
        choice('yes', ['Oui', 'Yes'], 'overall'),
        choice('no', ['Non merci', 'No thank you'], 'declined'),
      ],
    },
  ),
  ask(
    'overall',
    ['Note', 'Mark'],
    said(
      'De 1 à 5, à quel point êtes-vous satisfaite de la réponse que vous avez reçue ?',
      'From 1 to 5, how satisfied are you with the answer that you were given?',
    ),
    {
      fields: [
        {
          id: 'mark',
          label: 'Note de 1 à 5',
          labels: { en: 'Mark from 1 to 5' },
          type: 'one-of',
          options: marks,
        },
      ],
      next: 'solved',
    },
  ),
  ask(
    'solved',
    ['Réglé ?', 'Settled?'],
    said(
      'Votre demande a-t-elle été réglée dès ce contact ?',
      'Was your request settled in that one contact?',
    ),
    {
      choices: [
        choice('yes', ['Oui', 'Yes'], 'word'),
        choice('partly', ['En partie', 'In part'], 'word'),
        choice('no', ['Non', 'No'], 'word'),
      ],
    },
  ),
  ask(
    'word',
    ['Ses mots', 'In her words'],
    said('Qu’aurions-nous pu faire mieux ?', 'What could we have done better?'),
    {
      fields: [
        {
          id: 'said',
          label: 'Ce qu’elle dit',
          labels: { en: 'What is said' },
          type: 'text',
          fills: 'note',
        },
      ],
      next: 'how-it-went',
    },
  ),
  branch(
    'how-it-went',
    ['Bien ou mal', 'Well or badly'],
    [
      {
        if: 'answer.solved = "no" or answer.overall.mark in ["mark-1", "mark-2"]',
        next: 'unhappy',
      },
    ],
    'thanks',
  ),
  ask(
    'unhappy',
    ['Mal passé', 'It went badly'],
    said(
      'Merci de votre franchise. Souhaitez-vous que quelqu’un reprenne votre dossier et vous rappelle ?',
      'Thank you for your frankness. Would you like somebody to take up your case and call you back?',
    ),
    {
      choices: [
        choice('yes', ['Oui', 'Yes'], 'call-back', ['rappel', 'callback']),
        choice('no', ['Non', 'No'], 'thanks'),
      ],
    },
  ),
  act(
    'call-back',
    ['Noter le rappel', 'Note the callback'],
    { type: 'callback', inHours: 24, assignee: 'anyone', reason: 'Mécontente lors de l’enquête' },
    'promised',
    said('Je le demande maintenant.', 'I am asking for it now.'),
  ),
];

const ends = [
  finish(
    'promised',
    ['Rappel promis', 'Callback promised'],
    said(
      'Quelqu’un vous rappelle demain au plus tard. Merci de nous avoir parlé.',
      'Somebody will call you by tomorrow at the latest. Thank you for talking to us.',
    ),
    'callback',
    'reached',
  ),
  finish(
    'thanks',
    ['Merci', 'Thank you'],
    said(
      'Merci beaucoup, vos réponses seront lues. Bonne journée, {{customer.formalName|et à bientôt}}.',
      'Thank you very much, your answers will be read. Have a good day, {{customer.formalName|and see you soon}}.',
    ),
    'done',
    'reached',
  ),
  finish(
    'declined',
    ['Refus respecté', 'Refusal respected'],
    said('Bien sûr, bonne journée.', 'Of course, have a good day.'),
    'refused',
    'not-reached',
  ),
];

export const satisfactionSurvey = weCall(
  {
    id: 'satisfaction-survey',
    name: { fr: 'Enquête de satisfaction', en: 'Satisfaction survey' },
    when: {
      fr: 'Après un contact : trois questions, et quelqu’un qui rappelle si cela s’est mal passé.',
      en: 'After a contact: three questions, and somebody who calls back if it went badly.',
    },
  },
  {
    purpose: 'service',
    steps: [...questions, ...ends],
    objections: [
      objection(
        'selling',
        ['Vous voulez me vendre quelque chose', 'You want to sell me something'],
        said(
          'Rien du tout, c’est promis. Je note seulement ce que vous pensez.',
          'Nothing at all, I promise. I only note what you think.',
        ),
      ),
      objection(
        'anonymous',
        ['Que deviennent mes réponses ?', 'What becomes of my answers?'],
        said(
          'Elles restent chez {{brand.name}} et servent à mieux vous répondre ; vous pouvez les faire effacer.',
          'They stay with {{brand.name}} and serve to answer you better; you may have them erased.',
        ),
      ),
    ],
  },
);
