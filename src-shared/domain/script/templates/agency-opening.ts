/** A new agency opens near by: invite the households of the area, once, with a reason to come. */

import { commercialCall, commercialEndings } from './outbound-opening.ts';
import { act, ask, branch, choice, finish, objection, said } from './template.ts';

const talk = [
  branch(
    'known',
    ['Déjà clients ?', 'Customers already?'],
    [{ if: 'customer.since is known', next: 'invite-known' }],
    'invite',
  ),
  ask(
    'invite-known',
    ['Invitation, client connu', 'Invitation, known customer'],
    said(
      'Votre nouvelle agence ouvre près de chez vous, {{customer.commune|dans votre ville}}. Votre dossier peut y être suivi. Voulez-vous la découvrir ?',
      'Your new agency opens near you, {{customer.commune|in your town}}. Your file can be looked after there. Would you like to see it?',
    ),
    {
      choices: [
        choice('yes', ['Oui', 'Yes'], 'day'),
        choice('invitation', ['Par écrit', 'In writing'], 'send'),
        choice('no', ['Non', 'No'], 'refusal'),
      ],
    },
  ),
  ask(
    'invite',
    ['Invitation', 'Invitation'],
    said(
      'Une agence {{brand.name}} ouvre près de chez vous, {{customer.commune|dans votre ville}}. Un conseiller vous y reçoit sans rendez-vous obligé. Cela vous tente-t-il ?',
      'A {{brand.name}} agency opens near you, {{customer.commune|in your town}}. An adviser will see you there. Would you like that?',
      {
        'brand-led': {
          fr: 'Une agence {{brand.name}} ouvre tout près. Nous fêtons l’ouverture avec nos voisins : serez-vous des nôtres ?',
          en: 'A {{brand.name}} agency opens close by. We celebrate with our neighbours: will you join us?',
        },
      },
    ),
    {
      choices: [
        choice('yes', ['Oui', 'Yes'], 'day'),
        choice('invitation', ['Par écrit', 'In writing'], 'send'),
        choice('no', ['Non', 'No'], 'refusal'),
      ],
    },
  ),
  ask(
    'day',
    ['Le jour', 'The day'],
    said(
      'Quel jour pensez-vous passer ? Je préviens le conseiller.',
      'Which day do you think you will come? I will tell the adviser.',
    ),
    {
      fields: [
        { id: 'date', label: 'Jour de visite', labels: { en: 'Day of the visit' }, type: 'date' },
      ],
      next: 'book',
    },
  ),
  act(
    'book',
    ['Réserver', 'Book'],
    { type: 'appointment', when: 'day.date', inHours: 72, reason: 'Visite de la nouvelle agence' },
    'expected',
    said('Je le note.', 'I am noting it.'),
  ),
  act(
    'send',
    ['Envoyer l’invitation', 'Send the invitation'],
    { type: 'send-document', name: 'Invitation', labels: { en: 'Invitation' }, channel: 'post' },
    'invited',
    said('Je vous envoie l’invitation.', 'I am sending you the invitation.'),
  ),
];

const ends = [
  finish(
    'expected',
    ['Visite attendue', 'Visit expected'],
    said(
      'Vous êtes attendus. Le conseiller saura que nous nous sommes parlé. À très bientôt.',
      'You are expected. The adviser will know that we have talked. See you very soon.',
    ),
    'done',
    'reached',
  ),
  finish(
    'invited',
    ['Invitation envoyée', 'Invitation sent'],
    said(
      'Vous la recevez cette semaine. Bonne journée.',
      'You will receive it this week. Have a good day.',
    ),
    'open',
  ),
  ...commercialEndings(),
];

export const agencyOpening = commercialCall(
  {
    id: 'agency-opening',
    name: { fr: 'Ouverture d’agence', en: 'New agency opening' },
    when: {
      fr: 'Une agence ouvre : inviter une fois les foyers du quartier.',
      en: 'An agency opens: invite the households of the area, once.',
    },
  },
  {
    about: ['l’ouverture d’une agence près de chez vous', 'a new agency near you'],
    goesOn: 'known',
    steps: [...talk, ...ends],
    objections: [
      objection(
        'bank',
        ['Nous sommes bien où nous sommes', 'We are happy where we are'],
        said(
          'Tant mieux. Passez simplement en voisins, sans rien changer.',
          'So much the better. Just come by as neighbours, without changing anything.',
        ),
      ),
      objection(
        'far',
        ['C’est loin pour moi', 'It is far for me'],
        said(
          'Un conseiller peut aussi vous appeler ou venir chez vous, comme vous préférez.',
          'An adviser can also call you or come to your home, as you prefer.',
        ),
      ),
    ],
  },
);
