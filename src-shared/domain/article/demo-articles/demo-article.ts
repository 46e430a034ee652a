/** How the articles of the demo are written down: days are counted from the day of the seeding. */
import type { ArticleContent } from '../article.ts';

type Written = Omit<
  ArticleContent,
  'validFrom' | 'validUntil' | 'reviewBy' | 'language' | 'forbidden'
>;

export type DemoArticle = Written & {
  readonly key: string;
  readonly language: ArticleContent['language'];
  readonly forbidden: readonly string[];
  readonly version: number;
  /** How many days ago it was approved, and in how many days it is to be reviewed. */
  readonly approvedDaysAgo: number;
  readonly reviewInDays: number;
  readonly state: 'published' | 'in-review' | 'draft';
};

type Given = Partial<DemoArticle> & Pick<DemoArticle, 'key' | 'title' | 'say'>;

export const articlesOf = (
  brandId: string,
  language: DemoArticle['language'],
  given: readonly Given[],
): readonly DemoArticle[] =>
  given.map((one) => ({
    brandId,
    language,
    audience: one.customer == null ? 'internal' : 'open',
    steps: [],
    forbidden: [],
    customer: null,
    reasonCodes: [],
    speechSteps: [],
    keywords: [],
    version: 1,
    approvedDaysAgo: 40,
    reviewInDays: 140,
    state: 'published',
    ...one,
  }));
