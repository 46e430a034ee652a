/** What Solvenne Énergie knows of bills, moving in, cuts and readings. */
import { articlesOf } from './demo-article.ts';

const bills = 'solvenne-factures-contrat';
const step = (stepId: string, scriptId = bills) => ({ scriptId, stepId });

const french = articlesOf('solvenne', 'fr', [
  {
    key: 'facture-plus-haute',
    version: 4,
    title: 'Facture plus haute que prévu',
    say: 'Regardons ensemble : la consommation, le prix et la période expliquent presque toujours l’écart.',
    steps: [
      'Comparer les deux derniers index, relevés ou estimés.',
      'Compter les jours de la période.',
      'Lire le prix du contrat à la date de la facture.',
    ],
    forbidden: ['Ne dites pas « c’est le froid » avant d’avoir lu les index.'],
    customer: {
      title: 'Comprendre une facture plus haute',
      text: 'Trois choses font varier une facture : la consommation relevée, le prix de votre contrat et le nombre de jours de la période. Un index estimé se corrige : envoyez-nous le vôtre et nous refaisons la facture sous cinq jours.',
      short:
        'Solvenne : envoyez votre index, nous refaisons la facture sous 5 jours si elle était estimée.',
    },
    reasonCodes: ['facture'],
    speechSteps: [step('montant'), step('augmente')],
    keywords: ['augmentation', 'cher', 'estimation', 'régularisation'],
  },
  {
    key: 'releve-compteur',
    version: 2,
    title: 'Relever son compteur',
    say: 'Vous lisez les chiffres avant la virgule, et je m’occupe du reste.',
    steps: [
      'Demander le type de compteur : communicant ou à roues.',
      'Communicant : faire défiler jusqu’à « index ».',
      'Relire les chiffres à voix haute avant d’enregistrer.',
    ],
    customer: {
      title: 'Lire mon compteur',
      text: 'Sur un compteur communicant, appuyez sur la touche de défilement jusqu’à « index ». Sur un compteur à roues, lisez les chiffres noirs, avant la virgule. Envoyez-nous ce nombre avec la date du jour.',
      short: 'Solvenne : notez l’index (chiffres avant la virgule) et répondez par ce message.',
    },
    reasonCodes: ['releve', 'facture'],
    speechSteps: [step('index', 'solvenne-accueil')],
    keywords: ['index', 'compteur', 'linky', 'relève'],
  },
  {
    key: 'emmenagement',
    title: 'Ouvrir un contrat en emménageant',
    say: 'Le courant est rétabli dès demain, ou aujourd’hui même en urgence.',
    steps: [
      'Prendre l’adresse complète et l’étage.',
      'Demander le numéro du compteur ou le nom de l’ancien occupant.',
      'Annoncer la date et le prix de la mise en service.',
    ],
    forbidden: ['Ne promettez pas la mise en service du jour après 15 heures.'],
    customer: {
      title: 'Ouvrir un contrat',
      text: 'Munissez-vous de l’adresse complète et du numéro du compteur, ou du nom de l’ancien occupant. Le contrat s’ouvre en dix minutes, et le courant est rétabli le jour ouvré suivant.',
      short: 'Solvenne : adresse et numéro de compteur suffisent pour ouvrir un contrat.',
    },
    reasonCodes: ['emmenagement', 'contrat'],
    speechSteps: [step('logement', 'solvenne-accueil')],
    keywords: ['déménagement', 'mise en service', 'nouveau logement'],
  },
  {
    key: 'resilier',
    title: 'Résilier sans frais',
    say: 'Vous pouvez partir quand vous voulez, sans frais ; il me faut le jour et l’index.',
    steps: [
      'Noter le dernier jour dans le logement.',
      'Prendre l’index de ce jour-là, ou prévoir de le recevoir.',
      'La facture de clôture part sous quatre semaines.',
    ],
    forbidden: ['Ne demandez pas la raison du départ deux fois.'],
    customer: {
      title: 'Résilier mon contrat',
      text: 'La résiliation est gratuite et possible à tout moment. Dites-nous le dernier jour et l’index relevé ce jour-là : la facture de clôture arrive sous quatre semaines.',
      short: 'Solvenne : résiliation sans frais. Il nous faut le dernier jour et l’index.',
    },
    reasonCodes: ['resiliation'],
    speechSteps: [step('depart')],
    keywords: ['partir', 'clôture', 'fin de contrat'],
  },
  {
    key: 'difficulte-paiement',
    version: 3,
    reviewInDays: -12,
    title: 'Difficulté de paiement : l’échéancier',
    say: 'Nous trouvons ensemble un montant que vous pouvez payer ; le courant n’est pas coupé pendant ce temps.',
    steps: [
      'Demander le montant possible par mois, sans insister.',
      'Proposer jusqu’à dix mensualités.',
      'Parler du chèque énergie et du fonds de solidarité logement.',
    ],
    forbidden: ['Ne menacez jamais d’une coupure.'],
    customer: {
      title: 'Étaler une facture',
      text: 'Vous pouvez étaler une facture sur dix mois au plus, sans frais. Le chèque énergie peut la payer en partie, et le fonds de solidarité logement de votre département peut vous aider.',
      short: 'Solvenne : échéancier jusqu’à 10 mois, sans frais. Appelez-nous avant l’échéance.',
    },
    reasonCodes: ['difficulte-paiement'],
    speechSteps: [step('echeancier')],
    keywords: ['délai', 'chèque énergie', 'impayé', 'aide'],
  },
  {
    key: 'coupure',
    title: 'Coupure de courant chez soi',
    say: 'Voyons d’abord si c’est toute la rue : c’est le plus rapide à savoir.',
    steps: [
      'La rue est noire : donner le numéro de dépannage du réseau.',
      'Chez elle seule : baisser tous les disjoncteurs, relever le général, puis un par un.',
      'Le disjoncteur qui retombe désigne la ligne en défaut.',
    ],
    forbidden: ['Ne faites ouvrir aucun boîtier.'],
    customer: {
      title: 'Plus de courant',
      text: 'Regardez si vos voisins ont du courant. Si toute la rue est dans le noir, le gestionnaire du réseau intervient déjà. Si vous êtes seul, baissez tous les disjoncteurs, relevez le général, puis les autres un par un : celui qui retombe désigne la ligne en défaut. N’ouvrez aucun boîtier.',
      short: 'Solvenne : baissez tout, relevez le général, puis un par un. N’ouvrez aucun boîtier.',
    },
    reasonCodes: ['panne'],
    speechSteps: [step('panne', 'solvenne-accueil')],
    keywords: ['disjoncteur', 'panne', 'plombs', 'noir'],
  },
  {
    key: 'arnaque-telephone',
    title: 'Faux appels au nom de Solvenne',
    say: 'Nous ne demandons jamais votre numéro de carte par téléphone.',
    steps: ['Noter le numéro qui a appelé.', 'Conseiller de signaler l’appel au 33700.'],
    forbidden: ['Ne citez aucun concurrent.'],
    reasonCodes: ['reclamation', 'donnees-personnelles'],
    speechSteps: [step('arnaque', 'solvenne-bilan-isolation')],
    keywords: ['démarchage', 'fraude', 'escroquerie'],
  },
]);

const english = articlesOf('solvenne', 'en', [
  {
    key: 'reading-a-meter',
    title: 'Reading a meter',
    say: 'You read me the figures before the comma, and I do the rest.',
    steps: ['Ask which kind of meter it is.', 'Read the figures back before recording them.'],
    customer: {
      title: 'Reading my meter',
      text: 'On a smart meter press the scroll key until “index” appears. On a wheel meter read the black figures, before the comma. Send us this number with today’s date.',
      short: 'Solvenne: send us the figures before the comma, with today’s date.',
    },
    reasonCodes: ['releve', 'facture'],
    speechSteps: [step('index', 'solvenne-accueil')],
    keywords: ['index', 'smart meter'],
  },
]);

export const solvenneArticles = [...french, ...english];
