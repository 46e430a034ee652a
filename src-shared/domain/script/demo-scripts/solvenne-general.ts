/** Solvenne Énergie, the general welcome: bills, moving in, cuts and readings. */
import { choice, end, field, oneOf, step } from './both.ts';
import { solvenneGeneralObjections, solvenneGeneralOpening } from './solvenne-general-words.ts';
import { speech } from './speech.ts';

export const solvenneGeneral = speech({
  version: 6,
  brandId: 'solvenne',
  direction: 'inbound',
  purpose: 'service',
  reasonCodes: [],
  publishedAt: '2026-08-31T08:00:00.000Z',
  firstStep: 'besoin',
  id: 'solvenne-accueil',
  name: 'Accueil',
  names: { en: 'Welcome' },
  locale: 'fr',
  languages: ['en'],
  ...solvenneGeneralOpening,
  steps: [
    step('besoin', {
      title: ['Besoin', 'Need'],
      say: [
        'Est-ce au sujet d’une facture, d’un emménagement, ou d’autre chose ?',
        'Is it about a bill, about moving in, or about something else?',
      ],
      choices: [
        choice(
          'facture',
          ['La facture', 'The bill'],
          ['expliquer le montant', 'explain the amount'],
          'facture',
        ),
        choice(
          'emmenagement',
          ['Un emménagement', 'Moving in'],
          ['créer le contrat', 'open the contract'],
          'logement',
        ),
        choice(
          'panne',
          ['Une coupure', 'A power cut'],
          ['vérifier le réseau', 'check the network'],
          'panne',
        ),
        choice(
          'releve',
          ['Un relevé', 'A meter reading'],
          ['noter l’index', 'note the figure'],
          'index',
          'releve-enregistre',
        ),
      ],
    }),
    step('facture', {
      title: ['Facture', 'Bill'],
      say: [
        'Je l’ouvre avec vous. Est-ce le total qui surprend, ou une ligne en particulier ?',
        'I am opening it with you. Is it the total that surprises you, or one line?',
      ],
      expert: [
        'Je l’ouvre : abonnement, kilowattheures, taxes. Quelle ligne vous intéresse ?',
        'I am opening it: standing charge, kilowatt-hours, taxes. Which line interests you?',
      ],
      choices: [
        choice(
          'clair',
          ['C’est plus clair', 'That is clearer'],
          ['envoyer le détail', 'send the details'],
          'suite',
          'facture-expliquee',
        ),
        choice(
          'conteste',
          ['Il la conteste', 'They dispute it'],
          ['ouvrir une réclamation', 'open a complaint'],
          'plainte',
          'reclamation-ouverte',
        ),
        choice(
          'payer',
          ['Payer est difficile', 'Paying is hard'],
          ['trois fois, sans frais', 'three times, at no cost'],
          'suite',
          'echeancier-accorde',
        ),
      ],
    }),
    step('plainte', {
      title: ['Réclamation', 'Complaint'],
      say: [
        'Je l’écris avec vos mots, et vous avez une réponse sous cinq jours.',
        'I write it in your words, and you will have an answer within five days.',
      ],
      fields: [field('mots', 'text', ['Avec ses mots', 'In their words'], 'case.detail')],
      action: { type: 'open-case', kind: 'complaint', title: 'Facture contestée', detail: '' },
      next: 'suite',
    }),
    step('logement', {
      title: ['Logement', 'Home'],
      say: [
        'Félicitations pour ce nouveau chez-vous. Quelle est l’adresse, et à quelle date recevez-vous les clés ?',
        'Congratulations on your new home. What is the address, and on which day do you get the keys?',
      ],
      fields: [
        field('adresse', 'text', ['Adresse du logement', 'Address'], 'case.detail'),
        field('cles', 'date', ['Remise des clés', 'Keys on']),
      ],
      choices: [
        choice(
          'ouvrir',
          ['Ouvrir le contrat', 'Open the contract'],
          ['courant sous 24 h', 'power within 24 h'],
          'contrat',
          'contrat-ouvert',
        ),
        choice(
          'comparer',
          ['Comparer d’abord', 'Compare first'],
          ['envoyer les offres', 'send the offers'],
          'offres',
          'rappel-convenu',
        ),
      ],
    }),
    step('contrat', {
      title: ['Contrat', 'Contract'],
      say: [
        'Je prépare le contrat. [[Vous le recevez par écrit, il ne vous engage qu’une fois signé, et vous avez quatorze jours pour changer d’avis.]]',
        'I am preparing the contract. [[You receive it in writing, it binds you only once signed, and you have fourteen days to change your mind.]]',
      ],
      passages: ['confirmation'],
      action: { type: 'open-case', kind: 'contract', title: 'Ouverture de contrat', detail: '' },
      next: 'suite',
    }),
    step('offres', {
      title: ['Offres', 'Offers'],
      say: [
        'Je vous les envoie. À quelle adresse e-mail, et quel jour puis-je vous rappeler ?',
        'I am sending them. To which e-mail, and on which day may I call you back?',
      ],
      fields: [
        field('courriel', 'email', ['E-mail', 'E-mail'], 'customer.email'),
        field('quand', 'date', ['Jour du rappel', 'Day of the callback']),
      ],
      action: {
        type: 'callback',
        when: 'offres.quand',
        inHours: 48,
        assignee: 'me',
        reason: 'Choix de l’offre',
      },
      next: 'suite',
    }),
    step('panne', {
      title: ['Coupure', 'Power cut'],
      say: [
        '[[Si vous voyez un câble à terre, ne vous en approchez pas.]] Est-ce seulement chez vous, ou toute la rue ?',
        '[[If you see a cable on the ground, do not go near it.]] Is it only your home, or the whole street?',
      ],
      fields: [
        oneOf(
          'appareil',
          ['Appareil médical à domicile', 'Medical device at home'],
          [
            ['non', 'Non', 'No'],
            ['oui', 'Oui : prioritaire', 'Yes: priority'],
          ],
        ),
      ],
      routes: [{ if: 'answer.panne.appareil = "oui"', next: 'urgence' }],
      choices: [
        choice(
          'rue',
          ['Toute la rue', 'The whole street'],
          ['dire l’heure de retour', 'say when it is back'],
          'retour',
          'rappel-convenu',
        ),
        choice(
          'seul',
          ['Chez moi seulement', 'Only my home'],
          ['vérifier le disjoncteur', 'check the breaker'],
          'retour',
          'rappel-convenu',
        ),
      ],
    }),
    step('urgence', {
      title: ['Priorité', 'Priority'],
      say: [
        'Je vous passe tout de suite le dépannage, vous êtes prioritaire. Restez avec moi.',
        'I am putting you through to emergency repair now, you have priority. Stay with me.',
      ],
      action: { type: 'transfer', to: 'Dépannage', why: 'appareil médical' },
      next: 'fin-panne',
    }),
    step('retour', {
      title: ['Retour du courant', 'Power back'],
      say: [
        'Le réseau annonce un retour dans l’heure. Je vous rappelle pour vérifier ?',
        'The network expects it back within the hour. Shall I call to make sure?',
      ],
      action: {
        type: 'callback',
        inHours: 1,
        assignee: 'anyone',
        reason: 'Vérifier le retour du courant',
      },
      next: 'suite',
    }),
    step('index', {
      title: ['Relevé', 'Reading'],
      say: [
        'Je note : que lisez-vous sur le compteur, sans les chiffres rouges ?',
        'What does the meter show, without the red figures?',
      ],
      fields: [field('index', 'number', ['Index', 'Reading'], 'note')],
      next: 'suite',
    }),
    end('fin-panne', {
      title: ['Relais', 'Handover'],
      say: [
        'Ma collègue du dépannage prend la suite. [[Vous pouvez nous rappeler à toute heure.]]',
        'My colleague in repair takes over. [[You can call us back at any hour.]]',
      ],
      disposition: 'rappel-convenu',
      result: 'reached',
    }),
    end('suite', {
      title: ['Suite', 'Next'],
      say: [
        'Je récapitule avec vous, et vous le recevez par e-mail. [[Est-ce que j’ai répondu à toute votre demande ?]]',
        'Let me sum up, and you will have it by e-mail. [[Have I answered everything you asked?]]',
      ],
      led: [
        'Tout est en ordre, vous pouvez être tranquille. [[Est-ce que j’ai répondu à toute votre demande ?]] Merci de votre confiance.',
        'Everything is in order, you can rest easy. [[Have I answered everything you asked?]] Thank you for your trust.',
      ],
      result: 'reached',
    }),
  ],
  objections: solvenneGeneralObjections,
});
