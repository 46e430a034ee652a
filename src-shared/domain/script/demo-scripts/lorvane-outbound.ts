/** Lorvane Voyages, the call that brings news of a trip: a service call, nothing is sold. */
import { choice, end, field, objection, said, step } from './both.ts';
import { speech } from './speech.ts';

export const lorvaneOutbound = speech({
  id: 'lorvane-nouvelles',
  version: 2,
  brandId: 'lorvane',
  name: 'Nouvelles de votre voyage',
  names: { en: 'News of your trip' },
  locale: 'fr',
  languages: ['en'],
  direction: 'outbound',
  purpose: 'service',
  reasonCodes: [],
  publishedAt: '2026-09-28T08:00:00.000Z',
  opening: said({
    say: [
      'Bonjour {{customer.formalName|}}, {{advisor.fullName}}, de Lorvane Voyages. [[Je vous appelle au sujet de votre voyage, rien à vendre.]] Pouvez-vous parler ?',
      'Good morning {{customer.formalName|}}, {{advisor.fullName}} of Lorvane Voyages. [[I am calling about your trip, there is nothing to sell.]] Can you talk?',
    ],
  }),
  openingUnknown: said({
    say: [
      'Bonjour, {{advisor.fullName}}, de Lorvane Voyages. Puis-je parler à la personne qui a réservé un voyage chez nous ?',
      'Good morning, {{advisor.fullName}} of Lorvane Voyages. May I speak to the person who booked a trip with us?',
    ],
  }),
  firstStep: 'nouvelle',
  steps: [
    step('nouvelle', {
      title: ['Nouvelle', 'News'],
      say: [
        'Votre dossier {{case.reference|}} a changé : {{case.title|un horaire est différent}}. J’ai déjà cherché une solution.',
        'Your file {{case.reference|}} has changed: {{case.title|a time is different}}. I have already looked for a solution.',
      ],
      expert: [
        'Dossier {{case.reference|}} : {{case.title|un horaire est différent}}. J’ai deux vols qui gardent votre correspondance.',
        'File {{case.reference|}}: {{case.title|a time is different}}. I have two flights that keep your connection.',
      ],
      choices: [
        choice(
          'ecoute',
          ['Veut l’entendre', 'Wants to hear it'],
          ['proposer', 'offer'],
          'proposition',
        ),
        choice(
          'plus-tard',
          ['Plus tard', 'Later'],
          ['fixer le rappel', 'agree the callback'],
          'rappel',
          'rappel-convenu',
        ),
      ],
    }),
    step('proposition', {
      title: ['Proposition', 'Offer'],
      say: [
        'Le vol du matin part à 7 h 40, même aéroport, même bagage, et [[le changement est gratuit.]] Je vous le garde ?',
        'The morning flight leaves at 7.40, same airport, same luggage, and [[the change is free.]] Shall I keep it for you?',
      ],
      choices: [
        choice(
          'accepte',
          ['Accepte', 'Accepts'],
          ['nouveaux billets par e-mail', 'new tickets by e-mail'],
          'billets',
          'nouveau-vol-accepte',
        ),
        choice(
          'autre',
          ['Un autre vol', 'Another flight'],
          ['option de 48 heures', 'held for 48 hours'],
          'rappel',
          'autre-vol-propose',
        ),
        choice(
          'rembourse',
          ['Être remboursé', 'A refund'],
          ['sous 7 jours', 'within 7 days'],
          'remboursement',
          'remboursement-lance',
        ),
      ],
    }),
    step('billets', {
      title: ['Billets', 'Tickets'],
      say: [
        'Ils partent par e-mail. L’adresse est-elle toujours la bonne ?',
        'They are leaving by e-mail. Is the address still right?',
      ],
      fields: [field('courriel', 'email', ['E-mail', 'E-mail'], 'customer.email')],
      action: {
        type: 'send-document',
        name: 'Nouveaux billets',
        labels: { en: 'New tickets' },
        channel: 'email',
      },
      next: 'merci',
    }),
    step('remboursement', {
      title: ['Remboursement', 'Refund'],
      say: [
        'Il part aujourd’hui, sur le moyen de paiement d’origine.',
        'It starts today, to the original means of payment.',
      ],
      action: { type: 'open-case', kind: 'request', title: 'Remboursement du voyage', detail: '' },
      next: 'merci',
    }),
    step('rappel', {
      title: ['Rappel', 'Callback'],
      say: [
        'Le vol reste gardé 48 heures. Quand puis-je vous rappeler ?',
        'The flight is held for 48 hours. When may I call you back?',
      ],
      fields: [field('quand', 'date', ['Jour du rappel', 'Day of the callback'])],
      action: {
        type: 'callback',
        when: 'rappel.quand',
        inHours: 24,
        assignee: 'me',
        reason: 'Décision sur le nouveau vol',
      },
      next: 'merci',
    }),
    end('merci', {
      title: ['Merci', 'Thank you'],
      say: [
        'C’est fait, vous recevez tout par SMS. Merci {{customer.formalName|}}, et bon voyage.',
        'It is done, you will have it all by text. Thank you {{customer.formalName|}}, and have a good trip.',
      ],
      result: 'reached',
    }),
  ],
  objections: [
    objection(
      'indemnite',
      ['Et l’indemnité ?', 'And the compensation?'],
      [
        [
          'Au-delà de trois heures à l’arrivée, le règlement européen peut vous y donner droit. Je vous envoie le formulaire, déjà rempli.',
          'From three hours late on arrival, the European regulation may entitle you to it. I am sending you the form, already filled in.',
        ],
      ],
    ),
    objection(
      'impossible',
      ['Ce vol ne me va pas', 'That flight does not suit me'],
      [
        [
          'Je comprends. Dites-moi l’heure au plus tard où vous devez arriver, et je cherche à partir de là.',
          'I understand. Tell me the latest time you have to arrive, and I will search from there.',
        ],
      ],
    ),
  ],
});
