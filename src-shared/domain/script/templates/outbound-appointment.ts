/** After a letter: see whether it was read, say why a visit is worth it, book the day. */

import { commercialCall, commercialEndings } from './outbound-opening.ts';
import { act, ask, choice, finish, objection, said, say } from './template.ts';

const talk = [
  ask(
    'letter',
    ['La lettre', 'The letter'],
    said(
      'Vous avez reçu notre courrier ces jours-ci. Avez-vous eu le temps de le lire ?',
      'You received our letter in the last few days. Did you have time to read it?',
    ),
    {
      choices: [
        choice('read', ['Oui', 'Yes'], 'interest'),
        choice('not-read', ['Pas encore', 'Not yet'], 'in-short'),
        choice('not-received', ['Pas reçu', 'Not received'], 'in-short'),
      ],
    },
  ),
  say(
    'in-short',
    ['En bref', 'In short'],
    said(
      'En deux mots : notre conseiller vient chez vous, regarde votre projet et vous remet une étude, sans engagement.',
      'In a few words: our adviser comes to you, looks at your project and gives you a study, without obligation.',
    ),
    'interest',
  ),
  ask(
    'interest',
    ['Intérêt', 'Interest'],
    said(
      'Une visite d’une heure vous serait-elle utile ?',
      'Would a visit of one hour be useful to you?',
      {
        expert: {
          fr: 'Avez-vous déjà des plans ou des mesures ? Notre conseiller travaillera dessus avec vous.',
          en: 'Do you already have plans or measurements? Our adviser will work on them with you.',
        },
        'brand-led': {
          fr: 'Aimeriez-vous que notre conseiller passe vous montrer ce que d’autres clients ont choisi ?',
          en: 'Would you like our adviser to come and show you what other customers have chosen?',
        },
      },
    ),
    {
      choices: [
        choice('yes', ['Oui', 'Yes'], 'day'),
        choice('documents', ['D’abord par écrit', 'In writing first'], 'send', [
          'document',
          'document',
        ]),
        choice('no', ['Non', 'No'], 'refusal'),
      ],
    },
  ),
  ask(
    'day',
    ['Le jour', 'The day'],
    said(
      'Quel jour vous arrange, plutôt le matin ou l’après-midi ?',
      'Which day suits you, the morning or the afternoon?',
    ),
    {
      fields: [
        { id: 'date', label: 'Jour', labels: { en: 'Day' }, type: 'date' },
        {
          id: 'half',
          label: 'Moment',
          labels: { en: 'Time of day' },
          type: 'one-of',
          options: [
            { id: 'morning', label: 'Matin', labels: { en: 'Morning' } },
            { id: 'afternoon', label: 'Après-midi', labels: { en: 'Afternoon' } },
          ],
        },
      ],
      next: 'book',
    },
  ),
  act(
    'book',
    ['Réserver', 'Book'],
    { type: 'appointment', when: 'day.date', inHours: 48, reason: 'Visite du conseiller' },
    'agreed',
    said('Je réserve ce créneau.', 'I am booking this time.'),
  ),
  act(
    'send',
    ['Envoyer la documentation', 'Send the documents'],
    { type: 'send-document', name: 'Documentation', labels: { en: 'Documents' }, channel: 'email' },
    'sent',
    said('Je vous l’envoie tout de suite.', 'I am sending it to you now.'),
  ),
];

const ends = [
  finish(
    'agreed',
    ['Rendez-vous pris', 'Appointment made'],
    said(
      'C’est réservé. Vous recevez une confirmation, et vous pouvez déplacer ce rendez-vous d’un simple appel. À bientôt.',
      'It is booked. You will receive a confirmation, and one call is enough to change it. See you soon.',
    ),
    'done',
    'reached',
  ),
  finish(
    'sent',
    ['Documentation envoyée', 'Documents sent'],
    said(
      'Vous l’avez dans quelques minutes. Prenez le temps de la lire, bonne journée.',
      'You will have it in a few minutes. Take your time to read it, have a good day.',
    ),
    'open',
  ),
  ...commercialEndings(),
];

export const outboundAppointment = commercialCall(
  {
    id: 'outbound-appointment',
    name: { fr: 'Prise de rendez-vous', en: 'Booking an appointment' },
    when: {
      fr: 'Après un courrier : proposer la visite d’un conseiller et en fixer le jour.',
      en: 'After a letter: offer an adviser’s visit and fix its day.',
    },
  },
  {
    about: ['la visite d’un conseiller', 'a visit by an adviser'],
    goesOn: 'letter',
    steps: [...talk, ...ends],
    objections: [
      objection(
        'no-time',
        ['Je n’ai pas le temps', 'I have no time'],
        said(
          'C’est pour cela que je vous appelle : une heure, au jour que vous choisissez, et rien à préparer.',
          'That is why I am calling: one hour, on the day you choose, and nothing to prepare.',
        ),
        'interest',
      ),
      objection(
        'commitment',
        ['Cela m’engage à quoi ?', 'What do I commit to?'],
        said(
          'À rien. L’étude est gratuite, et elle vous reste.',
          'To nothing. The study is free, and you keep it.',
        ),
      ),
      objection(
        'number',
        ['D’où avez-vous mon numéro ?', 'Where did you get my number?'],
        said(
          'Vous nous l’avez confié avec votre accord ; vous pouvez le retirer maintenant, je le note.',
          'You gave it to us with your consent; you may withdraw it now, and I will note it.',
        ),
      ),
    ],
  },
);
