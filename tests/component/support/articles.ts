/** Articles of Maison Kerdoual, as in the mock-ups. */

import { type Article, articleSchema } from '@shared/domain/article/article.ts';
import { kerdoualArticles } from '@shared/domain/article/demo-articles/kerdoual.ts';
import { id } from './organisation.ts';

const written = (key: string, number: number, change: object = {}): Article => {
  const demo = kerdoualArticles.find((one) => one.key === key);
  return articleSchema.parse({
    ...demo,
    validFrom: '2026-01-01',
    validUntil: null,
    reviewBy: '2027-03-01',
    id: id(number),
    authorId: id(9990),
    authorName: 'Élise Castel',
    createdAt: '2026-10-19T09:00:00.000Z',
    approverName: 'Agathe Perrot',
    approvedAt: '2026-10-21T09:00:00.000Z',
    reviewedAt: '2026-10-21T09:00:00.000Z',
    remark: null,
    revision: 1,
    ...change,
  });
};

export const legArticle = written('pied-belle-ile', 8101);
export const delayArticle = written('delais-pieds', 8102);
export const linenArticle = written('entretien-lin', 8103, {
  reviewBy: '2026-09-01',
  reviewedAt: '2025-09-04T09:00:00.000Z',
});
export const gestureArticle = written('geste-commercial', 8104);
export const articles = [legArticle, delayArticle, linenArticle, gestureArticle];

export const articleAnswers = {
  'articles.search': () => ({ ok: true as const, value: [legArticle, delayArticle, linenArticle] }),
  'articles.suggest': () => ({ ok: true as const, value: [legArticle, delayArticle] }),
  'articles.shown': () => ({ ok: true as const, value: articles }),
  'articles.read': ({ articleId }: { articleId: string }) => ({
    ok: true as const,
    value: articles.find((one) => one.id === articleId) ?? null,
  }),
  'articles.note': () => ({ ok: true as const, value: null }),
  'articles.send': () => ({
    ok: true as const,
    value: { interactionId: id(8900), title: '', text: '' },
  }),
};
