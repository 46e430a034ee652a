/** Maison Kerdoual: how the speech of kerdoual-general.ts begins, and what is answered to objections. */
import { objection, said } from './both.ts';

export const kerdoualGeneralOpening = {
  opening: said({
    say: [
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Maison Kerdoual. [[Que puis-je faire pour vous ?]]',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Maison Kerdoual. [[What can I do for you?]]',
    ],
    expert: [
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Maison Kerdoual. J’ai votre dossier sous les yeux. [[Que puis-je faire pour vous ?]]',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Maison Kerdoual. I have your file in front of me. [[What can I do for you?]]',
    ],
    led: [
      'Bonjour {{customer.formalName|et bienvenue}}, quel plaisir de vous entendre. {{advisor.fullName}}, de Maison Kerdoual. [[Que puis-je faire pour vous ?]]',
      'Good morning {{customer.formalName|and welcome}}, how good to hear from you. {{advisor.fullName}} of Maison Kerdoual. [[What can I do for you?]]',
    ],
  }),
  openingUnknown: said({
    say: [
      'Bonjour, {{advisor.fullName}}, de Maison Kerdoual. À qui ai-je le plaisir de parler ?',
      'Good morning, {{advisor.fullName}} of Maison Kerdoual. May I ask who I am speaking to?',
    ],
  }),
};

export const kerdoualGeneralObjections = [
  objection(
    'delai',
    ['C’est trop long', 'It takes too long'],
    [
      [
        'Trois semaines, c’est le temps de l’atelier : chaque meuble est fait pour vous. Je peux vous prévenir par SMS à chaque étape.',
        'Three weeks is what the workshop needs: each piece is made for you. I can let you know by text at each stage.',
      ],
    ],
  ),
  objection(
    'prix',
    ['C’est cher', 'It is expensive'],
    [
      [
        'Je comprends. Il est garanti dix ans et se répare pièce par pièce ; nous pouvons aussi le régler en quatre fois, sans frais.',
        'I understand. It is guaranteed for ten years and repaired part by part; you can also pay in four instalments, at no cost.',
      ],
      [
        'Le même en hêtre coûte un tiers de moins, avec la même garantie. Voulez-vous les comparer ?',
        'The same in beech costs a third less, with the same guarantee. Would you like to compare them?',
      ],
    ],
  ),
];
