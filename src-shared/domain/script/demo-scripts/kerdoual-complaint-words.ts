/** Maison Kerdoual: how the speech of kerdoual-complaint.ts begins, and what is answered to objections. */
import { objection, said } from './both.ts';

export const kerdoualComplaintOpening = {
  opening: said({
    say: [
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Maison Kerdoual. Je vois que votre demande attend une réponse. [[Je reste avec vous jusqu’à la solution.]]',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Maison Kerdoual. I can see that your request is still waiting. [[I will stay with you until it is solved.]]',
    ],
    expert: [
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Maison Kerdoual. J’ai votre message et vos photos sous les yeux. [[Je reste avec vous jusqu’à la solution.]]',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Maison Kerdoual. I have your message and your photos in front of me. [[I will stay with you until it is solved.]]',
    ],
    led: [
      'Bonjour {{customer.formalName|et bienvenue}}, {{advisor.fullName}}, de Maison Kerdoual. Merci de nous appeler : vous êtes au bon endroit. [[Je reste avec vous jusqu’à la solution.]]',
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Maison Kerdoual. Thank you for calling, you have come to the right place. [[I will stay with you until it is solved.]]',
    ],
  }),
  openingUnknown: said({
    say: [
      'Bonjour, {{advisor.fullName}}, de Maison Kerdoual. À qui ai-je le plaisir de parler ?',
      'Good morning, {{advisor.fullName}} of Maison Kerdoual. May I ask who I am speaking to?',
    ],
  }),
};

export const kerdoualComplaintObjections = [
  objection(
    'deuxieme-fois',
    ['C’est la deuxième fois', 'It is the second time'],
    [
      [
        'Vous avez raison de le dire, et je n’ai pas d’excuse à vous donner. Cette fois, j’ai votre dossier, et je vous rappelle après la livraison pour vérifier avec vous.',
        'You are right to say so, and I have no excuse to offer. This time I have your case, and I will call you after the delivery to make sure.',
      ],
      [
        'Je comprends que la confiance se regagne. Dites-moi ce qui vous rassurerait, et je le note mot pour mot.',
        'I understand that trust has to be earned again. Tell me what would reassure you, and I will note it word for word.',
      ],
    ],
  ),
  objection(
    'geste',
    ['Je veux un geste', 'I want compensation'],
    [
      [
        'C’est légitime. Je peux vous accorder un avoir tout de suite, en plus du remplacement : je ne veux pas que l’un remplace l’autre.',
        'That is fair. I can give you a credit now, on top of the replacement: one does not stand for the other.',
      ],
    ],
  ),
  objection(
    'personne',
    ['Pourquoi personne ne répond ?', 'Why does nobody answer?'],
    [
      [
        'Votre message est arrivé hier soir et n’a pas été lu à temps. C’est notre faute, pas la vôtre. Je le traite maintenant, avec vous.',
        'Your message came in last night and was not read in time. That is our fault, not yours. I am dealing with it now, with you.',
      ],
    ],
  ),
];
