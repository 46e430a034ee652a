/** What happens between Maison Kerdoual and its customers. */
import { type BrandStories, came, days, hours, went } from './episode.ts';

export const kerdoualStories: BrandStories = {
  brandId: 'kerdoual',
  things: [
    'canapé Belle-Île',
    'table Groix',
    'lampe Ouessant',
    'fauteuil Sein',
    'buffet Crozon',
    'lit Bréhat',
    'étagère Molène',
    'bureau Hoëdic',
    'chaise Houat',
    'commode Glénan',
  ],
  episodes: [
    {
      weight: 30,
      steps: [
        came('web', 0, 'Commande sur le site', {
          summary: '{Thing}, {amount} €',
          reason: 'commande',
        }),
        went('email', 5, 'Confirmation de commande', {
          summary: 'Commande {number}, modèle approuvé',
        }),
        went('sms', days(12), 'SMS envoyé', { summary: 'Votre {thing} arrive entre 14 h et 16 h' }),
        went('representative', hours(3), 'Livraison à domicile', {
          summary: 'Signée sans réserve',
        }),
      ],
    },
    {
      weight: 9,
      opens: { kind: 'complaint', title: '{Thing} abîmé à la livraison' },
      steps: [
        went('representative', 0, 'Livraison à domicile', { summary: 'Signée « sous réserve »' }),
        came('email', hours(20), 'E-mail', {
          outcome: 'unanswered',
          words: 'Bonjour, mon {thing} est arrivé avec un coin enfoncé. Photos jointes.',
          reason: 'reclamation-livraison',
        }),
        came('phone', hours(30), 'Appel entrant', {
          summary: 'Relance après un e-mail resté sans réponse. Échange proposé.',
          reason: 'reclamation-livraison',
          disposition: 'echange-accepte',
        }),
        went('email', 20, 'Confirmation de l’échange', {
          summary: 'Reprise et échange sous 8 jours',
        }),
      ],
    },
    {
      weight: 7,
      steps: [
        came('chat', 0, 'Chat', {
          outcome: 'abandoned',
          words: 'Bonjour, ma commande {number} est annoncée pour quand ?',
        }),
        came('phone', 6, 'Appel entrant', {
          summary: 'Chat abandonné après 5 min d’attente. Livraison confirmée pour jeudi.',
          reason: 'suivi-commande',
          disposition: 'renseigne',
        }),
      ],
    },
    {
      weight: 8,
      steps: [
        came('store', 0, 'Visite en boutique', {
          summary: 'Essai : {thing}. Devis gardé par le vendeur.',
        }),
        came('phone', days(4), 'Appel entrant', {
          summary: 'Demande les dimensions exactes et le délai. Réfléchit encore.',
          reason: 'conseil',
          disposition: 'documentation-envoyee',
        }),
        went('email', 10, 'Documentation envoyée', { summary: 'Fiche technique : {thing}' }),
      ],
    },
    {
      weight: 6,
      opens: { kind: 'request', title: 'Retour : {thing}' },
      steps: [
        came('form', 0, 'Formulaire de retour', {
          words: 'La couleur ne va pas avec mon salon, je souhaite rendre l’article.',
          reason: 'retour',
        }),
        went('phone', days(1), 'Appel sortant', {
          outcome: 'no-answer',
          summary: 'Sans réponse après 25 s',
        }),
        went('phone', days(1), 'Appel sortant', {
          summary: 'Enlèvement fixé, bon de retour envoyé.',
          reason: 'retour',
          disposition: 'rembourse',
        }),
      ],
    },
    {
      weight: 5,
      steps: [
        came('phone', 0, 'Appel entrant', {
          summary: 'Vis manquante : sachet expédié le jour même.',
          reason: 'piece-detachee',
          disposition: 'remplacement-envoye',
        }),
        went('sms', days(3), 'SMS envoyé', { summary: 'Votre pièce est en point relais' }),
      ],
    },
    {
      weight: 8,
      steps: [
        came('phone', 0, 'Appel manqué', { outcome: 'missed', summary: 'Personne n’était libre' }),
      ],
    },
    {
      weight: 4,
      steps: [
        came('social', 0, 'Message public', {
          words: 'Trois semaines pour un {thing}, c’est long…',
        }),
        went('social', hours(5), 'Réponse', {
          summary: 'Excuses, suite proposée en message privé',
        }),
      ],
    },
    {
      weight: 10,
      steps: [
        went('catalogue', 0, 'Catalogue', { summary: 'Envoyé avec l’invitation en boutique' }),
      ],
    },
    {
      weight: 4,
      steps: [came('post', 0, 'Courrier reçu', { summary: 'Changement d’adresse, enregistré' })],
    },
    {
      weight: 5,
      steps: [
        came('web', 0, 'Panier arrêté au paiement', {
          outcome: 'unanswered',
          summary: '{Thing}, {amount} €',
        }),
        went('phone', hours(2), 'Appel sortant', {
          summary: 'Carte refusée par la banque, commande reprise au téléphone.',
          reason: 'commande',
          disposition: 'commande-prise',
        }),
      ],
    },
  ],
};
