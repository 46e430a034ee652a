/** Maison Kerdoual, a piece of furniture arrived damaged. */
import { choice, end, field, fork, oneOf, step } from './both.ts';
import {
  kerdoualComplaintObjections,
  kerdoualComplaintOpening,
} from './kerdoual-complaint-words.ts';
import { speech } from './speech.ts';

export const kerdoualComplaint = speech({
  version: 7,
  brandId: 'kerdoual',
  direction: 'inbound',
  purpose: 'service',
  reasonCodes: ['reclamation-livraison', 'sav', 'piece-detachee', 'garantie'],
  opensWhen: { cases: ['complaint'] },
  publishedAt: '2026-10-19T08:00:00.000Z',
  firstStep: 'ecoute',
  id: 'kerdoual-reclamation-livraison',
  name: 'Réclamation livraison',
  names: { en: 'Delivery complaint' },
  locale: 'fr',
  languages: ['en'],
  ...kerdoualComplaintOpening,
  steps: [
    step('ecoute', {
      title: ['Écoute', 'Listening'],
      say: [
        'Racontez-moi ce qui s’est passé à l’arrivée de votre {{order.label|meuble}}.',
        'Please tell me what happened when your {{order.label|furniture}} arrived.',
      ],
      expert: [
        'Je lis « {{case.title|un défaut à la livraison}} ». Y a-t-il autre chose que je doive voir ?',
        'I read “{{case.title|a defect on delivery}}”. Is there anything else I should see?',
      ],
      led: [
        'Prenez votre temps. Que s’est-il passé quand votre {{order.label|meuble}} est arrivé ?',
        'Take your time. What happened when your {{order.label|furniture}} arrived?',
      ],
      choices: [
        choice(
          'casse',
          ['Une pièce est cassée', 'A part is broken'],
          ['dossier {{case.reference|à ouvrir}}', 'case {{case.reference|to open}}'],
          'constat',
        ),
        choice(
          'manque',
          ['Il manque un colis', 'A parcel is missing'],
          ['vérifier le transporteur', 'check the carrier'],
          'constat',
        ),
        choice(
          'autre',
          ['Ce n’est pas le bon article', 'It is the wrong article'],
          ['proposer l’échange', 'offer the exchange'],
          'solution',
        ),
      ],
    }),
    step('constat', {
      title: ['Constat', 'What we see'],
      say: [
        'Merci, c’est clair. Avez-vous pu écrire une réserve sur le bon du livreur, ou prendre une photo ?',
        'Thank you, that is clear. Could you write a remark on the delivery note, or take a photo?',
      ],
      expert: [
        'La réserve est au bon de livraison. Où est exactement la casse ?',
        'The remark is on the delivery note. Where exactly is the damage?',
      ],
      fields: [field('defaut', 'text', ['Ce qui est abîmé', 'What is damaged'], 'case.detail')],
      choices: [
        choice(
          'photos',
          ['Photos ou réserve', 'Photos or a remark'],
          ['accord immédiat', 'agreed at once'],
          'solution',
        ),
        choice(
          'rien',
          ['Ni l’une ni l’autre', 'Neither'],
          ['accord aussi, photo par SMS', 'agreed too, photo by text'],
          'solution',
        ),
      ],
    }),
    step('solution', {
      title: ['Solution', 'Solution'],
      say: [
        'Je regrette vraiment que votre {{order.label|meuble}} soit arrivé abîmé. [[Vous n’avez rien à payer.]] Pièce neuve sous 48 heures, ou échange : que préférez-vous ?',
        'I am truly sorry that your {{order.label|furniture}} arrived damaged. [[There is nothing for you to pay.]] A new part within 48 hours, or an exchange: which would you prefer?',
      ],
      expert: [
        'Je regrette que votre {{order.label|meuble}} soit arrivé abîmé. [[Vous n’avez rien à payer.]] Pièce neuve sous 48 heures, à visser vous-même, ou échange : que préférez-vous ?',
        'I am sorry that your {{order.label|furniture}} arrived damaged. [[There is nothing for you to pay.]] A new part within 48 hours, which you screw on yourself, or an exchange: which would you prefer?',
      ],
      led: [
        'Je regrette vraiment ce qui vous arrive. [[Vous n’avez rien à payer.]] Nous remplaçons ce qui est cassé, chez vous, au jour qui vous convient. Cela vous irait ?',
        'I am truly sorry about this. [[There is nothing for you to pay.]] We replace what is broken, at your home, on the day that suits you. Would you like that?',
      ],
      choices: [
        choice(
          'piece',
          ['La pièce neuve', 'The new part'],
          [
            'vérifier l’adresse de {{customer.commune|livraison}}',
            'check the address in {{customer.commune|town}}',
          ],
          'adresse',
          'remplacement-envoye',
        ),
        choice(
          'echange',
          ['L’échange du meuble', 'The exchange'],
          ['proposer une date de reprise', 'offer a collection date'],
          'reprise',
          'echange-accepte',
        ),
        choice(
          'remboursement',
          ['Le remboursement', 'A refund'],
          ['transférer au SAV niveau 2', 'pass to level 2'],
          'transfert',
          'transfere-sav',
        ),
        choice(
          'reflechir',
          ['Réfléchir', 'To think it over'],
          ['fixer un rappel', 'agree a callback'],
          'rappel',
          'rappel-convenu',
        ),
      ],
    }),
    step('adresse', {
      title: ['Adresse', 'Address'],
      say: [
        'Je l’envoie à votre adresse de {{customer.commune|livraison}} : c’est toujours la bonne ? Y a-t-il un code d’entrée ?',
        'I am sending it to your address in {{customer.commune|your town}}: is that still right? Is there a door code?',
      ],
      fields: [field('code', 'text', ['Code d’entrée, étage', 'Door code, floor'], 'note')],
      next: 'geste-ou-non',
    }),
    step('reprise', {
      title: ['Reprise', 'Collection'],
      say: [
        'Le même passage reprend l’ancien et livre le neuf. Plutôt un matin ou un après-midi cette semaine ?',
        'One visit takes the old one back and brings the new one. A morning or an afternoon this week?',
      ],
      fields: [
        field('jour', 'date', ['Jour de la reprise', 'Day of collection']),
        oneOf(
          'moment',
          ['Moment', 'Time'],
          [
            ['matin', 'Matin', 'Morning'],
            ['apres-midi', 'Après-midi', 'Afternoon'],
          ],
        ),
        field('acces', 'text', ['Étage, ascenseur, code', 'Floor, lift, code'], 'note'),
      ],
      next: 'geste-ou-non',
    }),
    fork(
      'geste-ou-non',
      ['Un geste ?', 'A gesture?'],
      [{ if: 'customer.vip or customer.openCases > 1', next: 'geste' }],
      'cloture',
    ),
    step('geste', {
      title: ['Geste', 'Gesture'],
      say: [
        'Pour le temps que cela vous a pris, je vous offre un avoir, valable un an dans nos boutiques et sur le site.',
        'For the time this has taken you, I give you a credit, valid for a year in our shops and on the site.',
      ],
      expert: [
        'Pour le dérangement, j’ajoute un avoir de 20 €, utilisable dès demain.',
        'For the trouble, I add a credit of €20, which you can use from tomorrow.',
      ],
      action: { type: 'grant', kind: 'gesture', amountCents: 2000 },
      next: 'cloture',
    }),
    step('transfert', {
      title: ['Transfert', 'Transfer'],
      say: [
        'Ma collègue du SAV rembourse elle-même. Je lui explique tout, pour que vous n’ayez rien à répéter.',
        'My colleague in after-sales makes the refund herself. I will explain it all, so that you need not repeat anything.',
      ],
      action: { type: 'transfer', to: 'SAV', why: 'remboursement demandé' },
      next: 'cloture',
    }),
    step('rappel', {
      title: ['Rappel', 'Callback'],
      say: [
        'Prenez le temps qu’il vous faut. Je vous rappelle moi-même, au moment que vous choisissez.',
        'Take the time you need. I will call you back myself, at the time you choose.',
      ],
      fields: [field('quand', 'date', ['Jour du rappel', 'Day of the callback'])],
      action: {
        type: 'callback',
        when: 'rappel.quand',
        inHours: 24,
        assignee: 'me',
        reason: 'Décision sur {{case.reference|la réclamation}}',
      },
      next: 'cloture',
    }),
    end('cloture', {
      title: ['Clôture', 'Closing'],
      say: [
        'Je récapitule : vous recevez la confirmation par e-mail dans la minute, et [[je suis votre dossier {{case.reference|}} moi-même.]] Est-ce que tout est clair pour vous ?',
        'To sum up: you will have the confirmation by e-mail in a minute, and [[I am following your case {{case.reference|}} myself.]] Is everything clear?',
      ],
      led: [
        'Tout est noté, vous n’avez plus rien à faire, et [[je suis votre dossier {{case.reference|}} moi-même.]] Merci de votre patience, et très belle journée de la part de toute la Maison.',
        'It is all noted, there is nothing left for you to do, and [[I am following your case {{case.reference|}} myself.]] Thank you for your patience, and a very good day from all of us.',
      ],
      result: 'reached',
    }),
  ],
  objections: kerdoualComplaintObjections,
});
