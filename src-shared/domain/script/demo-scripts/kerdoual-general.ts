/** Maison Kerdoual, the general welcome: orders, advice, and where a complaint goes. */
import { choice, end, field, oneOf, step } from './both.ts';
import { kerdoualGeneralObjections, kerdoualGeneralOpening } from './kerdoual-general-words.ts';
import { speech } from './speech.ts';

export const kerdoualGeneral = speech({
  id: 'kerdoual-accueil',
  version: 4,
  brandId: 'kerdoual',
  name: 'Accueil',
  names: { en: 'Welcome' },
  locale: 'fr',
  languages: ['en'],
  direction: 'inbound',
  purpose: 'service',
  reasonCodes: [],
  publishedAt: '2026-09-07T08:00:00.000Z',
  ...kerdoualGeneralOpening,
  firstStep: 'besoin',
  steps: [
    step('besoin', {
      title: ['Besoin', 'Need'],
      say: [
        'Je vous écoute. C’est à propos d’une commande, ou d’un meuble qui vous plaît ?',
        'I am listening. Is it about an order, or about a piece that you like?',
      ],
      choices: [
        choice(
          'suivi',
          ['Suivre une commande', 'Follow an order'],
          ['{{order.number|numéro à demander}}', '{{order.number|ask for the number}}'],
          'commande',
        ),
        choice(
          'conseil',
          ['Un conseil', 'Advice'],
          ['dimensions, délais', 'sizes, delivery times'],
          'conseil',
        ),
        choice(
          'commander',
          ['Commander', 'Place an order'],
          ['vérifier le stock', 'check the stock'],
          'prise',
        ),
        choice(
          'probleme',
          ['Un problème', 'A problem'],
          ['ouvrir le dossier', 'open the case'],
          'probleme',
          'transfere-sav',
        ),
      ],
    }),
    step('commande', {
      title: ['Commande', 'Order'],
      say: [
        'Votre {{order.label|commande}} est bien là. Je vous dis tout de suite où elle en est.',
        'Your {{order.label|order}} is here. I will tell you at once where it stands.',
      ],
      expert: [
        'Je l’ai sous les yeux : {{order.label|votre commande}}. L’état de ce matin vous suffit, ou voulez-vous le détail du transport ?',
        'I have it in front of me: {{order.label|your order}}. Is this morning’s status enough, or would you like the details of the transport?',
      ],
      choices: [
        choice(
          'ok',
          ['La date convient', 'The date is fine'],
          ['rien à faire', 'nothing to do'],
          'cloture',
          'renseigne',
        ),
        choice(
          'autre-date',
          ['Une autre date', 'Another date'],
          ['déplacer le rendez-vous', 'move the delivery'],
          'date',
          'commande-modifiee',
        ),
        choice(
          'annuler',
          ['Annuler', 'Cancel'],
          ['rétractation, 14 jours', 'withdrawal, 14 days'],
          'annulation',
          'commande-annulee',
        ),
      ],
    }),
    step('date', {
      title: ['Date', 'Date'],
      say: [
        'Quel jour vous arrange ? Le livreur passe entre 8 h et midi, ou entre 14 h et 18 h.',
        'Which day suits you? The driver comes between 8 and noon, or between 2 and 6.',
      ],
      fields: [
        field('jour', 'date', ['Nouveau jour', 'New day']),
        oneOf(
          'moment',
          ['Moment', 'Time'],
          [
            ['matin', 'Le matin', 'Morning'],
            ['apres-midi', 'L’après-midi', 'Afternoon'],
          ],
        ),
      ],
      next: 'cloture',
    }),
    step('annulation', {
      title: ['Annulation', 'Cancellation'],
      say: [
        '[[Vous avez quatorze jours pour changer d’avis, sans donner de raison.]] Je vous envoie la confirmation et l’étiquette de retour.',
        '[[You have fourteen days to change your mind, without giving a reason.]] I am sending the confirmation and the return label.',
      ],
      action: {
        type: 'send-document',
        name: 'Étiquette de retour',
        labels: { en: 'Return label' },
        channel: 'email',
      },
      next: 'cloture',
    }),
    step('conseil', {
      title: ['Conseil', 'Advice'],
      say: [
        'Bonne idée. Pour quelle pièce, et avec quelle place ?',
        'A good idea. For which room, and how much space do you have?',
      ],
      expert: [
        'Quelles dimensions avez-vous relevées, et quel bois vous tente ?',
        'Which measurements have you taken, and which wood tempts you?',
      ],
      led: [
        'Fermez les yeux : où le voyez-vous, chez vous ?',
        'Close your eyes: where do you see it in your home?',
      ],
      fields: [field('place', 'text', ['Pièce et dimensions', 'Room and measurements'], 'note')],
      choices: [
        choice(
          'documentation',
          ['Recevoir la fiche', 'Receive the sheet'],
          ['par e-mail', 'by e-mail'],
          'fiche',
          'documentation-envoyee',
        ),
        choice(
          'commande',
          ['Commander', 'Order'],
          ['livraison sous 3 semaines', 'delivered in 3 weeks'],
          'prise',
        ),
        choice(
          'boutique',
          ['L’essayer', 'Try it'],
          ['rendez-vous en boutique', 'appointment in a shop'],
          'boutique',
          'rappel-convenu',
        ),
      ],
    }),
    step('fiche', {
      title: ['Fiche', 'Sheet'],
      say: [
        'Je vous l’envoie pendant que nous parlons. À quelle adresse e-mail ?',
        'I am sending it while we speak. To which e-mail address?',
      ],
      fields: [field('courriel', 'email', ['E-mail', 'E-mail'], 'customer.email')],
      action: {
        type: 'send-document',
        name: 'Fiche du meuble',
        labels: { en: 'Product sheet' },
        channel: 'email',
      },
      next: 'cloture',
    }),
    step('prise', {
      title: ['Prise de commande', 'Taking the order'],
      say: [
        'Je la note avec vous : le modèle, le bois, l’adresse. [[Vous recevez la confirmation écrite avant tout paiement, et vous avez quatorze jours pour vous rétracter.]]',
        'I am noting it with you: the model, the wood, the address. [[You will have the written confirmation before any payment, and fourteen days to withdraw.]]',
      ],
      passages: ['confirmation'],
      fields: [field('modele', 'text', ['Modèle et bois', 'Model and wood'], 'case.detail')],
      action: { type: 'open-case', kind: 'order', title: 'Commande par téléphone', detail: '' },
      choices: [
        choice(
          'valide',
          ['Commande validée', 'Order placed'],
          ['confirmation par e-mail', 'confirmation by e-mail'],
          'cloture',
          'commande-prise',
        ),
        choice(
          'hesite',
          ['Hésite encore', 'Still hesitating'],
          ['envoyer la fiche', 'send the sheet'],
          'fiche',
          'documentation-envoyee',
        ),
      ],
    }),
    step('boutique', {
      title: ['Boutique', 'Shop'],
      say: [
        'Quelle boutique est la plus proche de vous, et quel jour viendriez-vous ?',
        'Which shop is nearest to you, and on which day would you come?',
      ],
      fields: [field('jour', 'date', ['Jour', 'Day'])],
      action: {
        type: 'appointment',
        when: 'boutique.jour',
        inHours: 48,
        reason: 'Essai en boutique',
      },
      next: 'cloture',
    }),
    step('probleme', {
      title: ['Problème', 'Problem'],
      say: [
        'Merci de me le dire. Que s’est-il passé ? Je note tout, vous n’aurez pas à le redire.',
        'Thank you for telling me. What happened? I note it all, you will not have to say it again.',
      ],
      fields: [field('fait', 'text', ['Ce qui s’est passé', 'What happened'], 'case.detail')],
      action: {
        type: 'open-case',
        kind: 'complaint',
        title: 'Réclamation dite au téléphone',
        detail: '',
      },
      next: 'cloture',
    }),
    end('cloture', {
      title: ['Clôture', 'Closing'],
      say: [
        'C’est noté, vous en recevez la trace par e-mail. [[Y a-t-il autre chose que je puisse faire pour vous ?]] Merci, et très belle journée.',
        'It is noted, and you will have it by e-mail. [[Is there anything else I can do for you?]] Thank you, and a very good day.',
      ],
      result: 'reached',
    }),
  ],
  objections: kerdoualGeneralObjections,
});
