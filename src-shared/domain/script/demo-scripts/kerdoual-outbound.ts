/** Maison Kerdoual, the call after a letter: an invitation to the workshop. */
import { choice, consent, end, field, objection, said, step } from './both.ts';
import { speech } from './speech.ts';

export const kerdoualOutbound = speech({
  id: 'kerdoual-invitation',
  version: 2,
  brandId: 'kerdoual',
  name: 'Invitation à l’atelier',
  names: { en: 'Invitation to the workshop' },
  locale: 'fr',
  languages: ['en'],
  direction: 'outbound',
  purpose: 'commercial',
  reasonCodes: [],
  publishedAt: '2026-09-21T08:00:00.000Z',
  opening: said({
    say: [
      'Bonjour {{customer.formalName|}}, {{advisor.fullName}}, pour Maison Kerdoual. [[C’est un appel commercial, après la lettre que vous avez reçue.]] Est-ce un bon moment ?',
      'Good morning {{customer.formalName|}}, {{advisor.fullName}} for Maison Kerdoual. [[This is a commercial call, after the letter that you received.]] Is this a good time?',
    ],
  }),
  openingUnknown: said({
    say: [
      'Bonjour, {{advisor.fullName}}, pour Maison Kerdoual. [[C’est un appel commercial.]] Puis-je parler à la personne qui a reçu notre lettre ?',
      'Good morning, {{advisor.fullName}} for Maison Kerdoual. [[This is a commercial call.]] May I speak to the person who received our letter?',
    ],
  }),
  firstStep: 'moment',
  steps: [
    step('moment', {
      title: ['Moment', 'A good time?'],
      say: [
        '[[{{advisor.fullName}}, pour Maison Kerdoual : c’est un appel commercial.]] Deux minutes suffisent. Sinon, je vous rappelle quand vous voulez.',
        '[[{{advisor.fullName}} for Maison Kerdoual: this is a commercial call.]] Two minutes will do. Otherwise I call back whenever you like.',
      ],
      passages: ['identity', 'commercial-nature'],
      choices: [
        choice(
          'oui',
          ['C’est un bon moment', 'It is a good time'],
          ['continuer', 'go on'],
          'invitation',
        ),
        choice(
          'plus-tard',
          ['Plus tard', 'Later'],
          ['fixer le rappel', 'agree the callback'],
          'rappel',
          'rappel-convenu',
        ),
        choice(
          'jamais',
          ['Ne plus m’appeler', 'Never call me again'],
          ['opposition, tout de suite', 'opposition, at once'],
          'opposition',
          'renseigne',
        ),
      ],
    }),
    step('invitation', {
      title: ['Invitation', 'Invitation'],
      say: [
        'Le samedi 12, nous ouvrons l’atelier à nos clients : on y voit naître un canapé, et on repart avec son bois préféré en échantillon. Seriez-vous des nôtres ?',
        'On Saturday the 12th we open the workshop to our customers: you see a sofa being made, and take home a sample of your favourite wood. Would you join us?',
      ],
      expert: [
        'Le samedi 12, l’atelier ouvre ses portes : les ébénistes montrent l’assemblage du Belle-Île. Cela vous intéresse ?',
        'On Saturday the 12th the workshop opens its doors: the cabinetmakers show how the Belle-Île is put together. Would that interest you?',
      ],
      choices: [
        choice(
          'vient',
          ['Avec plaisir', 'With pleasure'],
          ['inscrire, deux personnes', 'two places'],
          'inscription',
          'documentation-envoyee',
        ),
        choice(
          'non',
          ['Non merci', 'No thank you'],
          ['remercier', 'thank them'],
          'refus',
          'renseigne',
        ),
      ],
    }),
    step('inscription', {
      title: ['Inscription', 'Places'],
      say: [
        'Parfait. Combien serez-vous, et à quelle adresse e-mail j’envoie le plan ?',
        'Perfect. How many will you be, and to which e-mail do I send the map?',
      ],
      fields: [
        field('personnes', 'number', ['Personnes', 'People'], 'note'),
        field('courriel', 'email', ['E-mail', 'E-mail'], 'customer.email'),
        consent('invitations', ['Invitations par e-mail', 'Invitations by e-mail'], {
          channel: 'email',
          purpose: 'invitations de Maison Kerdoual',
          wording: [
            'Acceptez-vous de recevoir par e-mail les invitations de Maison Kerdoual, pendant un an ? Vous pourrez les arrêter à tout moment.',
            'Do you agree to receive the invitations of Maison Kerdoual by e-mail, for a year? You can stop them at any time.',
          ],
        }),
      ],
      action: {
        type: 'send-document',
        name: 'Plan et programme de l’atelier',
        labels: { en: 'Map and programme' },
        channel: 'email',
      },
      next: 'merci',
    }),
    step('rappel', {
      title: ['Rappel', 'Callback'],
      say: ['Quel jour vous dérange le moins ?', 'Which day would disturb you least?'],
      fields: [field('quand', 'date', ['Jour', 'Day'])],
      action: {
        type: 'callback',
        when: 'rappel.quand',
        inHours: 48,
        assignee: 'anyone',
        reason: 'Invitation à l’atelier, moment demandé',
      },
      next: 'merci',
    }),
    step('opposition', {
      title: ['Opposition', 'Opposition'],
      say: [
        '[[C’est enregistré à l’instant : nous ne vous appellerons plus.]] Excusez-moi de vous avoir dérangé.',
        '[[It is noted this instant: we will not call you again.]] I am sorry to have disturbed you.',
      ],
      fields: [
        consent('plus-d-appel', ['Appels commerciaux', 'Commercial calls'], {
          channel: 'phone',
          purpose: 'appels commerciaux de Maison Kerdoual',
          wording: [
            'Souhaitez-vous encore recevoir des appels commerciaux de notre part ?',
            'Do you still want to receive commercial calls from us?',
          ],
          onRefusal: 'opposed',
        }),
      ],
      advice: 'Cochez « Non » : l’opposition part avec le post-appel et vaut pour toujours.',
      next: 'refus',
    }),
    end('refus', {
      title: ['Au revoir', 'Goodbye'],
      say: [
        'Merci de votre franchise, et bonne journée.',
        'Thank you for being frank, and have a good day.',
      ],
      result: 'not-reached',
    }),
    end('merci', {
      title: ['Merci', 'Thank you'],
      say: [
        'Merci de votre temps {{customer.formalName|}}, et bonne journée.',
        'Thank you for your time {{customer.formalName|}}, and have a good day.',
      ],
      result: 'reached',
    }),
  ],
  objections: [
    objection(
      'numero',
      ['D’où vient mon numéro ?', 'Where did you get my number?'],
      [
        [
          'De votre commande chez nous : vous aviez accepté nos invitations. Je peux retirer cet accord tout de suite, si vous le souhaitez.',
          'From your order with us: you had agreed to our invitations. I can take that consent back at once, if you wish.',
        ],
      ],
    ),
    objection(
      'loin',
      ['C’est loin', 'It is far away'],
      [
        [
          'C’est vrai. La visite est aussi filmée : je peux vous envoyer le lien le jour même.',
          'It is. The visit is filmed as well: I can send you the link on the day.',
        ],
      ],
    ),
    objection(
      'vendre',
      ['Vous voulez me vendre quelque chose', 'You want to sell me something'],
      [
        [
          'Il n’y a rien à acheter ce jour-là. C’est bien un appel commercial, et vous pouvez dire non sans suite.',
          'There is nothing to buy that day. It is a commercial call, and you can say no and that is that.',
        ],
      ],
    ),
  ],
});
