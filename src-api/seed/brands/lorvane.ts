/** Lorvane Voyages: flights and stays out of the airports of the west, with live flight alerts. */
import { dispositionsOf, reasonsOf } from './wording.ts';

export const lorvaneReasons = reasonsOf('lorvane', [
  ['vol-modifie', 'Vol modifié', 'Flight change'],
  ['vol-annule', 'Vol annulé', 'Flight cancelled'],
  ['reservation', 'Réservation', 'Booking'],
  ['bagage', 'Bagages', 'Luggage'],
  ['hotel', 'Hôtel et transferts', 'Hotel and transfers'],
  ['paiement', 'Paiement', 'Payment'],
  ['remboursement', 'Remboursement', 'Refund'],
  ['documents', 'Documents de voyage', 'Travel documents'],
  ['assistance', 'Assistance sur place', 'Help on site'],
  ['groupe', 'Groupe ou entreprise', 'Group or company'],
  ['reclamation', 'Réclamation', 'Complaint'],
]);

const trip = ['Voyage en cours', 'Current trip'] as const;
const booking = ['Réservation', 'Booking'] as const;
const complaint = ['Réclamation', 'Complaint'] as const;

export const lorvaneDispositions = dispositionsOf('lorvane', [
  [
    'nouveau-vol-accepte',
    ['Nouveau vol accepté', 'New flight accepted'],
    trip,
    'horaire, décalé',
    'resolves',
  ],
  [
    'autre-vol-propose',
    ['Autre vol proposé', 'Another flight offered'],
    trip,
    'réfléchit, option',
    'callback',
  ],
  [
    'remboursement-lance',
    ['Remboursement lancé', 'Refund started'],
    trip,
    'annulation, argent',
    'resolves',
  ],
  ['rappel-convenu', ['Rappel convenu', 'Callback agreed'], trip, 'rappeler', 'callback'],
  [
    'alerte-confirmee',
    ['Alerte SMS confirmée', 'Text alert confirmed'],
    trip,
    'sms, horaire',
    'resolves',
  ],
  [
    'dossier-modifie',
    ['Dossier modifié', 'Booking changed'],
    booking,
    'nom, date, passager',
    'resolves',
  ],
  ['option-posee', ['Option posée', 'Booking on hold'], booking, '48 heures, réserve', 'callback'],
  ['voyage-vendu', ['Voyage vendu', 'Trip sold'], booking, 'vente, paiement'],
  [
    'documents-renvoyes',
    ['Documents renvoyés', 'Documents sent again'],
    booking,
    'billet, convocation',
    'resolves',
  ],
  ['reclamation-ouverte', ['Réclamation ouverte', 'Complaint opened'], complaint, 'plainte'],
  [
    'reclamation-reglee',
    ['Réclamation réglée', 'Complaint settled'],
    complaint,
    'avoir, geste',
    'resolves',
  ],
  ['renseigne', ['Renseigné', 'Informed'], trip, 'information, question', 'resolves'],
]);
