/** What happens between Lorvane Voyages and its customers. */
import { type BrandStories, came, days, hours, went } from './episode.ts';

export const lorvaneStories: BrandStories = {
  brandId: 'lorvane',
  things: [
    'Nantes – Lisbonne',
    'Rennes – Palma',
    'Brest – Ajaccio',
    'Nantes – Athènes',
    'Bordeaux – Séville',
    'Nantes – Marrakech',
    'Lyon – Porto',
  ],
  episodes: [
    {
      weight: 28,
      steps: [
        came('web', 0, 'Réservation sur le site', {
          summary: '{thing}, {amount} €',
          reason: 'reservation',
        }),
        went('email', 3, 'Confirmation de voyage', {
          summary: 'Dossier {number}, documents joints',
        }),
        went('sms', days(30), 'SMS envoyé', { summary: 'Votre vol {thing} part à l’heure demain' }),
      ],
    },
    {
      weight: 14,
      opens: { kind: 'request', title: 'Vol décalé : {thing}' },
      steps: [
        went('sms', 0, 'Alerte horaire', {
          summary: 'Vol {thing} décalé de 3 h 10',
          reason: 'vol-modifie',
        }),
        came('phone', 40, 'Appel entrant', {
          summary: 'Correspondance manquée avec le nouvel horaire. Vol du matin proposé.',
          reason: 'vol-modifie',
          disposition: 'nouveau-vol-accepte',
        }),
        went('email', 8, 'Nouveaux billets', { summary: 'Dossier {number} modifié sans frais' }),
      ],
    },
    {
      weight: 7,
      opens: { kind: 'complaint', title: 'Vol annulé : {thing}' },
      steps: [
        went('sms', 0, 'Alerte annulation', {
          summary: 'Vol {thing} annulé, choix à faire',
          reason: 'vol-annule',
        }),
        came('chat', 12, 'Chat', {
          outcome: 'abandoned',
          words: 'Mon vol est annulé, que dois-je faire ?',
        }),
        came('phone', 9, 'Appel entrant', {
          summary: 'Remboursement demandé après un chat abandonné.',
          reason: 'remboursement',
          disposition: 'remboursement-lance',
        }),
        went('email', days(5), 'Remboursement effectué', {
          summary: '{amount} € sur la carte d’origine',
        }),
      ],
    },
    {
      weight: 8,
      steps: [
        came('phone', 0, 'Appel entrant', {
          summary: 'Valise de plus ajoutée au dossier {number}.',
          reason: 'bagage',
          disposition: 'dossier-modifie',
        }),
      ],
    },
    {
      weight: 6,
      steps: [
        came('email', 0, 'E-mail', {
          words: 'Pouvez-vous me renvoyer ma convocation pour {thing} ?',
          reason: 'documents',
        }),
        went('email', hours(2), 'Documents renvoyés', {
          summary: 'Convocation et billets',
          disposition: 'documents-renvoyes',
        }),
      ],
    },
    {
      weight: 6,
      steps: [
        came('phone', 0, 'Appel manqué', {
          outcome: 'missed',
          summary: 'File pleine pendant un retard de vols',
        }),
        went('phone', hours(1), 'Appel sortant', {
          summary: 'Rappelé : horaire confirmé.',
          reason: 'vol-modifie',
          disposition: 'alerte-confirmee',
        }),
      ],
    },
    {
      weight: 5,
      steps: [
        came('store', 0, 'Agence de voyages', {
          summary: 'Option posée sur {thing}, 48 heures',
          reason: 'reservation',
        }),
        went('phone', days(2), 'Appel sortant', { outcome: 'busy', summary: 'Ligne occupée' }),
        went('phone', hours(3), 'Appel sortant', {
          summary: 'Voyage confirmé, acompte payé.',
          reason: 'reservation',
          disposition: 'voyage-vendu',
        }),
      ],
    },
    {
      weight: 8,
      steps: [went('email', 0, 'Lettre de voyage', { summary: 'Idées d’escapades, ouverte' })],
    },
    {
      weight: 4,
      steps: [
        came('social', 0, 'Avis public', { words: 'Hôtel parfait, transfert en retard.' }),
        went('social', hours(9), 'Réponse', {
          summary: 'Remerciements et avoir pour le transfert',
        }),
      ],
    },
  ],
};
