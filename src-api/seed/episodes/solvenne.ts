/** What happens between Solvenne Énergie and its customers. */
import { type BrandStories, came, days, hours, went } from './episode.ts';

export const solvenneStories: BrandStories = {
  brandId: 'solvenne',
  things: ['électricité', 'gaz', 'électricité et gaz', 'offre Marée verte', 'offre Heures calmes'],
  episodes: [
    {
      weight: 26,
      steps: [
        went('email', 0, 'Facture', {
          summary: 'Facture {thing}, {amount} €, ouverte le lendemain',
        }),
        came('phone', days(3), 'Appel entrant', {
          summary: 'Trouve le montant élevé. Relevé estimé expliqué, mensualités revues.',
          reason: 'facture',
          disposition: 'facture-expliquee',
        }),
      ],
    },
    {
      weight: 22,
      steps: [went('email', 0, 'Facture', { summary: 'Facture {thing}, {amount} €' })],
    },
    {
      weight: 10,
      steps: [
        came('app', 0, 'Relevé dans l’application', {
          summary: 'Index transmis, photo jointe',
          reason: 'releve',
        }),
        went('sms', 2, 'SMS envoyé', { summary: 'Merci, votre index est enregistré' }),
      ],
    },
    {
      weight: 8,
      opens: { kind: 'contract', title: 'Emménagement : {thing}' },
      steps: [
        came('web', 0, 'Demande de mise en service', {
          reason: 'emmenagement',
          summary: 'Contrat {thing}',
        }),
        went('phone', hours(3), 'Appel sortant', {
          summary: 'Point de livraison vérifié, date confirmée.',
          reason: 'emmenagement',
          disposition: 'contrat-ouvert',
        }),
        went('post', days(4), 'Contrat envoyé', { summary: 'Conditions et échéancier' }),
      ],
    },
    {
      weight: 7,
      opens: { kind: 'complaint', title: 'Double prélèvement' },
      steps: [
        came('form', 0, 'Formulaire', {
          outcome: 'unanswered',
          words: 'J’ai été prélevé deux fois de {amount} € ce mois-ci. Merci de corriger.',
          reason: 'reclamation',
        }),
        came('chat', days(2), 'Chat', {
          outcome: 'abandoned',
          words: 'Toujours pas de réponse à mon formulaire ?',
        }),
        came('phone', 15, 'Appel entrant', {
          summary: 'Deux canaux ont échoué avant cet appel. Remboursement lancé, geste de 15 €.',
          reason: 'reclamation',
          disposition: 'reclamation-reglee',
        }),
      ],
    },
    {
      weight: 6,
      steps: [
        came('counter', 0, 'Agence', {
          summary: 'Passage à l’agence : relevé et coordonnées',
          reason: 'coordonnees',
        }),
      ],
    },
    {
      weight: 7,
      steps: [
        went('post', 0, 'Lettre « Bilan isolation »', { summary: 'Distribuée, code ISO-{number}' }),
        went('phone', days(6), 'Appel sortant', {
          outcome: 'no-answer',
          summary: '1ʳᵉ tentative, sans réponse',
        }),
        went('phone', days(2), 'Appel sortant', {
          summary: 'Combles perdus, maison de 1974. Rendez-vous pris.',
          reason: 'isolation',
          disposition: 'rendez-vous-pris',
        }),
        went('representative', days(9), 'Visite du conseiller', {
          summary: 'Devis remis, 92 m² de combles',
        }),
      ],
    },
    {
      weight: 4,
      steps: [
        went('phone', 0, 'Appel sortant', {
          summary: 'Ne souhaite pas de travaux.',
          reason: 'isolation',
          disposition: 'refus',
        }),
      ],
    },
    {
      weight: 5,
      steps: [
        came('phone', 0, 'Appel entrant', {
          summary: 'Coupure dans la rue, retour prévu avant midi.',
          reason: 'panne',
          disposition: 'rappel-convenu',
        }),
        went('sms', hours(2), 'SMS envoyé', { summary: 'Courant rétabli dans votre rue' }),
      ],
    },
    {
      weight: 6,
      steps: [
        came('phone', 0, 'Appel abandonné', {
          outcome: 'abandoned',
          summary: 'Raccroché après 1 min 40 d’attente',
        }),
      ],
    },
    {
      weight: 4,
      steps: [
        came('phone', 0, 'Appel entrant', {
          summary: 'Échéancier en trois fois accordé.',
          reason: 'difficulte-paiement',
          disposition: 'echeancier-accorde',
        }),
      ],
    },
  ],
};
