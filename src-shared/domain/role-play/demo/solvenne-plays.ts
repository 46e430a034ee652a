/** What trainees play for Solvenne Énergie. */
import type { DemoPlay } from './demo-play.ts';
import { sayingAs } from './voices.ts';

const rivoal = sayingAs('rivoal', 'facture');

export const solvennePlays: readonly DemoPlay[] = [
  {
    key: 'solvenne-facture',
    brandId: 'solvenne',
    title: 'Une facture plus haute que d’habitude',
    level: 'easy',
    direction: 'inbound',
    character: {
      name: 'Mme Rivoal',
      about: 'Elle appelle pendant sa pause. Sa facture a augmenté d’un tiers.',
    },
    mood: 'hurried',
    goal: 'Comprendre en trois minutes pourquoi sa facture a augmenté.',
    brandNumber: '+33199005220',
    customerNumber: '+33639984155',
    ringPatienceSeconds: 30,
    holdPatienceSeconds: 40,
    steps: [
      { kind: 'listen', atMostSeconds: 8 },
      rivoal('Bonjour, Madame Rivoal. Ma facture a augmenté d’un tiers, je voudrais comprendre.'),
      { kind: 'listen', atMostSeconds: 20 },
      rivoal('Je suis en pause, j’ai trois minutes. C’est à cause du nouveau relevé ?'),
      { kind: 'listen', atMostSeconds: 20 },
      rivoal('D’accord, je comprends mieux. Merci, au revoir.'),
      { kind: 'wait', seconds: 3 },
      { kind: 'hang-up', manner: 'polite' },
    ],
    expectedDispositions: ['facture-expliquee'],
  },
];
