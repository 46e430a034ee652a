/** Which articles are at hand at this moment of a call (KNOW-15). Pure. */
import type { Article, ArticleLanguage } from './article.ts';

export type SpokenMoment = {
  readonly brandId: string;
  readonly language: ArticleLanguage;
  readonly reasonCode: string | null;
  readonly step: { readonly scriptId: string; readonly stepId: string } | null;
  /** Those that the speech itself puts at hand at this step. */
  readonly chosen?: readonly string[] | undefined;
};

const atHand = 3;

/** What the speech chose goes before what names its step, and that before what is of the reason. */
const weightOf = (article: Article, { reasonCode, step, chosen = [] }: SpokenMoment): number => {
  const ofReason = reasonCode !== null && article.reasonCodes.includes(reasonCode);
  const ofStep = article.speechSteps.some(
    ({ scriptId, stepId }) => scriptId === step?.scriptId && stepId === step.stepId,
  );
  return (chosen.includes(article.id) ? 4 : 0) + (ofStep ? 2 : 0) + (ofReason ? 1 : 0);
};

/** @param shown those that are shown today; the newest approved first among equals */
export const suggestArticles = (shown: readonly Article[], moment: SpokenMoment): Article[] =>
  shown
    .filter(({ brandId, language }) => brandId === moment.brandId && language === moment.language)
    .map((article) => ({ article, weight: weightOf(article, moment) }))
    .filter(({ weight }) => weight > 0)
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        (b.article.approvedAt ?? '').localeCompare(a.article.approvedAt ?? '') ||
        a.article.title.localeCompare(b.article.title),
    )
    .slice(0, atHand)
    .map(({ article }) => article);
