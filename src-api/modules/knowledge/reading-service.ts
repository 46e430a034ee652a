/** Articles as they are read: listed, searched, suggested, and held by desktops. */

import type { HubDependencies } from '@api/hub-app.ts';
import type { ListedArticle } from '@shared/contracts/http/articles.ts';
import type { Article, ArticleLanguage, ArticleState } from '@shared/domain/article/article.ts';
import { dayAt } from '@shared/domain/article/shown-article.ts';
import { type SpokenMoment, suggestArticles } from '@shared/domain/article/suggest-articles.ts';
import type { User } from '@shared/domain/user/user.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { type HeldVersion, heldVersions } from './held-repository.ts';
import * as articles from './repository.ts';
import type { Shelf } from './shelf.ts';

type Hub = HubDependencies;

/** The brands that are asked about: one of hers, or all of them. */
const scopeOf = (user: User, brandId: string | undefined): readonly string[] =>
  brandId === undefined ? user.brandIds : user.brandIds.filter((one) => one === brandId);

const today = (hub: Hub): string => dayAt(hub.clock.now());

export const listArticles = async (
  hub: Hub,
  shelf: Shelf,
  user: User,
  query: {
    readonly brandId?: string | undefined;
    readonly state?: ArticleState | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<{ articles: ListedArticle[]; next: string | null }> => {
  const { db } = hub.database;
  const { state, after, limit } = query;
  const scope = scopeOf(user, query.brandId);
  const newest = await articles.findNewest(db, { scope, state, after, limit });
  const day = today(hub);
  const shown = new Map<string, number>();
  for (const brandId of new Set(newest.map((one) => one.brandId))) {
    const index = await shelf(db, brandId);
    for (const one of index.allShown(day)) shown.set(one.id, one.version);
  }
  const listed = newest.map((one) => ({ ...one, shownVersion: shown.get(one.id) ?? null }));
  return { articles: listed, next: newest.length < limit ? null : (newest.at(-1)?.id ?? null) };
};

export const readVersions = async (
  hub: Hub,
  user: User,
  id: string,
): Promise<Result<Article[]>> => {
  const versions = await articles.findVersions(hub.database.db, id, user.brandIds);
  return versions.length === 0 ? fail('not-found') : succeed(versions);
};

/** Over several brands the best of each follow each other, brand by brand. */
export const searchArticles = async (
  hub: Hub,
  shelf: Shelf,
  user: User,
  query: {
    readonly text: string;
    readonly brandId?: string | undefined;
    readonly language?: ArticleLanguage | undefined;
    readonly audience: 'all' | 'open';
    readonly limit: number;
  },
): Promise<Article[]> => {
  const found: Article[] = [];
  for (const brandId of scopeOf(user, query.brandId)) {
    const index = await shelf(hub.database.db, brandId);
    found.push(...index.search({ ...query, brandIds: [brandId], day: today(hub) }));
  }
  return found.slice(0, query.limit);
};

export const suggestionsFor = async (
  hub: Hub,
  shelf: Shelf,
  user: User,
  moment: SpokenMoment,
): Promise<Article[]> => {
  if (!user.brandIds.includes(moment.brandId)) return [];
  const index = await shelf(hub.database.db, moment.brandId);
  return suggestArticles(index.allShown(today(hub)), moment);
};

export const manifestOf = (
  hub: Hub,
  user: User,
): Promise<{ stamp: string; articles: HeldVersion[] }> =>
  heldVersions(hub.database.db, user.brandIds, today(hub));

export const heldArticles = (
  hub: Hub,
  user: User,
  wanted: readonly { readonly id: string; readonly version: number }[],
): Promise<Article[]> => articles.findSome(hub.database.db, wanted, user.brandIds);
