/** Says a change in plain words, in French or English. */
import { formatExpression } from '../expression/format.ts';
import { parseExpression } from '../expression/parse.ts';
import type { ExpressionWords } from '../expression/words.ts';
import type { SpeechLanguage } from '../text.ts';
import type { Change } from './difference.ts';

const clean = (words: string): string => words.replaceAll(/\[\[|\]\]/g, '').trim();

const quote = (words: string, language: SpeechLanguage): string =>
  language === 'fr' ? `«\u00a0${clean(words)}\u00a0»` : `“${clean(words)}”`;

/** A condition by its words, an answer by its label. */
const what = (change: Change, language: SpeechLanguage, words: ExpressionWords): string => {
  const { tree } = parseExpression(change.what ?? '');
  const conditional =
    change.kind.startsWith('condition') ||
    (change.kind === 'leads' && /[=<>]|\b(?:is|est|in|dans)\b|\w\.\w/.test(change.what ?? ''));
  return conditional && tree !== undefined
    ? formatExpression(tree, language, words)
    : quote(change.what ?? '', language);
};

const heads: { readonly [field: string]: { readonly fr: string; readonly en: string } } = {
  name: { fr: 'le nom', en: 'the name' },
  locale: { fr: 'la langue', en: 'the language' },
  languages: { fr: 'les langues', en: 'the languages' },
  direction: { fr: 'le sens de l’appel', en: 'the direction of the call' },
  purpose: { fr: 'l’objet, service ou vente', en: 'the purpose, service or sale' },
  recorded: { fr: 'l’enregistrement', en: 'the recording' },
  reasonCodes: { fr: 'les motifs', en: 'the reasons' },
  opensWhen: { fr: 'les conditions d’ouverture', en: 'when it opens' },
  firstStep: { fr: 'la première étape', en: 'the first step' },
};

type Tell = (
  change: Change,
  said: { readonly what: string; readonly before: string; readonly after: string },
) => string;

const fr: { readonly [kind in Change['kind']]: Tell } = {
  'step-added': () => 'étape ajoutée',
  'step-removed': () => 'étape supprimée',
  title: (_, { before, after }) => `s’appelait ${before}, s’appelle ${after}`,
  words: ({ before }, { before: was, after }) =>
    before === '' ? `dit maintenant ${after}` : `disait ${was}, dit ${after}`,
  'answer-added': (_, said) => `réponse ajoutée : ${said.what}`,
  'answer-removed': (_, said) => `réponse supprimée : ${said.what}`,
  'answer-words': (_, { before, after }) => `la réponse ${before} devient ${after}`,
  leads: (change, { what: by, before, after }) =>
    `${change.what === undefined ? 'la suite' : by} menait à ${change.before === '' ? 'rien' : before}, mène à ${change.after === '' ? 'rien' : after}`,
  'condition-added': (_, said) => `nouvelle condition : ${said.what}`,
  'condition-removed': (_, said) => `condition supprimée : ${said.what}`,
  'field-added': (_, said) => `à noter en plus : ${said.what}`,
  'field-removed': (_, said) => `n’est plus à noter : ${said.what}`,
  'field-changed': (_, said) => `ce qui est à noter a changé : ${said.what}`,
  kind: () => 'l’étape change de nature',
  passages: ({ before, after }) =>
    `passages obligatoires : ${before === '' ? 'aucun' : before} → ${after === '' ? 'aucun' : after}`,
  articles: () => 'les savoirs à portée ont changé',
  advice: ({ after }, said) =>
    after === '' ? 'plus de conseil à la conseillère' : `conseil à la conseillère : ${said.after}`,
  action: () => 'ce que fait l’étape a changé',
  disposition: ({ before, after }) =>
    `qualification : ${before === '' ? 'aucune' : before} → ${after === '' ? 'aucune' : after}`,
  'objection-added': () => 'objection ajoutée',
  'objection-removed': () => 'objection supprimée',
  'objection-words': ({ after }, said) =>
    after === undefined ? 'objection modifiée' : `répondait ${said.before}, répond ${said.after}`,
  opening: (_, { before, after }) => `l’ouverture disait ${before}, dit ${after}`,
  head: ({ what: field }) => `a changé : ${heads[field ?? '']?.fr ?? field}`,
  order: () => 'l’ordre des étapes a changé',
};

const en: { readonly [kind in Change['kind']]: Tell } = {
  'step-added': () => 'step added',
  'step-removed': () => 'step removed',
  title: (_, { before, after }) => `was called ${before}, is called ${after}`,
  words: ({ before }, { before: was, after }) =>
    before === '' ? `now says ${after}` : `said ${was}, says ${after}`,
  'answer-added': (_, said) => `answer added: ${said.what}`,
  'answer-removed': (_, said) => `answer removed: ${said.what}`,
  'answer-words': (_, { before, after }) => `the answer ${before} becomes ${after}`,
  leads: (change, { what: by, before, after }) =>
    `${change.what === undefined ? 'what follows' : by} led ${change.before === '' ? 'nowhere' : `to ${before}`}, leads ${change.after === '' ? 'nowhere' : `to ${after}`}`,
  'condition-added': (_, said) => `new condition: ${said.what}`,
  'condition-removed': (_, said) => `condition removed: ${said.what}`,
  'field-added': (_, said) => `also to be noted: ${said.what}`,
  'field-removed': (_, said) => `no longer to be noted: ${said.what}`,
  'field-changed': (_, said) => `what is to be noted has changed: ${said.what}`,
  kind: () => 'the step is of another kind',
  passages: ({ before, after }) =>
    `obligatory passages: ${before === '' ? 'none' : before} → ${after === '' ? 'none' : after}`,
  articles: () => 'the knowledge at hand has changed',
  advice: ({ after }, said) =>
    after === '' ? 'no advice to the advisor any more' : `advice to the advisor: ${said.after}`,
  action: () => 'what the step does has changed',
  disposition: ({ before, after }) =>
    `qualification: ${before === '' ? 'none' : before} → ${after === '' ? 'none' : after}`,
  'objection-added': () => 'objection added',
  'objection-removed': () => 'objection removed',
  'objection-words': ({ after }, said) =>
    after === undefined ? 'objection changed' : `answered ${said.before}, answers ${said.after}`,
  opening: (_, { before, after }) => `the opening said ${before}, says ${after}`,
  head: ({ what: field }) => `changed: ${heads[field ?? '']?.en ?? field}`,
  order: () => 'the order of the steps has changed',
};

/** One change in a sentence; whose it is stands in `where`. */
export const sayChange = (
  change: Change,
  language: SpeechLanguage,
  words: ExpressionWords = () => undefined,
): string =>
  (language === 'fr' ? fr : en)[change.kind](change, {
    what: what(change, language, words),
    before: quote(change.before ?? '', language),
    after: quote(change.after ?? '', language),
  });
