/** Maison Kerdoual, the call after a letter: an invitation to the workshop. */
import { speech } from './speech.ts';

export const kerdoualOutbound = speech({
  id: 'kerdoual-invitation',
  version: 2,
  brandId: 'kerdoual',
  name: 'Invitation à l’atelier',
  locale: 'fr',
  direction: 'outbound',
  reasonCodes: [],
  publishedAt: '2026-09-21T08:00:00.000Z',
  opening: {
    default:
      'Bonjour {{customer.formalName|}}, {{advisor.fullName}}, pour Maison Kerdoual. [[C’est un appel commercial, après la lettre que vous avez reçue.]] Est-ce un bon moment ?',
  },
  openingUnknown: {
    default:
      'Bonjour, {{advisor.fullName}}, pour Maison Kerdoual. [[C’est un appel commercial.]] Puis-je parler à la personne qui a reçu notre lettre ?',
  },
  firstStep: 'moment',
  steps: [
    {
      id: 'moment',
      title: 'Moment',
      text: { default: 'Deux minutes suffisent. Sinon, je vous rappelle quand vous voulez.' },
      choices: [
        { id: 'oui', label: 'C’est un bon moment', consequence: 'continuer', next: 'invitation' },
        {
          id: 'plus-tard',
          label: 'Plus tard',
          consequence: 'fixer le rappel',
          next: 'merci',
          dispositionCode: 'rappel-convenu',
        },
        {
          id: 'jamais',
          label: 'Ne plus m’appeler',
          consequence: 'opposition, tout de suite',
          next: 'opposition',
        },
      ],
    },
    {
      id: 'invitation',
      title: 'Invitation',
      text: {
        default:
          'Le samedi 12, nous ouvrons l’atelier à nos clients : on y voit naître un canapé, et on repart avec son bois préféré en échantillon. Seriez-vous des nôtres ?',
        expert:
          'Le samedi 12, l’atelier ouvre ses portes : les ébénistes montrent l’assemblage du Belle-Île. Cela vous intéresse ?',
      },
      choices: [
        {
          id: 'vient',
          label: 'Avec plaisir',
          consequence: 'inscrire, deux personnes',
          next: 'inscription',
        },
        {
          id: 'non',
          label: 'Non merci',
          consequence: 'remercier',
          next: 'merci',
          dispositionCode: 'renseigne',
        },
      ],
    },
    {
      id: 'inscription',
      title: 'Inscription',
      text: {
        default: 'Parfait. Combien serez-vous, et à quelle adresse e-mail j’envoie le plan ?',
      },
      fields: [
        { id: 'personnes', label: 'Personnes', type: 'number' },
        { id: 'courriel', label: 'E-mail', type: 'email' },
      ],
      next: 'merci',
    },
    {
      id: 'opposition',
      title: 'Opposition',
      text: {
        default:
          '[[C’est enregistré à l’instant : nous ne vous appellerons plus.]] Excusez-moi de vous avoir dérangé.',
      },
      next: 'merci',
    },
    {
      id: 'merci',
      title: 'Merci',
      text: { default: 'Merci de votre temps {{customer.formalName|}}, et bonne journée.' },
    },
  ],
  objections: [
    {
      id: 'numero',
      label: 'D’où vient mon numéro ?',
      answer: {
        default:
          'De votre commande chez nous : vous aviez accepté nos invitations. Je peux retirer cet accord tout de suite, si vous le souhaitez.',
      },
    },
  ],
});
