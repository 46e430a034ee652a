/** What Maison Kerdoual knows of its furniture, its deliveries and its returns. */
import { articlesOf } from './demo-article.ts';

const complaint = 'kerdoual-reclamation-livraison';
const step = (stepId: string, scriptId = complaint) => ({ scriptId, stepId });

const product = articlesOf('kerdoual', 'fr', [
  {
    key: 'pied-belle-ile',
    version: 5,
    approvedDaysAgo: 38,
    title: 'Changer un pied Belle-Île',
    say: 'Le pied se visse à la main, sans outil. Nous vous envoyons le pied et une vis de rechange.',
    steps: [
      'Coucher le canapé sur le dossier, à deux.',
      'Dévisser le reste du pied, vers la gauche.',
      'Poser la rondelle feutre, côté doux au sol.',
      'Visser jusqu’à la butée, sans forcer.',
    ],
    forbidden: ['Ne proposez pas la colle : la garantie de 5 ans tombe.'],
    customer: {
      title: 'Changer un pied de votre canapé Belle-Île',
      text: 'Le pied de votre canapé Belle-Île se change à la main, sans outil, en dix minutes.\n\n1. À deux, couchez le canapé sur son dossier.\n2. Dévissez le reste du pied, vers la gauche.\n3. Posez la rondelle de feutre, le côté doux vers le sol.\n4. Vissez le pied neuf jusqu’à la butée, sans forcer.\n\nN’utilisez pas de colle : elle abîme le filetage et met fin à la garantie de cinq ans. Le pied et une vis de rechange vous parviennent sous 48 heures.',
      short:
        'Maison Kerdoual : le pied Belle-Île se visse à la main, vers la droite, rondelle feutre côté sol. Sans colle.',
    },
    reasonCodes: ['reclamation-livraison', 'piece-detachee', 'sav'],
    speechSteps: [step('solution'), step('constat')],
    keywords: ['canapé', 'pied cassé', 'vis', 'rondelle', 'montage'],
  },
  {
    key: 'delais-pieds',
    version: 2,
    title: 'Pieds de canapé : délais',
    say: 'En stock, le pied part aujourd’hui et arrive sous 48 heures. Sinon, comptez neuf jours.',
    steps: [
      'Regarder le stock de l’atelier de Lorient.',
      'En stock : expédition le jour même avant 15 heures.',
      'Hors stock : proposer un canapé de prêt si la cliente ne peut pas s’asseoir.',
    ],
    forbidden: ['Ne promettez pas le samedi : le transporteur ne livre pas les pièces ce jour-là.'],
    customer: {
      title: 'Quand arrive ma pièce détachée ?',
      text: 'Une pièce en stock part le jour même si vous appelez avant 15 heures, et arrive sous 48 heures ouvrées. Une pièce que notre atelier doit fabriquer demande neuf jours. Dans les deux cas vous recevez un message avec le jour de passage.',
      short:
        'Maison Kerdoual : votre pièce arrive sous 48 h si elle est en stock, sous 9 jours sinon.',
    },
    reasonCodes: ['piece-detachee', 'reclamation-livraison'],
    speechSteps: [step('solution')],
    keywords: ['stock', 'expédition', 'attente', 'atelier'],
  },
  {
    key: 'entretien-lin',
    approvedDaysAgo: 425,
    reviewInDays: -60,
    title: 'Belle-Île, entretien du lin',
    say: 'La housse en lin se lave à 30 degrés, à l’envers, et se remet encore un peu humide.',
    steps: [
      'Fermer les glissières et retourner la housse.',
      'Laver à 30 degrés, essorage doux.',
      'Remettre la housse encore un peu humide : elle reprend sa forme.',
    ],
    forbidden: ['Pas de sèche-linge : la housse rétrécit de deux tailles.'],
    customer: {
      title: 'Laver la housse en lin',
      text: 'Fermez les glissières, retournez la housse et lavez-la à 30 degrés avec un essorage doux. Remettez-la encore un peu humide : elle reprend sa forme en séchant. Évitez le sèche-linge, qui la ferait rétrécir.',
      short: 'Housse en lin : 30 degrés, à l’envers, sans sèche-linge, remise encore humide.',
    },
    reasonCodes: ['conseil', 'sav'],
    keywords: ['lavage', 'tache', 'housse', 'tissu'],
  },
]);

const service = articlesOf('kerdoual', 'fr', [
  {
    key: 'colis-abime',
    version: 3,
    approvedDaysAgo: 22,
    title: 'Meuble arrivé abîmé : les photos',
    say: 'Trois photos suffisent : le meuble entier, le défaut de près, l’étiquette du carton.',
    steps: [
      'Demander les trois photos par retour de message.',
      'Noter si la réserve a été écrite sur le bon du livreur.',
      'Sans réserve, la garantie joue quand même sous sept jours.',
    ],
    forbidden: ['Ne demandez jamais de renvoyer le meuble avant d’avoir vu les photos.'],
    customer: {
      title: 'Votre meuble est arrivé abîmé',
      text: 'Envoyez-nous trois photos : le meuble entier, le défaut de près et l’étiquette du carton. Gardez l’emballage si vous le pouvez. Vous n’avez rien à payer et rien à renvoyer avant notre réponse, qui arrive sous un jour ouvré.',
      short:
        'Maison Kerdoual : envoyez 3 photos (meuble entier, défaut, étiquette du carton). Rien à payer.',
    },
    reasonCodes: ['reclamation-livraison'],
    speechSteps: [step('constat'), step('ecoute')],
    keywords: ['casse', 'réserve', 'transporteur', 'étiquette'],
  },
  {
    key: 'retour-30-jours',
    title: 'Retourner un article sous 30 jours',
    say: 'Vous avez trente jours pour changer d’avis, et nous venons chercher le meuble chez vous.',
    steps: [
      'Vérifier la date de livraison.',
      'Fixer le jour de la reprise avec le transporteur.',
      'Le remboursement part à l’arrivée du meuble, sous quatorze jours au plus.',
    ],
    forbidden: ['Ne parlez pas de frais de dossier : il n’y en a pas.'],
    customer: {
      title: 'Rendre un article',
      text: 'Vous avez trente jours après la livraison pour changer d’avis. Nous venons chercher les meubles chez vous ; les petits articles se renvoient par la poste avec l’étiquette jointe. Le remboursement est versé sur votre moyen de paiement quatorze jours au plus après le retour.',
      short:
        'Maison Kerdoual : 30 jours pour changer d’avis, reprise à domicile, remboursé sous 14 jours.',
    },
    reasonCodes: ['retour'],
    speechSteps: [step('reprise')],
    keywords: ['échange', 'remboursement', 'rétractation', 'reprise'],
  },
  {
    key: 'date-livraison',
    title: 'Changer une date de livraison',
    say: 'Jusqu’à l’avant-veille à midi, je change le jour avec vous, tout de suite et sans frais.',
    steps: [
      'Ouvrir la commande et lire le jour prévu.',
      'Proposer les deux prochains jours de tournée de la commune.',
      'Confirmer par message : le créneau de deux heures arrive la veille.',
    ],
    customer: {
      title: 'Changer le jour de ma livraison',
      text: 'Vous pouvez changer le jour jusqu’à l’avant-veille à midi, sans frais, par téléphone ou depuis votre compte. Le créneau de deux heures vous est envoyé la veille.',
      short:
        'Maison Kerdoual : jour de livraison modifiable sans frais jusqu’à l’avant-veille midi.',
    },
    reasonCodes: ['suivi-commande', 'commande'],
    speechSteps: [step('date', 'kerdoual-accueil'), step('commande', 'kerdoual-accueil')],
    keywords: ['créneau', 'tournée', 'report', 'absent'],
  },
  {
    key: 'garantie-5-ans',
    version: 2,
    title: 'La garantie de 5 ans, ce qu’elle couvre',
    say: 'La structure, les pieds et les mécanismes sont garantis cinq ans, pièces et déplacement.',
    steps: [
      'Retrouver la facture : la garantie court de la livraison.',
      'Structure, pieds, mécanismes : couverts.',
      'Tissu : deux ans, hors taches et griffures.',
    ],
    forbidden: ['Ne dites pas « garantie à vie » : la publicité de 2019 n’a plus cours.'],
    customer: {
      title: 'Ce que couvre la garantie',
      text: 'La structure, les pieds et les mécanismes sont garantis cinq ans à partir de la livraison, pièces et déplacement compris. Les tissus le sont deux ans, sauf taches et griffures. Gardez votre facture : elle suffit.',
      short: 'Garantie Kerdoual : 5 ans structure, pieds, mécanismes ; 2 ans tissus.',
    },
    reasonCodes: ['garantie', 'sav'],
    keywords: ['facture', 'mécanisme', 'convertible', 'durée'],
  },
  {
    key: 'geste-commercial',
    title: 'Geste commercial : les mots',
    say: 'Pour ce désagrément, je peux vous accorder un avoir, dès maintenant et sans condition.',
    steps: [
      'Lire le montant permis dans la fiche avant de l’annoncer.',
      'Dire le montant une fois, sans marchander.',
      'Au-delà, demander à la responsable depuis la fiche.',
    ],
    forbidden: [
      'N’annoncez jamais un montant « en attendant l’accord ».',
      'Ne reliez pas le geste à un avis en ligne.',
    ],
    reasonCodes: ['reclamation-livraison'],
    speechSteps: [step('geste')],
    keywords: ['avoir', 'remise', 'dédommagement'],
  },
  {
    key: 'paiement-plusieurs-fois',
    state: 'in-review',
    title: 'Payer en trois ou quatre fois',
    say: 'Dès 200 euros, vous pouvez payer en trois ou quatre fois, sans frais.',
    steps: ['Le choix se fait au moment de payer.', 'La première part est prise tout de suite.'],
    customer: {
      title: 'Payer en plusieurs fois',
      text: 'Dès 200 euros d’achat, le paiement en trois ou quatre fois est sans frais. Vous le choisissez au moment de payer, avec votre carte bancaire.',
      short: '',
    },
    reasonCodes: ['facture', 'commande'],
    keywords: ['échéance', 'carte', 'crédit'],
  },
]);

const english = articlesOf('kerdoual', 'en', [
  {
    key: 'belle-ile-leg',
    version: 2,
    title: 'Changing a Belle-Île leg',
    say: 'The leg screws in by hand, without a tool. We send you the leg and a spare screw.',
    steps: [
      'Lay the sofa on its back, with two people.',
      'Unscrew what is left of the leg, to the left.',
      'Put the felt washer on, soft side to the floor.',
      'Screw in as far as it goes, without force.',
    ],
    forbidden: ['Never suggest glue: it ends the five-year warranty.'],
    customer: {
      title: 'Changing a leg of your Belle-Île sofa',
      text: 'The leg is changed by hand, without a tool, in ten minutes.\n\n1. With two people, lay the sofa on its back.\n2. Unscrew what is left of the leg, to the left.\n3. Put the felt washer on, soft side to the floor.\n4. Screw the new leg in as far as it goes.\n\nPlease use no glue: it would end the warranty.',
      short: 'Maison Kerdoual: the leg screws in by hand, felt washer to the floor, no glue.',
    },
    reasonCodes: ['reclamation-livraison', 'piece-detachee'],
    speechSteps: [step('solution', complaint)],
    keywords: ['sofa', 'broken leg', 'screw'],
  },
  {
    key: 'damaged-furniture',
    title: 'Furniture arrived damaged: the photos',
    say: 'Three photos are enough: the whole piece, the damage close up, the label of the box.',
    steps: ['Ask for the three photos.', 'Note whether the delivery slip mentions the damage.'],
    customer: {
      title: 'Your furniture arrived damaged',
      text: 'Please send us three photos: the whole piece, the damage close up, and the label of the box. You have nothing to pay and nothing to send back before our answer, which comes within one working day.',
      short:
        'Maison Kerdoual: please send 3 photos (whole piece, damage, box label). Nothing to pay.',
    },
    reasonCodes: ['reclamation-livraison'],
    speechSteps: [step('ecoute', complaint)],
    keywords: ['broken', 'scratch', 'carrier'],
  },
]);

export const kerdoualArticles = [...product, ...service, ...english];
