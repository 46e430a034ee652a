import { kerdoualReasons } from '@api/seed/brands/kerdoual.ts';
import { lorvaneReasons } from '@api/seed/brands/lorvane.ts';
import { solvenneReasons } from '@api/seed/brands/solvenne.ts';
import { articleContentSchema } from '@shared/domain/article/article.ts';
import { demoArticles } from '@shared/domain/article/demo-articles/demo-articles.ts';
import { demoScripts } from '@shared/domain/script/demo-scripts/demo-scripts.ts';
import { expect, it } from 'vitest';

const days = { validFrom: '2026-01-01', reviewBy: '2027-01-01' };

it('[KNOW-60] each brand of the demo has six French articles or more with a customer’s version, and Lorvane, whose callers speak English too, six in English', () => {
  const counted = (brandId: string, language: string) =>
    demoArticles.filter(
      (one) =>
        one.brandId === brandId &&
        one.language === language &&
        one.state === 'published' &&
        one.customer !== null,
    ).length;
  for (const brandId of ['kerdoual', 'solvenne', 'lorvane'])
    expect(counted(brandId, 'fr'), brandId).toBeGreaterThanOrEqual(6);
  expect(counted('lorvane', 'en')).toBeGreaterThanOrEqual(6);
  const reasons = [...kerdoualReasons, ...solvenneReasons, ...lorvaneReasons];
  for (const one of demoArticles) {
    expect(articleContentSchema.safeParse({ ...one, ...days }).error, one.key).toBeUndefined();
    const own = reasons.filter(({ brandId }) => brandId === one.brandId).map(({ code }) => code);
    expect(own, one.key).toEqual(expect.arrayContaining(one.reasonCodes));
  }
  // So that steps suggest something: the speeches may change, not all of them at once.
  for (const brandId of ['kerdoual', 'solvenne', 'lorvane']) {
    const steps = demoScripts
      .filter((script) => script.brandId === brandId)
      .flatMap(({ id, steps: its, objections }) =>
        [...its, ...objections].map((step) => `${id}/${step.id}`),
      );
    const atHand = demoArticles.filter((one) =>
      one.speechSteps.some(({ scriptId, stepId }) => steps.includes(`${scriptId}/${stepId}`)),
    );
    expect(atHand.length, brandId).toBeGreaterThanOrEqual(3);
  }
});
