import type { Article } from '@shared/domain/article/article.ts';

let made = 0;

/** A published article of Maison Kerdoual, valid since 2026 began. */
export const anArticle = (change: Partial<Article> = {}): Article => {
  made += 1;
  return {
    id: `0191c0de-0000-7000-8000-${String(made).padStart(12, '0')}`,
    version: 1,
    brandId: 'kerdoual',
    language: 'fr',
    audience: 'open',
    title: 'Changer un pied Belle-Île',
    say: 'Le pied se visse à la main, sans outil.',
    steps: ['Coucher le canapé sur le dossier, à deux.'],
    forbidden: [],
    customer: { title: 'Changer un pied', text: 'Le pied se visse à la main.', short: '' },
    reasonCodes: [],
    speechSteps: [],
    keywords: [],
    validFrom: '2026-01-01',
    validUntil: null,
    reviewBy: '2027-01-01',
    state: 'published',
    authorId: '0191c0de-0000-7000-8000-00000000a001',
    authorName: 'Élise Castel',
    createdAt: '2026-01-01T09:00:00.000Z',
    approverName: 'Yann Prigent',
    approvedAt: '2026-01-02T09:00:00.000Z',
    reviewedAt: '2026-01-02T09:00:00.000Z',
    remark: null,
    revision: 1,
    ...change,
  };
};
