/** Lorvane Voyages: how the speech of lorvane-general.ts begins, and what is answered to objections. */
import { objection, said } from './both.ts';

export const lorvaneGeneralOpening = {
  opening: said({
    say: [
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Lorvane Voyages. [[Où en êtes-vous de votre voyage ?]]',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Lorvane Voyages. [[Where are you with your trip?]]',
    ],
    expert: [
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Lorvane Voyages. Votre dossier est ouvert. [[Où en êtes-vous de votre voyage ?]]',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Lorvane Voyages. Your file is open. [[Where are you with your trip?]]',
    ],
  }),
  openingUnknown: said({
    say: [
      'Bonjour, {{advisor.fullName}}, de Lorvane Voyages. À quel nom est la réservation, s’il vous plaît ?',
      'Good morning, {{advisor.fullName}} of Lorvane Voyages. Under which name is the booking, please?',
    ],
  }),
};

export const lorvaneGeneralObjections = [
  objection(
    'moins-cher',
    ['Moins cher ailleurs', 'Cheaper elsewhere'],
    [
      [
        'C’est possible. Regardons ce qui est compris : chez nous le bagage, le transfert et une personne qui décroche.',
        'That may be. Let us look at what is included: with us the luggage, the transfer and somebody who answers.',
      ],
    ],
  ),
  objection(
    'conditions',
    ['Et si j’annule ?', 'What if I cancel?'],
    [
      [
        'Je vous les lis avant de payer : jusqu’à trente jours du départ, tout vous est rendu.',
        'I will read them to you before you pay: up to thirty days before departure, you get everything back.',
      ],
    ],
  ),
  objection(
    'reflechir',
    ['Je dois en parler', 'I have to talk about it'],
    [
      [
        'Bien sûr, un voyage se décide à plusieurs. Je pose une option gratuite, et le prix ne bouge pas pendant 48 heures.',
        'Of course, a trip is decided together. I hold a free option, and the price does not move for 48 hours.',
      ],
    ],
  ),
];
