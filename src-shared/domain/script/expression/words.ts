/** How a condition is read out: a noun for each name, and whole phrases for a yes or a no. */
import type { ExpressionLanguage } from './print.ts';

type Said = { readonly [language in ExpressionLanguage]: string };
export type NameWords = {
  readonly noun: Said;
  /** For a yes-no: what its yes and its no say. */
  readonly yes?: Said;
  readonly no?: Said;
  /** The words of a value that has them. */
  readonly values?: { readonly [value: string]: Said };
};
export type ExpressionWords = (name: string) => NameWords | undefined;

const factWords = new Map<string, NameWords>([
  ['customer.formalName', { noun: { fr: 'le nom de la cliente', en: 'the customer’s name' } }],
  ['customer.firstName', { noun: { fr: 'son prénom', en: 'the customer’s first name' } }],
  ['customer.lastName', { noun: { fr: 'son nom', en: 'the customer’s last name' } }],
  ['customer.companyName', { noun: { fr: 'son entreprise', en: 'the customer’s company' } }],
  ['customer.commune', { noun: { fr: 'sa commune', en: 'the customer’s town' } }],
  [
    'customer.since',
    {
      noun: {
        fr: 'l’année depuis laquelle elle est cliente',
        en: 'the year since which she is a customer',
      },
    },
  ],
  [
    'customer.vip',
    {
      noun: { fr: 'cliente VIP', en: 'VIP customer' },
      yes: { fr: 'la cliente est VIP', en: 'the customer is a VIP' },
      no: { fr: 'la cliente n’est pas VIP', en: 'the customer is not a VIP' },
    },
  ],
  [
    'customer.relationMode',
    {
      noun: { fr: 'sa relation à la marque', en: 'her relation to the brand' },
      values: {
        expert: { fr: 'experte', en: 'expert' },
        'brand-led': { fr: 'portée par la marque', en: 'led by the brand' },
        neutral: { fr: 'neutre', en: 'neutral' },
      },
    },
  ],
  ['brand.name', { noun: { fr: 'la marque', en: 'the brand' } }],
  ['advisor.fullName', { noun: { fr: 'le nom de la conseillère', en: 'the advisor’s name' } }],
  [
    'advisor.firstName',
    { noun: { fr: 'le prénom de la conseillère', en: 'the advisor’s first name' } },
  ],
  ['case.reference', { noun: { fr: 'la référence du dossier', en: 'the case reference' } }],
  ['case.title', { noun: { fr: 'l’objet du dossier', en: 'the subject of the case' } }],
  ['order.label', { noun: { fr: 'la commande', en: 'the order' } }],
  ['order.number', { noun: { fr: 'le numéro de commande', en: 'the order number' } }],
  [
    'call.waited',
    { noun: { fr: 'l’attente avant la réponse (s)', en: 'the wait before the answer (s)' } },
  ],
]);

/** The words of the facts; the answers of a script bring their own. */
export const wordsOfFacts: ExpressionWords = (name) => factWords.get(name);
