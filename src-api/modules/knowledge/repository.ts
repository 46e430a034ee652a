/** Versions of articles: added, moved on and withdrawn; what was published is never rewritten. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { Article, ArticleContent, ArticleState } from '@shared/domain/article/article.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const nameOf = (table: 'author' | 'approver') =>
  sql<
    string | null
  >`nullif(trim(${sql.ref(`${table}.first_name`)} || ' ' || ${sql.ref(`${table}.last_name`)}), '')`;

/** As it is read: what was written, and what became of it. */
const rows = (db: Db) =>
  db
    .selectFrom('articles')
    .leftJoin('users as author', 'author.id', 'articles.author_id')
    .leftJoin('users as approver', 'approver.id', 'articles.approver_id')
    .select([
      'articles.id',
      'articles.version',
      'articles.state',
      'articles.content',
      'articles.author_id as authorId',
      nameOf('author').as('authorName'),
      'articles.created_at as createdAt',
      nameOf('approver').as('approverName'),
      'articles.approved_at as approvedAt',
      'articles.reviewed_at as reviewedAt',
      'articles.remark',
      'articles.revision',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

/** Of somebody who is not there any more nobody is the author. */
const nobody = '00000000-0000-0000-0000-000000000000';

const asArticle = ({ content, authorId, authorName, ...row }: Row): Article => ({
  ...content,
  ...row,
  authorId: authorId ?? nobody,
  authorName: authorName ?? '',
});

export const findArticle = async (
  db: Db,
  id: string,
  version: number,
  scope: readonly string[],
): Promise<Article | null> => {
  const row = await rows(db)
    .where('articles.id', '=', id)
    .where('articles.version', '=', version)
    .where(isOneOf('articles.brand_id', scope))
    .executeTakeFirst();
  return row === undefined ? null : asArticle(row);
};

/** Newest first. */
export const findVersions = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<Article[]> => {
  const found = await rows(db)
    .where('articles.id', '=', id)
    .where(isOneOf('articles.brand_id', scope))
    .orderBy('articles.version', 'desc')
    .execute();
  return found.map(asArticle);
};

/** The same, and nobody else turns one of them until this transaction ends. */
export const lockVersions = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<Article[]> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`article:${id}`}, 0))`.execute(db);
  return findVersions(db, id, scope);
};

/** Published versions of some brands that are shown today or will be. */
export const findPublished = async (db: Db, scope: readonly string[]): Promise<Article[]> => {
  const found = await rows(db)
    .where(isOneOf('articles.brand_id', scope))
    .where('articles.state', '=', 'published')
    .orderBy('articles.id')
    .execute();
  return found.map(asArticle);
};

export const findSome = async (
  db: Db,
  wanted: readonly { readonly id: string; readonly version: number }[],
  scope: readonly string[],
): Promise<Article[]> => {
  const ids = wanted.map(({ id }) => id);
  const found = await rows(db)
    .where(isOneOf('articles.id', ids))
    .where(isOneOf('articles.brand_id', scope))
    .where('articles.state', '=', 'published')
    .execute();
  const keys = new Set(wanted.map(({ id, version }) => `${id}/${version}`));
  return found.filter(({ id, version }) => keys.has(`${id}/${version}`)).map(asArticle);
};

/** The newest version of each article, by id after one of them. */
export const findNewest = async (
  db: Db,
  query: {
    readonly scope: readonly string[];
    readonly state: ArticleState | undefined;
    readonly after: string | undefined;
    readonly limit: number;
  },
): Promise<Article[]> => {
  let page = rows(db)
    .where(isOneOf('articles.brand_id', query.scope))
    .where(
      sql<boolean>`articles.version = (select max(version) from articles other where other.id = articles.id)`,
    )
    .orderBy('articles.id')
    .limit(query.limit);
  if (query.state !== undefined) page = page.where('articles.state', '=', query.state);
  if (query.after !== undefined) page = page.where('articles.id', '>', query.after);
  return (await page.execute()).map(asArticle);
};

export const insertDraft = async (
  db: Db,
  content: ArticleContent,
  about: {
    readonly id: string;
    readonly version: number;
    readonly authorId: string;
    readonly at: string;
  },
): Promise<void> => {
  await db
    .insertInto('articles')
    .values({
      id: about.id,
      version: about.version,
      brand_id: content.brandId,
      state: 'draft',
      content: JSON.stringify(content),
      author_id: about.authorId,
      created_at: about.at,
      approver_id: null,
      approved_at: null,
      reviewed_at: null,
      remark: null,
    })
    .execute();
};

type Key = { readonly id: string; readonly version: number };

/** Who rewrites a draft is its author from then on: he cannot approve his own words. */
export const rewriteDraft = async (
  db: Db,
  { id, version }: Key,
  content: ArticleContent,
  authorId: string,
): Promise<void> => {
  await db
    .updateTable('articles')
    .set({
      content: JSON.stringify(content),
      author_id: authorId,
      revision: sql<number>`revision + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
};

export const moveOn = async (
  db: Db,
  { id, version }: Key,
  to: {
    readonly state: ArticleState;
    readonly remark?: string | null;
    readonly approval?: { readonly byId: string; readonly at: string };
  },
): Promise<void> => {
  const { state, remark, approval } = to;
  await db
    .updateTable('articles')
    .set({
      state,
      revision: sql<number>`revision + 1`,
      ...(remark === undefined ? {} : { remark }),
      ...(approval === undefined
        ? {}
        : { approver_id: approval.byId, approved_at: approval.at, reviewed_at: approval.at }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
};

/** It holds until another day, says whoever looked at it. */
export const confirmUntil = async (
  db: Db,
  { id, version }: Key,
  reviewBy: string,
  at: string,
): Promise<void> => {
  await db
    .updateTable('articles')
    .set({
      content: sql`jsonb_set(content, '{reviewBy}', to_jsonb(${reviewBy}::text))`,
      reviewed_at: at,
      revision: sql<number>`revision + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
};
