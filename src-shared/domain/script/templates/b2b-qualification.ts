/** A company: find who decides, what they have, what they need and when, before a letter is sent. */

import { commercialCall, commercialEndings } from './outbound-opening.ts';
import { act, ask, choice, finish, objection, said } from './template.ts';

const talk = [
  ask(
    'who-decides',
    ['Qui décide', 'Who decides'],
    said(
      'Qui s’occupe de ces questions chez vous, {{customer.companyName|dans l’entreprise}} : vous-même, ou un collègue ?',
      'Who looks after these matters at {{customer.companyName|your company}}: you, or a colleague?',
    ),
    {
      fields: [
        {
          id: 'name',
          label: 'Interlocuteur',
          labels: { en: 'Contact' },
          type: 'text',
          fills: 'note',
        },
      ],
      choices: [
        choice('self', ['Elle-même', 'This person'], 'equipment'),
        choice('colleague', ['Un collègue', 'A colleague'], 'when', ['rappel', 'callback']),
      ],
    },
  ),
  ask(
    'equipment',
    ['Aujourd’hui', 'Today'],
    said(
      'Comment faites-vous aujourd’hui, et pour combien de personnes ?',
      'How do you do it today, and for how many people?',
      {
        expert: {
          fr: 'Quel équipement avez-vous, de quelle année, et pour combien de postes ?',
          en: 'Which equipment do you have, of which year, and for how many workplaces?',
        },
      },
    ),
    {
      fields: [
        {
          id: 'people',
          label: 'Effectif concerné',
          labels: { en: 'People concerned' },
          type: 'number',
        },
        { id: 'now', label: 'Équipement actuel', labels: { en: 'Equipment today' }, type: 'text' },
      ],
      next: 'need',
    },
  ),
  ask(
    'need',
    ['Besoin', 'Need'],
    said(
      'Avez-vous un projet dans ce domaine, et pour quand ?',
      'Do you have a project in this field, and for when?',
    ),
    {
      fields: [{ id: 'budget', label: 'Budget', labels: { en: 'Budget' }, type: 'amount' }],
      choices: [
        choice('soon', ['Dans les six mois', 'Within six months'], 'meeting'),
        choice('year', ['Dans l’année', 'Within the year'], 'send', ['documentation', 'documents']),
        choice('none', ['Aucun projet', 'No project'], 'not-now'),
      ],
    },
  ),
  ask(
    'meeting',
    ['Rencontre', 'Meeting'],
    said(
      'Notre ingénieur peut vous rappeler pour préciser tout cela. Quel jour vous convient ?',
      'Our engineer can call you to go into this. Which day suits you?',
    ),
    {
      fields: [{ id: 'date', label: 'Jour', labels: { en: 'Day' }, type: 'date' }],
      choices: [
        choice('agreed', ['D’accord', 'Agreed'], 'book'),
        choice('first-read', ['D’abord la documentation', 'The documents first'], 'send'),
      ],
    },
  ),
  act(
    'book',
    ['Réserver', 'Book'],
    { type: 'appointment', when: 'meeting.date', inHours: 48, reason: 'Étude du projet' },
    'qualified',
    said('Je réserve ce moment.', 'I am booking this time.'),
  ),
  act(
    'send',
    ['Envoyer la documentation', 'Send the documents'],
    { type: 'send-document', name: 'Documentation', labels: { en: 'Documents' }, channel: 'email' },
    'documented',
    said('Je vous envoie de quoi vous faire une idée.', 'I am sending you enough to form an idea.'),
  ),
];

const ends = [
  finish(
    'qualified',
    ['Projet qualifié', 'Project qualified'],
    said(
      'C’est convenu. Notre ingénieur aura vos réponses sous les yeux : vous n’aurez rien à répéter.',
      'It is agreed. Our engineer will have your answers before him: you will not have to repeat them.',
    ),
    'done',
    'reached',
  ),
  finish(
    'documented',
    ['Documentation envoyée', 'Documents sent'],
    said(
      'Vous l’avez aujourd’hui. Je reste à votre disposition, bonne journée.',
      'You will have it today. I am at your disposal, have a good day.',
    ),
    'open',
  ),
  finish(
    'not-now',
    ['Pas de projet', 'No project'],
    said(
      'Je le note et ne vous dérange pas davantage. Merci de votre temps.',
      'I will note it and not disturb you further. Thank you for your time.',
    ),
    'refused',
    'not-reached',
  ),
  ...commercialEndings(),
];

export const b2bQualification = commercialCall(
  {
    id: 'b2b-qualification',
    name: { fr: 'Qualification B2B', en: 'B2B qualification' },
    when: {
      fr: 'Appeler une entreprise avant un courrier : qui décide, quel besoin, pour quand.',
      en: 'Call a company before a letter: who decides, which need, for when.',
    },
  },
  {
    about: ['mieux connaître vos besoins', 'your company’s needs'],
    goesOn: 'who-decides',
    steps: [...talk, ...ends],
    objections: [
      objection(
        'supplier',
        ['Nous avons déjà un fournisseur', 'We already have a supplier'],
        said(
          'C’est bien naturel. Deux questions me suffisent pour savoir si nous pouvons vous être utiles un jour.',
          'Of course you have. Two questions are enough to know whether we may be useful one day.',
        ),
        'equipment',
      ),
      objection(
        'email',
        ['Envoyez un e-mail', 'Send an e-mail'],
        said('Volontiers, je le fais tout de suite.', 'Gladly, I will do so at once.'),
        'send',
      ),
    ],
  },
);
