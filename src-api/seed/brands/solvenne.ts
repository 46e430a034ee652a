/** Solvenne Énergie: electricity and gas for households, insulation work, agencies in the west. */
import { dispositionsOf, reasonsOf } from './wording.ts';

export const solvenneReasons = reasonsOf('solvenne', [
  ['facture', 'Facture', 'Bill'],
  ['contrat', 'Contrat', 'Contract'],
  ['emmenagement', 'Emménagement', 'Moving in'],
  ['resiliation', 'Résiliation', 'Termination'],
  ['releve', 'Relevé de compteur', 'Meter reading'],
  ['mensualites', 'Mensualités', 'Monthly payments'],
  ['difficulte-paiement', 'Difficulté de paiement', 'Payment difficulty'],
  ['panne', 'Coupure ou panne', 'Power cut'],
  ['isolation', 'Bilan isolation', 'Insulation check'],
  ['reclamation', 'Réclamation', 'Complaint'],
  ['coordonnees', 'Coordonnées', 'Contact details'],
  ['donnees-personnelles', 'Données personnelles', 'Personal data'],
]);

const bill = ['Facture', 'Bill'] as const;
const contract = ['Contrat', 'Contract'] as const;
const complaint = ['Réclamation', 'Complaint'] as const;
const sales = ['Bilan isolation', 'Insulation check'] as const;

export const solvenneDispositions = dispositionsOf('solvenne', [
  [
    'facture-expliquee',
    ['Facture expliquée', 'Bill explained'],
    bill,
    'montant, détail, hausse',
    'resolves',
  ],
  [
    'echeancier-accorde',
    ['Échéancier accordé', 'Payment plan granted'],
    bill,
    'délai, plusieurs fois',
    'resolves',
  ],
  [
    'rappel-convenu',
    ['Rappel convenu', 'Callback agreed'],
    contract,
    'rappeler, devis',
    'callback',
  ],
  [
    'mensualites-ajustees',
    ['Mensualités ajustées', 'Monthly payments adjusted'],
    bill,
    'baisse, hausse',
    'resolves',
  ],
  [
    'contrat-ouvert',
    ['Contrat ouvert', 'Contract opened'],
    contract,
    'mise en service, emménagement',
    'resolves',
  ],
  [
    'contrat-resilie',
    ['Contrat résilié', 'Contract ended'],
    contract,
    'départ, déménagement',
    'resolves',
  ],
  [
    'devis-resiliation',
    ['Devis de résiliation promis', 'Termination quote promised'],
    contract,
    'frais, sortie',
    'callback',
  ],
  [
    'releve-enregistre',
    ['Relevé enregistré', 'Meter reading recorded'],
    bill,
    'index, compteur',
    'resolves',
  ],
  [
    'reclamation-ouverte',
    ['Réclamation ouverte', 'Complaint opened'],
    complaint,
    'plainte, médiateur',
  ],
  [
    'reclamation-reglee',
    ['Réclamation réglée', 'Complaint settled'],
    complaint,
    'résolue, geste',
    'resolves',
  ],
  ['rendez-vous-pris', ['Rendez-vous pris', 'Appointment booked'], sales, 'visite, technicien'],
  ['refus', ['Refus', 'Refused'], sales, 'non, pas intéressé', 'refuses-offer'],
  [
    'opposition',
    ['Ne plus appeler', 'Do not call again'],
    sales,
    'opposition, stop',
    'opposes-calls',
  ],
]);
