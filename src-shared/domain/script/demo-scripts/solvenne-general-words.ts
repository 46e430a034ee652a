/** Solvenne Énergie: how the speech of solvenne-general.ts begins, and what is answered to objections. */
import { objection, said } from './both.ts';

export const solvenneGeneralOpening = {
  opening: said({
    say: [
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Solvenne Énergie. [[Je vous écoute.]]',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Solvenne Énergie. [[How can I help?]]',
    ],
    expert: [
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Solvenne Énergie. Votre contrat est ouvert devant moi. [[Je vous écoute.]]',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Solvenne Énergie. Your contract is open in front of me. [[How can I help?]]',
    ],
  }),
  openingUnknown: said({
    say: [
      'Bonjour, {{advisor.fullName}}, de Solvenne Énergie. À quel nom est le contrat, s’il vous plaît ?',
      'Good morning, {{advisor.fullName}} of Solvenne Énergie. May I have the name on the contract, please?',
    ],
  }),
};

export const solvenneGeneralObjections = [
  objection(
    'cher',
    ['C’est trop cher', 'It is too expensive'],
    [
      [
        'Regardons ensemble ce qui a changé : les kilowattheures, ou le prix. Je vous le montre sur la facture.',
        'Let us look at what changed: the kilowatt-hours, or the price. I will show you on the bill.',
      ],
    ],
  ),
  objection(
    'ailleurs',
    ['Je vais partir ailleurs', 'I will go elsewhere'],
    [
      [
        'Vous êtes libre de partir quand vous voulez, sans frais. Avant cela, puis-je vérifier que votre offre est la bonne ?',
        'You are free to leave whenever you like, at no cost. Before that, may I check that you are on the right offer?',
      ],
    ],
  ),
  objection(
    'attente',
    ['J’ai attendu longtemps', 'I waited a long time'],
    [
      [
        'Vous avez raison, et je vous remercie d’être resté. Je règle cela avant que nous raccrochions.',
        'You are right, and thank you for staying. I will settle this before we hang up.',
      ],
    ],
  ),
];
