/** Solvenne Énergie: a bill that surprises, a contract that ends. */
import { choice, end, field, fork, oneOf, step } from './both.ts';
import { solvenneContractObjections, solvenneContractOpening } from './solvenne-contract-words.ts';
import { speech } from './speech.ts';

export const solvenneContract = speech({
  id: 'solvenne-factures-contrat',
  version: 9,
  brandId: 'solvenne',
  name: 'Factures et contrat',
  names: { en: 'Bills and contract' },
  locale: 'fr',
  languages: ['en'],
  direction: 'inbound',
  purpose: 'service',
  reasonCodes: ['facture', 'contrat', 'mensualites', 'resiliation', 'difficulte-paiement'],
  publishedAt: '2026-10-12T08:00:00.000Z',
  ...solvenneContractOpening,
  firstStep: 'entree',
  steps: [
    fork(
      'entree',
      ['Déjà un devis ?', 'A quote already?'],
      [
        {
          if: 'case.title = "Devis de résiliation" or call.reason = "resiliation"',
          next: 'depart',
        },
      ],
      'sujet',
    ),
    step('sujet', {
      title: ['Sujet', 'Subject'],
      say: [
        'Est-ce le montant qui vous surprend, ou souhaitez-vous changer quelque chose ?',
        'Is it the amount that surprises you, or would you like to change something?',
      ],
      choices: [
        choice(
          'montant',
          ['Le montant', 'The amount'],
          ['comparer les relevés', 'compare the readings'],
          'montant',
        ),
        choice(
          'payer',
          ['Payer est difficile', 'Paying is hard'],
          ['proposer un échéancier', 'offer instalments'],
          'echeancier',
        ),
        choice('partir', ['Résilier', 'End the contract'], ['sans frais', 'at no cost'], 'depart'),
      ],
    }),
    step('montant', {
      title: ['Montant', 'Amount'],
      say: [
        'Le relevé était estimé. Lisez-moi votre compteur, et je refais le compte pendant que nous parlons.',
        'The reading was an estimate. Read me your meter, and I will work it out again while we speak.',
      ],
      expert: [
        'L’estimation dépasse votre consommation habituelle. Avec l’index réel, je recalcule tout de suite.',
        'The estimate is above your usual consumption. With the real reading I can recalculate at once.',
      ],
      fields: [field('index', 'number', ['Index du compteur', 'Meter reading'], 'note')],
      choices: [
        choice(
          'corrige',
          ['La facture baisse', 'The bill goes down'],
          ['avoir sous 5 jours', 'credit in 5 days'],
          'mensualites',
          'facture-expliquee',
        ),
        choice(
          'juste',
          ['Le compte est juste', 'The bill is right'],
          ['expliquer la hausse', 'explain the increase'],
          'mensualites',
          'facture-expliquee',
        ),
      ],
    }),
    step('mensualites', {
      title: ['Mensualités', 'Monthly payments'],
      say: [
        'Pour éviter la surprise l’an prochain, je peux ajuster vos mensualités. Quel montant vous irait ?',
        'To avoid the surprise next year, I can adjust your monthly payments. Which amount would suit you?',
      ],
      fields: [field('mensualite', 'amount', ['Par mois', 'A month'], 'note')],
      choices: [
        choice(
          'ajuste',
          ['Ajuster', 'Adjust'],
          ['dès le mois prochain', 'from next month'],
          'suite',
          'mensualites-ajustees',
        ),
        choice(
          'garde',
          ['Ne rien changer', 'Change nothing'],
          ['garder le montant', 'keep the amount'],
          'suite',
        ),
      ],
    }),
    step('echeancier', {
      title: ['Échéancier', 'Instalments'],
      say: [
        'Merci de me le dire, cela arrive. [[Aucune coupure n’est prévue]] : je vous propose de régler en trois fois, sans frais. À partir de quand ?',
        'Thank you for telling me, it happens. [[No cut-off is planned]]: I suggest paying in three instalments, at no cost. From when?',
      ],
      fields: [
        field('debut', 'date', ['Première échéance', 'First payment']),
        oneOf(
          'aide',
          ['Chèque énergie', 'Energy voucher'],
          [
            ['oui', 'Reçu', 'Received'],
            ['non', 'Pas reçu', 'Not received'],
            ['ne-sait-pas', 'Ne sait pas', 'Does not know'],
          ],
        ),
      ],
      choices: [
        choice(
          'accord',
          ['D’accord', 'Agreed'],
          ['confirmation par courrier', 'confirmed by letter'],
          'courrier',
          'echeancier-accorde',
        ),
        choice(
          'trop',
          ['C’est encore trop', 'Still too much'],
          ['rappel du service solidarité', 'callback by the solidarity team'],
          'solidarite',
          'rappel-convenu',
        ),
      ],
    }),
    step('courrier', {
      title: ['Courrier', 'Letter'],
      say: [
        'Je vous l’écris aujourd’hui : trois montants, trois dates.',
        'I am putting it in writing today: three amounts, three dates.',
      ],
      action: {
        type: 'send-document',
        name: 'Échéancier',
        labels: { en: 'Payment schedule' },
        channel: 'post',
      },
      next: 'suite',
    }),
    step('solidarite', {
      title: ['Solidarité', 'Solidarity'],
      say: [
        'Une collègue du service solidarité vous rappelle, avec plus de solutions que moi. Demain vous irait ?',
        'A colleague of the solidarity team will call you, with more options than I have. Would tomorrow suit you?',
      ],
      action: {
        type: 'callback',
        inHours: 24,
        assignee: 'anyone',
        reason: 'Service solidarité : échéancier trop lourd',
      },
      next: 'suite',
    }),
    step('depart', {
      title: ['Résiliation', 'Leaving'],
      say: [
        'Vous pouvez partir quand vous voulez, et [[cela ne vous coûte rien.]] Est-ce pour un déménagement ?',
        'You can leave whenever you like, and [[it costs you nothing.]] Is it because you are moving?',
      ],
      led: [
        'Nous vous regretterons. Vous pouvez partir quand vous voulez, et [[cela ne vous coûte rien.]] Est-ce pour un déménagement ?',
        'We will miss you. You can leave whenever you like, and [[it costs you nothing.]] Is it because you are moving?',
      ],
      fields: [field('jour', 'date', ['Dernier jour', 'Last day'])],
      choices: [
        choice(
          'demenage',
          ['Un déménagement', 'Moving'],
          ['proposer le nouveau logement', 'offer the new home'],
          'suite',
          'contrat-resilie',
        ),
        choice(
          'devis',
          ['Veut le détail écrit', 'Wants it in writing'],
          ['devis promis, rappel', 'quote promised, callback'],
          'devis',
          'devis-resiliation',
        ),
        choice(
          'mecontent',
          ['Une déception', 'A disappointment'],
          ['ouvrir une réclamation', 'open a complaint'],
          'plainte',
          'reclamation-ouverte',
        ),
      ],
    }),
    step('devis', {
      title: ['Devis', 'Quote'],
      say: [
        'Vous l’avez par e-mail aujourd’hui. Je vous rappelle pour le lire avec vous ?',
        'You will have it by e-mail today. Shall I call you to go through it?',
      ],
      action: {
        type: 'callback',
        inHours: 48,
        assignee: 'me',
        reason: 'Lire ensemble le devis de résiliation',
      },
      next: 'suite',
    }),
    step('plainte', {
      title: ['Réclamation', 'Complaint'],
      say: [
        'Dites-moi ce qui vous a déçu. Je l’écris avec vos mots, et vous avez une réponse sous cinq jours.',
        'Tell me what disappointed you. I write it in your words, and you will have an answer within five days.',
      ],
      fields: [field('mots', 'text', ['Avec ses mots', 'In their words'], 'case.detail')],
      action: {
        type: 'open-case',
        kind: 'complaint',
        title: 'Déception avant résiliation',
        detail: '',
      },
      next: 'suite',
    }),
    end('suite', {
      title: ['Suite', 'Next'],
      say: [
        'Je vous envoie le détail par e-mail tout de suite. [[Est-ce que quelque chose reste obscur ?]]',
        'I am sending you the details by e-mail now. [[Is anything still unclear?]]',
      ],
      result: 'reached',
    }),
  ],
  objections: solvenneContractObjections,
});
