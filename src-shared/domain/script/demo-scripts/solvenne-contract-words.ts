/** Solvenne Énergie: how the speech of solvenne-contract.ts begins, and what is answered to objections. */
import { objection, said } from './both.ts';

export const solvenneContractOpening = {
  opening: said({
    say: [
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Solvenne Énergie. J’ai votre contrat devant moi : [[nous allons regarder cela ensemble.]]',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Solvenne Énergie. I have your contract in front of me: [[we will look at this together.]]',
    ],
    expert: [
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Solvenne Énergie. J’ai vos douze derniers mois devant moi : [[nous allons regarder cela ensemble.]]',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Solvenne Énergie. I have your last twelve months in front of me: [[we will look at this together.]]',
    ],
    led: [
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Solvenne Énergie. Rassurez-vous, [[nous allons regarder cela ensemble.]]',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Solvenne Énergie. Rest assured, [[we will look at this together.]]',
    ],
  }),
  openingUnknown: said({
    say: [
      'Bonjour, {{advisor.fullName}}, de Solvenne Énergie. À quel nom est le contrat, s’il vous plaît ?',
      'Good morning, {{advisor.fullName}} of Solvenne Énergie. May I have the name on the contract, please?',
    ],
  }),
};

export const solvenneContractObjections = [
  objection(
    'augmente',
    ['Ça augmente toujours', 'It always goes up'],
    [
      [
        'Je comprends que ce soit lassant. Le prix du kilowattheure est fixe chez nous jusqu’à la date du contrat : je vous la montre.',
        'I understand that it is tiring. Our price per kilowatt-hour is fixed until the date of the contract: I will show you.',
      ],
    ],
  ),
  objection(
    'mediateur',
    ['J’appelle le médiateur', 'I will call the ombudsman'],
    [
      [
        'C’est votre droit, et je vous en donne l’adresse. Laissez-moi d’abord essayer de régler cela aujourd’hui.',
        'That is your right, and I will give you the address. Let me first try to settle it today.',
      ],
    ],
  ),
  objection(
    'responsable',
    ['Passez-moi un responsable', 'Put me through to a manager'],
    [
      [
        'Bien sûr. Je lui explique d’abord, pour que vous n’ayez rien à répéter, et je reste en ligne avec vous.',
        'Of course. I explain first, so that you need not repeat anything, and I stay on the line with you.',
      ],
    ],
  ),
];
