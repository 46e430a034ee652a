/** The open page of a brand: searched, read and judged by whoever comes; what is counted is no person. */
import { createHash } from 'node:crypto';
import type { HubDependencies } from '@api/hub-app.ts';
import { findRules } from '@api/modules/brand-rules/repository.ts';
import { keepMissing } from '@api/modules/knowledge/notes-repository.ts';
import type { Shelf } from '@api/modules/knowledge/shelf.ts';
import { findBrands, findNumbers } from '@api/modules/reference/repository.ts';
import type { Article, ArticleLanguage } from '@shared/domain/article/article.ts';
import { questionKey } from '@shared/domain/article/same-question.ts';
import { dayAt } from '@shared/domain/article/shown-article.ts';
import { withoutPersonal } from '@shared/domain/article/without-personal.ts';
import type { Brand } from '@shared/domain/brand/brand.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { addEvent, type HelpEvent } from './repository.ts';

type Hub = HubDependencies;
export type Visitor = {
  readonly brandId: string;
  readonly language: ArticleLanguage;
  readonly visit: string;
};

const foundAtMost = 20;
const oftenAtMost = 30;

/** KNOW-52: a brand without an open page looks as if there were none. */
export const openBrand = async (hub: Hub, brandId: string): Promise<Result<Brand>> => {
  const { db } = hub.database;
  const [brand] = await findBrands(db, [brandId]);
  const { rules } = await findRules(db, brandId);
  return brand === undefined || rules.knowledge?.openPage !== true
    ? fail('not-found')
    : succeed(brand);
};

/** A UUID of the deed: a page that is loaded again counts nothing twice. */
const deedId = (...parts: readonly string[]): string => {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const count = (
  hub: Hub,
  { brandId, language, visit }: Visitor,
  deed: Pick<HelpEvent, 'kind'> & Partial<Pick<HelpEvent, 'articleId' | 'found'>>,
  key = '',
): Promise<boolean> =>
  addEvent(hub.database.db, {
    id: deedId(visit, brandId, deed.kind, deed.articleId ?? '', key),
    brandId,
    visit,
    language,
    kind: deed.kind,
    articleId: deed.articleId ?? null,
    found: deed.found ?? null,
    at: toInstant(hub.clock.now()),
  });

/** What answers a question; without one, what is open, by title. */
export const searchOpenly = async (
  hub: Hub,
  shelf: Shelf,
  visitor: Visitor,
  text: string,
): Promise<Article[]> => {
  const { brandId, language } = visitor;
  const index = await shelf(hub.database.db, brandId);
  const day = dayAt(hub.clock.now());
  if (text.trim() === '') {
    return index
      .allShown(day)
      .filter((one) => one.audience === 'open' && one.language === language)
      .sort((a, b) => (a.customer?.title ?? '').localeCompare(b.customer?.title ?? ''))
      .slice(0, oftenAtMost);
  }
  const query = { text, brandIds: [brandId], language, day, audience: 'open' as const };
  const found = index.search({ ...query, limit: foundAtMost });
  const key = questionKey(withoutPersonal(text), language);
  const isNew = await count(hub, visitor, { kind: 'searched', found: found.length }, key);
  if (isNew && found.length === 0) {
    const at = toInstant(hub.clock.now());
    const note = {
      id: hub.newId(),
      brandId,
      language,
      words: text.slice(0, 120),
      reasonCode: null,
      at,
    };
    await keepMissing(hub.database.db, note, { origin: 'open-page', userId: null });
  }
  return found;
};

const openArticle = async (
  hub: Hub,
  shelf: Shelf,
  { brandId }: Visitor,
  articleId: string,
): Promise<Article | null> => {
  const index = await shelf(hub.database.db, brandId);
  const article = index.shown(articleId, dayAt(hub.clock.now()));
  return article?.audience === 'open' ? article : null;
};

export const readOpenly = async (
  hub: Hub,
  shelf: Shelf,
  visitor: Visitor,
  articleId: string,
): Promise<Result<Article>> => {
  const article = await openArticle(hub, shelf, visitor, articleId);
  if (article === null) return fail('not-found');
  await count(hub, visitor, { kind: 'shown', articleId });
  return succeed(article);
};

export const judgeOpenly = async (
  hub: Hub,
  shelf: Shelf,
  visitor: Visitor,
  { articleId, verdict }: { readonly articleId: string; readonly verdict: 'yes' | 'no' },
): Promise<Result<Article>> => {
  const article = await openArticle(hub, shelf, visitor, articleId);
  if (article === null) return fail('not-found');
  const kind = verdict === 'yes' ? 'helped' : 'not-helped';
  await count(hub, visitor, { kind, articleId });
  return succeed(article);
};

/** She still wants to be in touch: counted, and answered with the brand's numbers. */
export const wishContact = async (
  hub: Hub,
  visitor: Visitor,
): Promise<{ e164: string; label: string }[]> => {
  // Each wish counts by its moment: one after a yes takes the deflection back (KNOW-54).
  await count(hub, visitor, { kind: 'contact' }, toInstant(hub.clock.now()));
  return findNumbers(hub.database.db, [visitor.brandId]);
};
