/**
 * The life of one version (KNOW-1, KNOW-2):
 *
 *   draft --submitted--> in-review --approved--> published --withdrawn--> withdrawn
 *     ^ <---sent-back------/                      published --confirmed--> published
 *     draft, in-review --withdrawn--> withdrawn: given up before anybody read it
 */
import type { ArticleState } from './article.ts';

export const articleDeeds = [
  'submitted',
  'approved',
  'sent-back',
  'withdrawn',
  'confirmed',
] as const;
export type ArticleDeed = (typeof articleDeeds)[number];

export type ArticleTurn =
  | { readonly state: ArticleState }
  | { readonly refused: 'not-in-state' | 'own-article' };

const turns: { readonly [state in ArticleState]: Partial<Record<ArticleDeed, ArticleState>> } = {
  draft: { submitted: 'in-review', withdrawn: 'withdrawn' },
  'in-review': { approved: 'published', 'sent-back': 'draft', withdrawn: 'withdrawn' },
  published: { withdrawn: 'withdrawn', confirmed: 'published' },
  withdrawn: {},
};

export const turnArticle = (
  { state, authorId }: { readonly state: ArticleState; readonly authorId: string },
  deed: ArticleDeed,
  byId: string,
): ArticleTurn => {
  const next = turns[state][deed];
  if (next === undefined) return { refused: 'not-in-state' };
  return deed === 'approved' && byId === authorId ? { refused: 'own-article' } : { state: next };
};
