/** Words as articles are searched by: without accents, and their stems in French and English. */
import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as frenchStem } from '@orama/stemmers/french';
import { wordsOf } from '../search/fold.ts';
import type { ArticleLanguage } from './article.ts';

/** Plurals in -aux that the rules of the stemmer do not lead back to their noun. */
const inAux = new Map(
  Object.entries({
    baux: 'bail',
    coraux: 'corail',
    emaux: 'email',
    maux: 'mal',
    soupiraux: 'soupirail',
    travaux: 'travail',
    vantaux: 'vantail',
    vitraux: 'vitrail',
  }),
);

const stems = { fr: new Map<string, string>(), en: new Map<string, string>() };
const mostKept = 50_000;

/** The stemmer leaves the x of a plural: eaux is eau, bureaux is bureau. */
const french = (word: string): string =>
  frenchStem(inAux.get(word) ?? (word.length > 3 ? word.replace(/(eau|eu|ou)x$/, '$1') : word));

/** Of a folded word; the same one is asked for thousands of times while an index is built. */
export const stemOf = (word: string, language: ArticleLanguage): string => {
  const kept = stems[language];
  const known = kept.get(word);
  if (known !== undefined) return known;
  const stem = language === 'fr' ? french(word) : englishStem(word);
  if (kept.size >= mostKept) kept.clear();
  kept.set(word, stem);
  return stem;
};

const little = new Set(
  `a ai au aux avec avez avoir c ca ce ces cet cette chez comme comment d dans de des dois donc du elle en est
  et etre eu faire fais fait faut il ils j je l la le les leur lui m ma mais me mes mon n ne nos notre nous on
  ou par pas peut peux pour pourquoi pouvez puis qu quand que quel quelle quelles quels qui quoi s sa sans se
  ses si son sont sur t ta te tes ton tu un une veux voir vos votre vous y
  an and any are as at be but by can could do does for from get had has have how i if in is it its my no not of
  on or our so that the their them there they this to us was we what when where which who why will with would
  you your`.split(/\s+/),
);

/** The words of a question that say what it is about; all of them where there are no others. */
export const meaningOf = (text: string): string[] => {
  const words = [...new Set(wordsOf(text))].slice(0, 24);
  const heavy = words.filter((word) => !little.has(word) && (word.length > 1 || /\d/.test(word)));
  return (heavy.length > 0 ? heavy : words).slice(0, 12);
};
