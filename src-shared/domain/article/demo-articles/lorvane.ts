/** What Lorvane Voyages knows of flights, luggage, refunds and papers, for callers in two languages. */
import { articlesOf } from './demo-article.ts';

const flight = 'lorvane-vol-modifie';
const step = (stepId: string, scriptId = flight) => ({ scriptId, stepId });

const french = articlesOf('lorvane', 'fr', [
  {
    key: 'vol-annule',
    version: 3,
    title: 'Vol annulé : vos droits',
    say: 'Vous choisissez : un autre vol dès que possible, ou le remboursement du billet.',
    steps: [
      'Proposer les trois prochains vols, même d’une autre compagnie.',
      'Repas et hôtel sont pris en charge pendant l’attente.',
      'L’indemnité se demande après le voyage, par le formulaire.',
    ],
    forbidden: ['Ne chiffrez pas l’indemnité : elle dépend de la distance et de la cause.'],
    customer: {
      title: 'Mon vol est annulé',
      text: 'Vous pouvez prendre un autre vol dès que possible ou être remboursé du billet sous sept jours. Pendant l’attente, les repas et, s’il le faut, l’hôtel sont pris en charge. Une indemnité peut s’y ajouter selon la distance et la cause (règlement européen 261/2004) : demandez-la après le voyage.',
      short: 'Lorvane : vol annulé = autre vol ou remboursement, repas et hôtel pris en charge.',
    },
    reasonCodes: ['vol-annule', 'vol-modifie'],
    speechSteps: [step('choix'), step('situation')],
    keywords: ['annulation', 'indemnité', 'compensation', '261/2004'],
  },
  {
    key: 'bagage-retarde',
    version: 2,
    title: 'Bagage retardé à l’arrivée',
    say: 'Faites établir le constat au comptoir avant de sortir : c’est lui qui nous permet de le retrouver.',
    steps: [
      'Demander le numéro du constat (PIR), dix signes.',
      'Noter l’adresse du séjour et un mobile.',
      'Achats de première nécessité : garder les reçus.',
    ],
    customer: {
      title: 'Mon bagage n’est pas arrivé',
      text: 'Avant de quitter l’aéroport, faites établir un constat au comptoir des bagages : il porte un numéro de dix signes. Donnez-nous ce numéro et l’adresse de votre séjour : le bagage vous y est porté. Gardez les reçus de vos achats de première nécessité, ils se remboursent.',
      short: 'Lorvane : faites établir le constat au comptoir, puis envoyez-nous son numéro.',
    },
    reasonCodes: ['bagage'],
    keywords: ['valise', 'perdu', 'constat', 'PIR'],
  },
  {
    key: 'changer-un-nom',
    title: 'Corriger un nom sur un billet',
    say: 'Une faute de frappe se corrige sans frais jusqu’à 48 heures avant le départ.',
    steps: ['Comparer avec la pièce d’identité.', 'Trois lettres au plus : correction gratuite.'],
    forbidden: ['Ne changez pas de personne : c’est un nouveau billet.'],
    customer: {
      title: 'Corriger mon nom',
      text: 'Une faute de frappe dans le nom se corrige sans frais jusqu’à 48 heures avant le départ. Préparez la pièce d’identité avec laquelle vous voyagez : le nom doit être le même.',
      short: 'Lorvane : nom corrigé sans frais jusqu’à 48 h avant le départ.',
    },
    reasonCodes: ['reservation', 'documents'],
    speechSteps: [step('dossier', 'lorvane-accueil')],
    keywords: ['faute', 'billet', 'passager', 'orthographe'],
  },
  {
    key: 'remboursement-delai',
    title: 'Remboursement : sous combien de temps',
    say: 'Le virement part aujourd’hui, et votre banque le montre sous trois à cinq jours.',
    steps: [
      'Lire la date du remboursement dans le dossier.',
      'Au-delà de sept jours : réclamation.',
    ],
    customer: {
      title: 'Quand suis-je remboursé ?',
      text: 'Un vol annulé est remboursé sous sept jours, sur le moyen de paiement de l’achat. Votre banque peut demander trois à cinq jours de plus pour le montrer.',
      short: 'Lorvane : remboursement sous 7 jours, plus 3 à 5 jours de banque.',
    },
    reasonCodes: ['remboursement', 'paiement'],
    speechSteps: [step('choix')],
    keywords: ['virement', 'avoir', 'argent'],
  },
  {
    key: 'papiers-enfant',
    reviewInDays: -5,
    title: 'Papiers d’un enfant qui voyage',
    say: 'Chaque enfant a sa propre pièce d’identité, même un nourrisson.',
    steps: [
      'Sans ses parents : autorisation de sortie du territoire, signée.',
      'Copie de la pièce du parent qui signe.',
    ],
    customer: {
      title: 'Voyager avec un enfant',
      text: 'Chaque enfant voyage avec sa propre carte d’identité ou son passeport. S’il voyage sans ses parents, ajoutez l’autorisation de sortie du territoire et une copie de la pièce du parent qui l’a signée.',
      short: 'Lorvane : un enfant a sa propre pièce d’identité ; sans parents, l’AST signée.',
    },
    reasonCodes: ['documents'],
    keywords: ['mineur', 'passeport', 'AST', 'bébé'],
  },
  {
    key: 'retard-correspondance',
    title: 'Correspondance manquée',
    say: 'Les deux vols sont sur un même billet : c’est à nous de vous mener à destination.',
    steps: [
      'Vérifier que les vols sont sur un seul billet.',
      'Réserver le prochain vol, puis l’hôtel.',
    ],
    forbidden: ['Ne faites pas racheter un billet à la cliente.'],
    customer: {
      title: 'J’ai manqué ma correspondance',
      text: 'Si vos vols sont sur un même billet, nous vous plaçons sur le prochain vol sans frais, et l’hôtel est pris en charge si vous devez dormir sur place. Restez dans la zone de transit et appelez-nous.',
      short:
        'Lorvane : correspondance manquée, même billet = vol suivant sans frais. Appelez-nous.',
    },
    reasonCodes: ['vol-modifie', 'assistance'],
    speechSteps: [step('situation')],
    keywords: ['retard', 'transit', 'escale'],
  },
]);

const english = articlesOf('lorvane', 'en', [
  {
    key: 'cancelled-flight',
    version: 3,
    title: 'Cancelled flight: your rights',
    say: 'You choose: another flight as soon as possible, or the ticket refunded.',
    steps: ['Offer the next three flights.', 'Meals and hotel are covered while you wait.'],
    forbidden: ['Do not name an amount of compensation: it depends on distance and cause.'],
    customer: {
      title: 'My flight is cancelled',
      text: 'You may take another flight as soon as possible or have the ticket refunded within seven days. Meals and, if needed, a hotel are covered while you wait. Compensation may come on top, by distance and cause (Regulation 261/2004): ask for it after the trip.',
      short: 'Lorvane: cancelled flight = another flight or refund, meals and hotel covered.',
    },
    reasonCodes: ['vol-annule', 'vol-modifie'],
    speechSteps: [step('choix', flight)],
    keywords: ['compensation', 'refund', 'rebook'],
  },
  {
    key: 'delayed-baggage',
    title: 'Baggage delayed on arrival',
    say: 'Please have the report made at the desk before you leave: it is how we find the bag.',
    steps: ['Ask for the report number (PIR), ten characters.', 'Note the address of the stay.'],
    customer: {
      title: 'My baggage has not arrived',
      text: 'Before you leave the airport, have a report made at the baggage desk: its number has ten characters. Send us the number and where you stay, and the bag is brought there. Keep the receipts of what you need meanwhile.',
      short: 'Lorvane: have the report made at the desk, then send us its number.',
    },
    reasonCodes: ['bagage'],
    keywords: ['luggage', 'suitcase', 'lost', 'PIR'],
  },
  {
    key: 'name-on-ticket',
    title: 'Correcting a name on a ticket',
    say: 'A typing error is corrected free of charge up to 48 hours before departure.',
    steps: ['Compare with the passport.', 'Three letters at most.'],
    customer: {
      title: 'Correcting my name',
      text: 'A typing error in a name is corrected free of charge up to 48 hours before departure. Have the passport you travel with at hand: the name must be the same.',
      short: 'Lorvane: names corrected free of charge up to 48 h before departure.',
    },
    reasonCodes: ['reservation', 'documents'],
    keywords: ['typo', 'passenger', 'spelling'],
  },
  {
    key: 'refund-time',
    title: 'How long a refund takes',
    say: 'The transfer leaves today, and your bank shows it within three to five days.',
    steps: ['Read the date of the refund in the booking.'],
    customer: {
      title: 'When do I get my refund?',
      text: 'A cancelled flight is refunded within seven days, the way it was paid. Your bank may need three to five days more to show it.',
      short: 'Lorvane: refunds within 7 days, plus 3 to 5 days at your bank.',
    },
    reasonCodes: ['remboursement', 'paiement'],
    speechSteps: [step('choix', flight)],
    keywords: ['money', 'transfer', 'bank'],
  },
  {
    key: 'child-papers',
    title: 'Papers of a child who travels',
    say: 'Each child has an identity document of its own, even a baby.',
    steps: ['Without its parents: the signed exit permission.'],
    customer: {
      title: 'Travelling with a child',
      text: 'Each child travels with its own passport or identity card. Without its parents it also needs the signed exit permission and a copy of the signing parent’s document.',
      short: 'Lorvane: each child needs its own passport or identity card.',
    },
    reasonCodes: ['documents'],
    keywords: ['minor', 'passport', 'baby'],
  },
  {
    key: 'missed-connection',
    title: 'Missed connection',
    say: 'Both flights are on one ticket: it is ours to bring you there.',
    steps: ['Check that it is one ticket.', 'Book the next flight, then the hotel.'],
    forbidden: ['Never let the customer buy a new ticket.'],
    customer: {
      title: 'I missed my connection',
      text: 'If your flights are on one ticket we put you on the next one free of charge, and cover the hotel if you have to stay the night. Stay in the transit area and call us.',
      short: 'Lorvane: missed connection on one ticket = next flight free of charge. Call us.',
    },
    reasonCodes: ['vol-modifie', 'assistance'],
    speechSteps: [step('situation', flight)],
    keywords: ['delay', 'transit', 'stopover'],
  },
]);

export const lorvaneArticles = [...french, ...english];
