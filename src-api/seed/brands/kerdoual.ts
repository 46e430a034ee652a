/** Maison Kerdoual: furniture made in Brittany, sold on the web, in shops and by catalogue. */
import { dispositionsOf, reasonsOf } from './wording.ts';

export const kerdoualReasons = reasonsOf('kerdoual', [
  ['reclamation-livraison', 'Réclamation livraison', 'Delivery complaint'],
  ['commande', 'Commande', 'Order'],
  ['suivi-commande', 'Suivi de commande', 'Order tracking'],
  ['retour', 'Retour ou échange', 'Return or exchange'],
  ['sav', 'Service après-vente', 'After-sales service'],
  ['facture', 'Facture ou paiement', 'Invoice or payment'],
  ['conseil', 'Conseil avant achat', 'Advice before buying'],
  ['piece-detachee', 'Pièce détachée', 'Spare part'],
  ['garantie', 'Garantie', 'Warranty'],
  ['rendez-vous-boutique', 'Rendez-vous en boutique', 'Shop appointment'],
  ['compte-client', 'Compte client', 'Customer account'],
  ['donnees-personnelles', 'Données personnelles', 'Personal data'],
]);

const settled = ['Réclamation · résolue', 'Complaint · resolved'] as const;
const running = ['Réclamation · en cours', 'Complaint · in progress'] as const;
const dropped = ['Réclamation · sans suite', 'Complaint · dropped'] as const;
const order = ['Commande', 'Order'] as const;
const information = ['Renseignement', 'Information'] as const;

export const kerdoualDispositions = dispositionsOf('kerdoual', [
  [
    'remplacement-envoye',
    ['Remplacement envoyé', 'Replacement sent'],
    settled,
    'pièce, pied, envoi',
    'resolves',
  ],
  [
    'geste-accorde',
    ['Geste accordé', 'Goodwill gesture granted'],
    settled,
    'remise, avoir, bon',
    'resolves',
  ],
  ['transfere-sav', ['Transféré au SAV', 'Passed to after-sales'], running, 'niveau 2, technicien'],
  [
    'rappel-convenu',
    ['Rappel convenu', 'Callback agreed'],
    running,
    'rappeler, plus tard',
    'callback',
  ],
  [
    'echange-accepte',
    ['Échange accepté', 'Exchange accepted'],
    settled,
    'reprise, remplacement',
    'resolves',
  ],
  [
    'echange-a-confirmer',
    ['Échange à confirmer', 'Exchange to confirm'],
    running,
    'reprise, réfléchit',
    'callback',
  ],
  [
    'parti-avant-echange',
    ['Client parti avant l’échange', 'Customer left before the exchange'],
    dropped,
    'raccroché, abandon',
  ],
  ['rembourse', ['Remboursement lancé', 'Refund started'], settled, 'argent, rendu', 'resolves'],
  ['commande-prise', ['Commande prise', 'Order taken'], order, 'achat, vente'],
  ['commande-modifiee', ['Commande modifiée', 'Order changed'], order, 'adresse, date, article'],
  ['commande-annulee', ['Commande annulée', 'Order cancelled'], order, 'annulation, rétractation'],
  [
    'renseigne',
    ['Renseigné', 'Informed'],
    information,
    'information, question, réponse',
    'resolves',
  ],
  [
    'documentation-envoyee',
    ['Documentation envoyée', 'Documentation sent'],
    information,
    'catalogue, notice',
  ],
  ['mauvais-numero', ['Erreur de numéro', 'Wrong number'], information, 'erreur, faux'],
]);
