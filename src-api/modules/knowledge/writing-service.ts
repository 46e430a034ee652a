/** The brand writes, reviews, publishes and withdraws what it knows; every step leaves a trace. */

import type { HubDependencies } from '@api/hub-app.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import type { Article, ArticleContent } from '@shared/domain/article/article.ts';
import { type ArticleDeed, turnArticle } from '@shared/domain/article/article-life.ts';
import { dayAt, withdrawnWith } from '@shared/domain/article/shown-article.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import * as articles from './repository.ts';

type Hub = HubDependencies;
type Db = Hub['database']['db'];
type Key = { readonly id: string; readonly version: number };

const found = (article: Article | null): Result<Article> =>
  article === null ? fail('not-found') : succeed(article);

/** A new article, or the next version of one. */
export const writeDraft = (
  hub: Hub,
  user: User,
  actor: Actor,
  id: string | null,
  content: ArticleContent,
): Promise<Result<Article>> => {
  const articleId = id ?? hub.newId();
  const deed = { action: 'drafted', entity: 'article', entityId: articleId };
  return audited(hub, actor, deed, async (tx) => {
    if (!user.brandIds.includes(content.brandId)) return fail('not-found');
    const versions = id === null ? [] : await articles.lockVersions(tx, id, user.brandIds);
    const [newest] = versions;
    if (id !== null && newest?.brandId !== content.brandId) return fail('not-found');
    const inWork = versions.find(({ state }) => state === 'draft' || state === 'in-review');
    if (inWork !== undefined) {
      return fail('article-not-in-state', `version ${inWork.version} is ${inWork.state}`);
    }
    const version = (newest?.version ?? 0) + 1;
    const at = toInstant(hub.clock.now());
    await articles.insertDraft(tx, content, { id: articleId, version, authorId: user.id, at });
    return found(await articles.findArticle(tx, articleId, version, user.brandIds));
  });
};

export const rewriteDraft = (
  hub: Hub,
  user: User,
  actor: Actor,
  key: Key,
  content: ArticleContent,
): Promise<Result<Article>> => {
  const deed = { action: 'rewritten', entity: 'article', entityId: `${key.id}/${key.version}` };
  return audited(hub, actor, deed, async (tx) => {
    const versions = await articles.lockVersions(tx, key.id, user.brandIds);
    const one = versions.find(({ version }) => version === key.version);
    if (one === undefined || one.brandId !== content.brandId) return fail('not-found');
    if (one.state !== 'draft') return fail('article-not-in-state', `it is ${one.state}`);
    await articles.rewriteDraft(tx, key, content, user.id);
    return found(await articles.findArticle(tx, key.id, key.version, user.brandIds));
  });
};

export type Decision = { readonly deed: ArticleDeed } & {
  readonly remark?: string;
  readonly reviewBy?: string;
};

const carryOut = async (
  tx: Db,
  { versions, one }: { readonly versions: readonly Article[]; readonly one: Article },
  { deed, remark, reviewBy }: Decision,
  by: { readonly userId: string; readonly nowMs: number },
): Promise<void> => {
  const at = toInstant(by.nowMs);
  if (deed === 'submitted') return articles.moveOn(tx, one, { state: 'in-review' });
  if (deed === 'sent-back')
    return articles.moveOn(tx, one, { state: 'draft', remark: remark ?? null });
  if (deed === 'confirmed') return articles.confirmUntil(tx, one, reviewBy ?? one.reviewBy, at);
  if (deed === 'approved') {
    const approval = { byId: by.userId, at };
    return articles.moveOn(tx, one, { state: 'published', remark: null, approval });
  }
  for (const gone of withdrawnWith(versions, one.version, dayAt(by.nowMs)))
    await articles.moveOn(tx, gone, { state: 'withdrawn', remark: remark ?? null });
};

/** `article-not-in-state` for a turn that does not fit, `article-own` for one's own approval. */
export const decide = (
  hub: Hub,
  user: User,
  actor: Actor,
  key: Key,
  decision: Decision,
): Promise<Result<Article>> => {
  const entityId = `${key.id}/${key.version}`;
  return audited(hub, actor, { action: decision.deed, entity: 'article', entityId }, async (tx) => {
    const versions = await articles.lockVersions(tx, key.id, user.brandIds);
    const one = versions.find(({ version }) => version === key.version);
    if (one === undefined) return fail('not-found');
    const turn = turnArticle(one, decision.deed, user.id);
    if ('refused' in turn) {
      return turn.refused === 'own-article'
        ? fail('article-own', 'who wrote it does not approve it')
        : fail('article-not-in-state', `it is ${one.state}`);
    }
    const by = { userId: user.id, nowMs: hub.clock.now() };
    await carryOut(tx, { versions, one }, decision, by);
    return found(await articles.findArticle(tx, key.id, key.version, user.brandIds));
  });
};
