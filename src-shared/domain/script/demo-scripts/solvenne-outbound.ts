/** Solvenne Énergie, the call about an insulation check: an appointment with an adviser. */
import { choice, consent, end, field, fork, objection, said, step } from './both.ts';
import { speech } from './speech.ts';

export const solvenneOutbound = speech({
  id: 'solvenne-bilan-isolation',
  version: 3,
  brandId: 'solvenne',
  name: 'Bilan isolation',
  names: { en: 'Insulation check' },
  locale: 'fr',
  languages: ['en'],
  direction: 'outbound',
  purpose: 'commercial',
  reasonCodes: [],
  publishedAt: '2026-10-05T08:00:00.000Z',
  opening: said({
    say: [
      'Bonjour {{customer.formalName|}}, {{advisor.fullName}}, pour Solvenne Énergie. [[C’est un appel commercial, après notre lettre.]] Avez-vous deux minutes ?',
      'Good morning {{customer.formalName|}}, {{advisor.fullName}} for Solvenne Énergie. [[This is a commercial call, after our letter.]] Do you have two minutes?',
    ],
    led: [
      'Bonjour {{customer.formalName|}}, {{advisor.fullName}}, pour Solvenne Énergie, votre fournisseur depuis {{customer.since|plusieurs années}}. [[C’est un appel commercial, après notre lettre.]] Avez-vous deux minutes ?',
      'Good morning {{customer.formalName|}}, {{advisor.fullName}} for Solvenne Énergie, your supplier since {{customer.since|several years ago}}. [[This is a commercial call, after our letter.]] Do you have two minutes?',
    ],
  }),
  openingUnknown: said({
    say: [
      'Bonjour, {{advisor.fullName}}, pour Solvenne Énergie. [[C’est un appel commercial.]] Suis-je bien chez le titulaire du contrat ?',
      'Good morning, {{advisor.fullName}} for Solvenne Énergie. [[This is a commercial call.]] Am I speaking to the holder of the contract?',
    ],
  }),
  firstStep: 'accord',
  steps: [
    step('accord', {
      title: ['Accord', 'Agreement'],
      say: [
        '[[{{advisor.fullName}}, pour Solvenne Énergie : c’est un appel commercial.]] Vous avez essayé notre simulateur d’isolation. Voulez-vous que nous finissions le calcul ensemble ?',
        '[[{{advisor.fullName}} for Solvenne Énergie: this is a commercial call.]] You tried our insulation simulator. Would you like us to finish the calculation together?',
      ],
      passages: ['identity', 'commercial-nature'],
      choices: [
        choice('oui', ['Oui', 'Yes'], ['continuer', 'go on'], 'logement'),
        choice(
          'plus-tard',
          ['Plus tard', 'Later'],
          ['fixer le rappel', 'agree the callback'],
          'rappel',
          'rappel-convenu',
        ),
        choice(
          'refus',
          ['Non', 'No'],
          ['silence de 60 jours', 'silence of 60 days'],
          'au-revoir',
          'refus',
        ),
        choice(
          'jamais',
          ['Ne plus m’appeler', 'Never call me again'],
          ['opposition, tout de suite', 'opposition, at once'],
          'opposition',
          'opposition',
        ),
      ],
    }),
    step('logement', {
      title: ['Logement', 'Home'],
      say: [
        'De quand date la maison, et quelle surface de combles avez-vous ?',
        'How old is the house, and how large is the attic?',
      ],
      expert: [
        'Quelle épaisseur d’isolant avez-vous en combles, et sur quelle surface ?',
        'How thick is the insulation of your attic, and over which area?',
      ],
      fields: [
        field('annee', 'number', ['Année de la maison', 'Year of the house'], 'note'),
        field('combles', 'number', ['Combles, en m²', 'Attic, in m²'], 'note'),
        field('locataire', 'yes-no', ['Locataire', 'Tenant']),
      ],
      next: 'pour-qui',
    }),
    fork(
      'pour-qui',
      ['Propriétaire ?', 'Owner?'],
      [
        { if: 'answer.logement.locataire = true', next: 'locataire' },
        { if: 'answer.logement.annee > 2015', next: 'recent' },
      ],
      'visite',
    ),
    end('locataire', {
      title: ['Locataire', 'Tenant'],
      say: [
        'Merci de me le dire. Dans ce cas je n’insiste pas : [[je le note, et nous ne vous appelons plus pour cela.]]',
        'Thank you for telling me. I will not insist then: [[I note it, and we will not call you about this again.]]',
      ],
      disposition: 'refus',
      result: 'not-reached',
    }),
    step('recent', {
      title: ['Maison récente', 'Recent house'],
      say: [
        'Votre maison suit déjà la norme de 2012 : le gain serait faible. Voulez-vous tout de même le bilan ?',
        'Your house already follows the standard of 2012: the gain would be small. Would you like the check all the same?',
      ],
      choices: [
        choice(
          'quand-meme',
          ['Oui, quand même', 'Yes, all the same'],
          ['fixer la visite', 'set the visit'],
          'visite',
        ),
        choice('non', ['Non', 'No'], ['remercier', 'thank them'], 'au-revoir', 'refus'),
      ],
    }),
    step('visite', {
      title: ['Rendez-vous', 'Appointment'],
      say: [
        'Notre conseiller passe chez vous, gratuitement et [[sans aucun engagement]]. Vendredi à 10 heures, ou lundi à 15 heures ?',
        'Our adviser comes to your home, free of charge and [[without any obligation]]. Friday at 10, or Monday at 3?',
      ],
      fields: [
        field('jour', 'date', ['Jour choisi', 'Day chosen']),
        consent('sms', ['Rappel par SMS', 'Reminder by text'], {
          channel: 'sms',
          purpose: 'rappel du rendez-vous',
          wording: [
            'Acceptez-vous un SMS la veille du rendez-vous, et pour cela seulement ?',
            'Do you agree to a text the day before the appointment, and for that only?',
          ],
        }),
      ],
      action: {
        type: 'appointment',
        when: 'visite.jour',
        inHours: 72,
        reason: 'Bilan isolation à domicile',
      },
      choices: [
        choice(
          'prend',
          ['Prend rendez-vous', 'Takes the appointment'],
          ['confirmer par e-mail', 'confirm by e-mail'],
          'merci',
          'rendez-vous-pris',
        ),
        choice(
          'reflechit',
          ['Veut réfléchir', 'Wants to think'],
          ['rappel convenu', 'callback agreed'],
          'rappel',
          'rappel-convenu',
        ),
      ],
    }),
    step('rappel', {
      title: ['Rappel', 'Callback'],
      say: [
        'Quel jour, et plutôt le matin ou l’après-midi ?',
        'Which day, and in the morning or the afternoon?',
      ],
      fields: [field('quand', 'date', ['Jour du rappel', 'Day of the callback'])],
      action: {
        type: 'callback',
        when: 'rappel.quand',
        inHours: 48,
        assignee: 'me',
        reason: 'Bilan isolation, moment demandé',
      },
      next: 'merci',
    }),
    step('opposition', {
      title: ['Opposition', 'Opposition'],
      say: [
        '[[C’est enregistré à l’instant : vous ne recevrez plus aucun appel de notre part.]]',
        '[[It is noted this instant: you will not receive any more calls from us.]]',
      ],
      fields: [
        consent('appels', ['Appels commerciaux', 'Commercial calls'], {
          channel: 'phone',
          purpose: 'appels commerciaux de Solvenne Énergie',
          wording: [
            'Souhaitez-vous encore recevoir des appels commerciaux de notre part ?',
            'Do you still want to receive commercial calls from us?',
          ],
          onRefusal: 'opposed',
        }),
      ],
      advice: 'Cochez « Non » : l’opposition part avec le post-appel et vaut pour toujours.',
      next: 'au-revoir',
    }),
    end('au-revoir', {
      title: ['Au revoir', 'Goodbye'],
      say: [
        'Merci de votre franchise. Bonne journée à vous.',
        'Thank you for being frank. Have a good day.',
      ],
      result: 'not-reached',
    }),
    end('merci', {
      title: ['Merci', 'Thank you'],
      say: [
        'C’est noté, vous en recevez la trace. Merci {{customer.formalName|}}. Bonne journée à vous.',
        'It is noted, and you will have it in writing. Thank you {{customer.formalName|}}. Have a good day.',
      ],
      result: 'reached',
    }),
  ],
  objections: [
    objection(
      'arnaque',
      ['C’est une arnaque ?', 'Is this a scam?'],
      [
        [
          'Vous avez raison d’être prudent. Raccrochez et rappelez-nous au numéro écrit sur votre facture : je vous y attends.',
          'You are right to be careful. Hang up and call us on the number printed on your bill: I will be there.',
        ],
      ],
    ),
    objection(
      'cher',
      ['C’est cher', 'It is expensive'],
      [
        [
          'Le bilan ne coûte rien. S’il y a des travaux, les aides s’affichent avant tout devis.',
          'The check costs nothing. If there is work to do, the grants are shown before any quote.',
        ],
      ],
    ),
    objection(
      'locataire',
      ['Je suis locataire', 'I am a tenant'],
      [
        [
          'Merci de me le dire. Dans ce cas je n’insiste pas : je le note et je ne vous rappelle pas pour cela.',
          'Thank you for telling me. I will not insist then: I note it and will not call you about this again.',
        ],
      ],
      'locataire',
    ),
  ],
});
