/** Writes what the brands of the demo know, how it was used of late, and what was missing. */

import type { HubDatabase } from '@api/db/database.ts';
import type { HubTables } from '@api/db/tables.ts';
import { articleContentSchema } from '@shared/domain/article/article.ts';
import type { DemoArticle } from '@shared/domain/article/demo-articles/demo-article.ts';
import { demoArticles } from '@shared/domain/article/demo-articles/demo-articles.ts';
import { questionKey } from '@shared/domain/article/same-question.ts';
import { dayAt } from '@shared/domain/article/shown-article.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { nameId } from './name-id.ts';
import { demoUser } from './organisation-data.ts';

const dayMs = 86_400_000;

const articleId = ({ brandId, key }: DemoArticle): string => nameId(`article:${brandId}:${key}`);

const rowOf = (demo: DemoArticle, nowMs: number) => {
  const { version, approvedDaysAgo, reviewInDays, state } = demo;
  const approvedAt = nowMs - approvedDaysAgo * dayMs;
  const content = articleContentSchema.parse({
    ...demo,
    validFrom: dayAt(approvedAt),
    reviewBy: dayAt(nowMs + reviewInDays * dayMs),
  });
  const isPublished = state === 'published';
  return {
    id: articleId(demo),
    version,
    brand_id: demo.brandId,
    state,
    content: JSON.stringify(content),
    author_id: demoUser('elise.castel').id,
    created_at: toInstant(approvedAt - 2 * dayMs),
    approver_id: isPublished ? demoUser('agathe.perrot').id : null,
    approved_at: isPublished ? toInstant(approvedAt) : null,
    reviewed_at: isPublished ? toInstant(approvedAt) : null,
    remark: null,
  };
};

/** Read often, judged now and then: the same numbers at each seeding. */
const notesOf = (demo: DemoArticle, place: number, nowMs: number) => {
  const reads = 6 + ((place * 7) % 33);
  return Array.from({ length: reads }, (_, at) => ({
    id: nameId(`article-note:${articleId(demo)}:${at}`),
    article_id: articleId(demo),
    version: demo.version,
    brand_id: demo.brandId,
    kind:
      at % 9 === 8
        ? ('not-helped' as const)
        : at % 3 === 2
          ? ('helped' as const)
          : ('read' as const),
    by_id: demoUser('camille.roussel').id,
    at: toInstant(nowMs - ((at * 17) % 28) * dayMs - at * 61_000),
  }));
};

type Asked = readonly [
  brandId: string,
  words: string,
  times: number,
  origin: 'advisor' | 'open-page',
];
const asked: readonly Asked[] = [
  ['kerdoual', 'canapé convertible grinçant', 4, 'open-page'],
  ['kerdoual', 'reprise ancien matelas', 3, 'advisor'],
  ['solvenne', 'panneau solaire revente', 5, 'open-page'],
  ['lorvane', 'animal en cabine', 4, 'advisor'],
];

const missingRows = (nowMs: number) =>
  asked.flatMap(([brandId, words, times, origin]) =>
    Array.from({ length: times }, (_, at) => ({
      id: nameId(`missing:${brandId}:${words}:${at}`),
      brand_id: brandId,
      language: 'fr' as const,
      key: questionKey(words, 'fr'),
      words,
      origin,
      reason_code: null,
      by_id: origin === 'advisor' ? demoUser('camille.roussel').id : null,
      at: toInstant(nowMs - at * 2 * dayMs),
      settled_at: null,
      settled_by: null,
      article_id: null,
      why: null,
    })),
  );

const visits = 48;

/** Visits of the open pages over four weeks: most find and say so, some still want to be in touch. */
const helpRows = (nowMs: number) =>
  ['kerdoual', 'solvenne', 'lorvane'].flatMap((brandId) => {
    const open = demoArticles.filter(
      (one) => one.brandId === brandId && one.state === 'published' && one.audience === 'open',
    );
    return Array.from({ length: visits }, (_, at) => {
      const demo = open[(at * 5) % open.length];
      const isAnswered = at % 9 !== 8 && demo !== undefined;
      const row = (kind: HubTables['help_events']['kind'], afterMs: number) => ({
        id: nameId(`help:${brandId}:${at}:${kind}`),
        brand_id: brandId,
        visit: nameId(`help-visit:${brandId}:${at}`),
        kind,
        article_id: kind === 'searched' || kind === 'contact' || !demo ? null : articleId(demo),
        found: kind === 'searched' ? Number(isAnswered) : null,
        language: demo?.language ?? ('fr' as const),
        at: toInstant(nowMs - (at % 28) * dayMs - at * 97_000 + afterMs),
      });
      const read = [
        row('shown', 20_000),
        ...(at % 5 === 4 ? [] : [row(at % 4 === 3 ? 'not-helped' : 'helped', 60_000)]),
      ];
      return [
        row('searched', 0),
        ...(isAnswered ? read : []),
        ...(at % 7 === 6 || !isAnswered ? [row('contact', 90_000)] : []),
      ];
    }).flat();
  });

export const loadArticles = async (db: HubDatabase, nowMs: number): Promise<void> => {
  const published = demoArticles.filter(({ state }) => state === 'published');
  await db
    .insertInto('articles')
    .values(demoArticles.map((demo) => rowOf(demo, nowMs)))
    .execute();
  await db
    .insertInto('article_notes')
    .values(published.flatMap((demo, place) => notesOf(demo, place, nowMs)))
    .execute();
  await db.insertInto('missing_articles').values(missingRows(nowMs)).execute();
  await db.insertInto('help_events').values(helpRows(nowMs)).execute();
};
