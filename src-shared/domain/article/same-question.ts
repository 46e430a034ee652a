/** Whether two searches ask for the same: by the stems of the words that mean something, in any order. */
import type { ArticleLanguage } from './article.ts';
import { meaningOf, stemOf } from './stems.ts';

export const questionKey = (words: string, language: ArticleLanguage): string =>
  [...new Set(meaningOf(words).map((word) => stemOf(word, language)))]
    .sort()
    .join(' ')
    .slice(0, 200);
