/** Lorvane Voyages, the general welcome: a trip to come, a trip booked, a traveller on the spot. */
import { choice, end, field, oneOf, step } from './both.ts';
import { lorvaneGeneralObjections, lorvaneGeneralOpening } from './lorvane-general-words.ts';
import { speech } from './speech.ts';

export const lorvaneGeneral = speech({
  id: 'lorvane-accueil',
  version: 5,
  brandId: 'lorvane',
  name: 'Accueil',
  names: { en: 'Welcome' },
  locale: 'fr',
  languages: ['en'],
  direction: 'inbound',
  purpose: 'service',
  reasonCodes: [],
  publishedAt: '2026-09-14T08:00:00.000Z',
  ...lorvaneGeneralOpening,
  firstStep: 'besoin',
  steps: [
    step('besoin', {
      title: ['Besoin', 'Need'],
      say: [
        'Préparez-vous un départ, ou avez-vous une question sur un voyage déjà réservé ?',
        'Are you planning a trip, or do you have a question about one that is booked?',
      ],
      choices: [
        choice(
          'reserve',
          ['Déjà réservé', 'Already booked'],
          ['ouvrir le dossier', 'open the file'],
          'dossier',
        ),
        choice(
          'nouveau',
          ['Un nouveau voyage', 'A new trip'],
          ['deux propositions', 'two proposals'],
          'envie',
        ),
        choice(
          'sur-place',
          ['Je suis sur place', 'I am there now'],
          ['assistance d’abord', 'assistance first'],
          'assistance',
        ),
      ],
    }),
    step('dossier', {
      title: ['Dossier', 'File'],
      say: [
        'Je le vois. Que souhaitez-vous changer : un nom, un bagage, une date ?',
        'I can see it. What would you like to change: a name, a bag, a date?',
      ],
      fields: [field('dossier', 'text', ['Numéro de dossier', 'File number'], 'note')],
      choices: [
        choice(
          'modifie',
          ['Modifier', 'Change'],
          ['prix avant accord', 'price before you agree'],
          'suite',
          'dossier-modifie',
        ),
        choice(
          'documents',
          ['Recevoir les documents', 'Receive the documents'],
          ['par e-mail', 'by e-mail'],
          'documents',
          'documents-renvoyes',
        ),
        choice(
          'rembourse',
          ['Annuler', 'Cancel'],
          ['lire les conditions', 'read the conditions'],
          'conditions',
          'remboursement-lance',
        ),
      ],
    }),
    step('documents', {
      title: ['Documents', 'Documents'],
      say: [
        'Ils repartent à l’instant. L’adresse e-mail est-elle toujours la bonne ?',
        'They are leaving now. Is the e-mail address still right?',
      ],
      fields: [field('courriel', 'email', ['E-mail', 'E-mail'], 'customer.email')],
      action: {
        type: 'send-document',
        name: 'Documents de voyage',
        labels: { en: 'Travel documents' },
        channel: 'email',
      },
      next: 'suite',
    }),
    step('conditions', {
      title: ['Conditions', 'Conditions'],
      say: [
        '[[Je vous lis ce que vous récupérez avant toute décision.]] Jusqu’à trente jours du départ, tout vous est rendu.',
        '[[I will read you what you get back before you decide.]] Up to thirty days before departure, you get everything back.',
      ],
      action: { type: 'open-case', kind: 'request', title: 'Annulation demandée', detail: '' },
      next: 'suite',
    }),
    step('envie', {
      title: ['Envie', 'Wish'],
      say: [
        'Avec plaisir. Mer, ville ou montagne, et à combien partez-vous ?',
        'With pleasure. Sea, city or mountains, and how many are you?',
      ],
      expert: [
        'Quelles dates, quel aéroport, et quel budget par personne ?',
        'Which dates, which airport, and which budget per person?',
      ],
      led: [
        'Avec plaisir. Racontez-moi vos plus belles vacances : nous partirons de là.',
        'With pleasure. Tell me about your best holiday: we will start from there.',
      ],
      fields: [
        field('depart', 'date', ['Départ', 'Departure']),
        field('voyageurs', 'number', ['Voyageurs', 'Travellers'], 'note'),
        oneOf(
          'genre',
          ['Genre', 'Kind'],
          [
            ['mer', 'Mer', 'Sea'],
            ['ville', 'Ville', 'City'],
            ['montagne', 'Montagne', 'Mountains'],
          ],
        ),
      ],
      choices: [
        choice(
          'option',
          ['Poser une option', 'Hold an option'],
          ['gratuite, 48 heures', 'free, 48 hours'],
          'option',
          'option-posee',
        ),
        choice(
          'achete',
          ['Réserver', 'Book'],
          ['acompte de 30 %', 'deposit of 30%'],
          'reservation',
          'voyage-vendu',
        ),
      ],
    }),
    step('option', {
      title: ['Option', 'Option'],
      say: [
        'Elle est posée pour 48 heures, sans engagement. Je vous rappelle avant la fin ?',
        'It is held for 48 hours, without obligation. Shall I call before it ends?',
      ],
      action: {
        type: 'callback',
        inHours: 40,
        assignee: 'me',
        reason: 'Fin de l’option de 48 heures',
      },
      next: 'suite',
    }),
    step('reservation', {
      title: ['Réservation', 'Booking'],
      say: [
        'Je prépare le contrat. [[Vous le recevez par écrit, avec toutes les conditions, et il ne vous engage qu’une fois signé.]] L’acompte se paie sur le lien, jamais au téléphone.',
        'I am preparing the contract. [[You receive it in writing, with all the conditions, and it binds you only once signed.]] The deposit is paid on the link, never on the telephone.',
      ],
      passages: ['confirmation'],
      action: { type: 'open-case', kind: 'contract', title: 'Voyage à signer', detail: '' },
      next: 'suite',
    }),
    step('assistance', {
      title: ['Assistance', 'Assistance'],
      say: [
        '[[Êtes-vous en sécurité ?]] Dites-moi où vous êtes, et ce qui vous manque tout de suite.',
        '[[Are you safe?]] Tell me where you are, and what you need right now.',
      ],
      fields: [field('lieu', 'text', ['Où, et avec qui', 'Where, and with whom'], 'case.detail')],
      action: { type: 'open-case', kind: 'request', title: 'Assistance sur place', detail: '' },
      choices: [
        choice(
          'aide',
          ['Aide organisée', 'Help arranged'],
          ['rappel dans l’heure', 'callback within the hour'],
          'veille',
          'rappel-convenu',
        ),
        choice(
          'medical',
          ['Médical ou police', 'Medical or police'],
          ['transférer à l’urgence', 'transfer to emergency'],
          'urgence',
          'rappel-convenu',
        ),
      ],
    }),
    step('urgence', {
      title: ['Urgence', 'Emergency'],
      say: [
        'Je vous passe notre médecin de garde, et je reste en ligne.',
        'I am putting you through to our doctor on call, and I stay on the line.',
      ],
      action: { type: 'transfer', to: 'Urgence', why: 'médical ou police' },
      next: 'suite',
    }),
    step('veille', {
      title: ['Veille', 'Watch'],
      say: [
        'Je vous rappelle dans l’heure pour vérifier que tout est en place.',
        'I will call within the hour to make sure that all is in place.',
      ],
      action: {
        type: 'callback',
        inHours: 1,
        assignee: 'me',
        reason: 'Assistance : vérifier que tout est en place',
      },
      next: 'suite',
    }),
    end('suite', {
      title: ['Suite', 'Next'],
      say: [
        'Je vous envoie cela par e-mail et par SMS. [[Y a-t-il autre chose pour ce voyage ?]] Je vous souhaite un très beau départ.',
        'I am sending it by e-mail and by text. [[Is there anything else for this trip?]] I wish you a lovely journey.',
      ],
      result: 'reached',
    }),
  ],
  objections: lorvaneGeneralObjections,
});
