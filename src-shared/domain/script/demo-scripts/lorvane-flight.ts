/** Lorvane Voyages, a flight was moved or cancelled. */
import { choice, consent, end, field, fork, objection, said, step } from './both.ts';
import { speech } from './speech.ts';

export const lorvaneFlight = speech({
  version: 8,
  brandId: 'lorvane',
  direction: 'inbound',
  purpose: 'service',
  reasonCodes: ['vol-modifie', 'vol-annule', 'remboursement'],
  publishedAt: '2026-10-26T08:00:00.000Z',
  firstStep: 'situation',
  id: 'lorvane-vol-modifie',
  name: 'Vol modifié',
  names: { en: 'Flight change' },
  locale: 'fr',
  languages: ['en'],
  opening: said({
    say: [
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Lorvane Voyages. Je vois l’alerte sur votre vol. [[Nous trouvons une solution maintenant.]]',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Lorvane Voyages. I can see the alert on your flight. [[We will find a solution now.]]',
    ],
    expert: [
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Lorvane Voyages. J’ai votre vol et les deux suivants sous les yeux. [[Nous trouvons une solution maintenant.]]',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Lorvane Voyages. I have your flight and the next two in front of me. [[We will find a solution now.]]',
    ],
    led: [
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Lorvane Voyages. Je comprends votre inquiétude. [[Nous trouvons une solution maintenant.]]',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Lorvane Voyages. I understand that you are worried. [[We will find a solution now.]]',
    ],
  }),
  openingUnknown: said({
    say: [
      'Bonjour, {{advisor.fullName}}, de Lorvane Voyages. Quel est votre numéro de dossier, ou le nom du voyageur ?',
      'Good morning, {{advisor.fullName}} of Lorvane Voyages. May I have your booking number, or the traveller’s name?',
    ],
  }),
  steps: [
    step('situation', {
      title: ['Situation', 'Situation'],
      say: [
        'D’abord l’essentiel : êtes-vous déjà à l’aéroport, et quelqu’un vous attend-il à l’arrivée ?',
        'First things first: are you at the airport already, and is anyone waiting for you?',
      ],
      choices: [
        choice(
          'aeroport',
          ['À l’aéroport', 'At the airport'],
          ['solution du jour', 'a flight today'],
          'choix',
        ),
        choice(
          'maison',
          ['Pas encore parti', 'Still at home'],
          ['trois vols possibles', 'three flights'],
          'choix',
        ),
        choice(
          'correspondance',
          ['Correspondance perdue', 'Connection missed'],
          ['vol du matin', 'the morning flight'],
          'choix',
        ),
      ],
    }),
    step('choix', {
      title: ['Choix', 'Choice'],
      say: [
        'Voici ce que je peux faire : un autre vol, ou le remboursement. [[Le changement ne vous coûte rien.]] Que préférez-vous ?',
        'I can offer another flight, or a refund. [[The change costs you nothing.]] Which would you prefer?',
      ],
      expert: [
        'Trois options : 7 h 40 direct, 11 h 05 avec escale, ou le remboursement. [[Le changement ne vous coûte rien.]] Laquelle ?',
        'Three options: 7.40 direct, 11.05 with a stop, or a refund. [[The change costs you nothing.]] Which one?',
      ],
      led: [
        'Je vous conseille le vol du matin, le plus tranquille. [[Le changement ne vous coûte rien.]] Je vous le réserve ?',
        'I suggest the morning flight, the calmest one. [[The change costs you nothing.]] Shall I book it for you?',
      ],
      choices: [
        choice(
          'accepte',
          ['Le vol proposé', 'The flight offered'],
          ['vérifier les voyageurs', 'check the travellers'],
          'voyageurs',
          'nouveau-vol-accepte',
        ),
        choice(
          'autre',
          ['Un autre vol', 'Another flight'],
          ['option de 48 heures', 'held for 48 hours'],
          'option',
          'autre-vol-propose',
        ),
        choice(
          'rembourse',
          ['Le remboursement', 'A refund'],
          ['sous 7 jours', 'within 7 days'],
          'remboursement',
          'remboursement-lance',
        ),
        choice(
          'reclame',
          ['Il veut réclamer', 'They want to complain'],
          ['ouvrir la réclamation', 'open the complaint'],
          'plainte',
          'reclamation-ouverte',
        ),
      ],
    }),
    step('voyageurs', {
      title: ['Voyageurs', 'Travellers'],
      say: [
        'Combien êtes-vous à voyager, et gardez-vous les mêmes bagages ?',
        'How many of you are travelling, and do you keep the same luggage?',
      ],
      fields: [
        field('voyageurs', 'number', ['Voyageurs', 'Travellers'], 'note'),
        field('bagages', 'yes-no', ['Mêmes bagages', 'Same luggage']),
      ],
      next: 'groupe',
    }),
    fork(
      'groupe',
      ['Un groupe ?', 'A group?'],
      [{ if: 'answer.voyageurs.voyageurs >= 10', next: 'service-groupe' }],
      'contact',
    ),
    step('service-groupe', {
      title: ['Groupe', 'Group'],
      say: [
        'À dix et plus, c’est le service groupes qui garde vos places ensemble. Il vous rappelle dans l’heure.',
        'For ten and more, the group team keeps your seats together. They will call within the hour.',
      ],
      action: {
        type: 'callback',
        inHours: 1,
        assignee: 'anyone',
        reason: 'Groupe : garder les places ensemble',
      },
      next: 'contact',
    }),
    step('option', {
      title: ['Option', 'Option'],
      say: [
        'Je pose une option de 48 heures : elle ne vous engage à rien. Je vous rappelle avant la fin ?',
        'I hold it for 48 hours: it does not bind you. Shall I call before it ends?',
      ],
      action: {
        type: 'callback',
        inHours: 40,
        assignee: 'me',
        reason: 'Option de 48 heures, décision',
      },
      next: 'contact',
    }),
    step('remboursement', {
      title: ['Remboursement', 'Refund'],
      say: [
        'Il part aujourd’hui, sur le moyen de paiement d’origine, sous sept jours.',
        'It starts today, to the original means of payment, within seven days.',
      ],
      action: { type: 'open-case', kind: 'request', title: 'Remboursement du vol', detail: '' },
      next: 'contact',
    }),
    step('plainte', {
      title: ['Réclamation', 'Complaint'],
      say: [
        'Je l’ouvre avec vos mots, et je joins l’horaire d’origine. Que dois-je écrire ?',
        'I open it in your words, and attach the original timetable. What shall I write?',
      ],
      fields: [field('mots', 'text', ['Avec ses mots', 'In their words'], 'case.detail')],
      action: { type: 'open-case', kind: 'complaint', title: 'Réclamation sur un vol', detail: '' },
      next: 'contact',
    }),
    step('contact', {
      title: ['Contact', 'Contact'],
      say: [
        'Le numéro d’où vous appelez est-il celui du voyage ?',
        'Is the number you call from the one you travel with?',
      ],
      fields: [
        field(
          'mobile',
          'phone',
          ['Mobile pendant le voyage', 'Mobile on the trip'],
          'customer.phone',
        ),
        consent('sms', ['Alertes de vol', 'Flight alerts'], {
          channel: 'sms',
          purpose: 'alertes de ce voyage',
          wording: [
            'Acceptez-vous un SMS à chaque changement de ce voyage, et pour lui seul ?',
            'Do you agree to a text at each change of this trip, and for it alone?',
          ],
        }),
      ],
      next: 'cloture',
    }),
    end('cloture', {
      title: ['Clôture', 'Closing'],
      say: [
        'C’est confirmé, dossier {{case.reference|en cours}}. [[Vous avez mon nom : si quelque chose bouge, c’est nous qui vous appelons.]] Bon voyage.',
        'It is confirmed, case {{case.reference|in progress}}. [[You have my name: if anything moves, we will call you.]] Have a good trip.',
      ],
      result: 'reached',
    }),
  ],
  objections: [
    objection(
      'hotel',
      ['Et mon hôtel ?', 'What about my hotel?'],
      [
        [
          'Je le préviens pendant que nous parlons : votre chambre est gardée, la première nuit aussi.',
          'I am letting them know while we speak: your room is kept, the first night included.',
        ],
      ],
    ),
    objection(
      'indemnite',
      ['Je veux une indemnité', 'I want compensation'],
      [
        [
          'Au-delà de trois heures à l’arrivée, le règlement européen 261 peut vous y donner droit. Je vous envoie le formulaire, déjà rempli.',
          'From three hours late on arrival, European regulation 261 may entitle you to it. I am sending you the form, already filled in.',
        ],
      ],
    ),
    objection(
      'faute',
      ['C’est votre faute', 'It is your fault'],
      [
        [
          'Je comprends votre colère. C’est la compagnie qui a bougé l’horaire, mais c’est à moi de vous aider, et je le fais maintenant.',
          'I understand your anger. The airline moved the time, but helping you is my job, and I am doing it now.',
        ],
      ],
    ),
  ],
});
