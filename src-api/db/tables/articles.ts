/** Articles, what was told of them, what was missing, and what the open pages counted. */

import type {
  Article,
  ArticleContent,
  ArticleLanguage,
  ArticleState,
} from '@shared/domain/article/article.ts';
import type { ArticleNote } from '@shared/domain/article/told-of-articles.ts';
import type { ColumnType } from 'kysely';
import type { Json } from './json.ts';

export type ArticlesTable = {
  id: string;
  version: number;
  brand_id: string;
  state: ArticleState;
  content: Json<ArticleContent>;
  author_id: string | null;
  created_at: string;
  approver_id: string | null;
  approved_at: string | null;
  reviewed_at: string | null;
  remark: string | null;
  revision: ColumnType<Article['revision'], number | undefined, number>;
};

export type ArticleStampsTable = { brand_id: string; stamp: number };

export type ArticleNotesTable = {
  id: string;
  article_id: string;
  version: number;
  brand_id: string;
  kind: Exclude<ArticleNote['kind'], 'missing'>;
  by_id: string | null;
  at: string;
};

export type MissingArticlesTable = {
  id: string;
  brand_id: string;
  language: ArticleLanguage;
  key: string;
  words: string;
  origin: 'advisor' | 'open-page';
  reason_code: string | null;
  by_id: string | null;
  at: string;
  settled_at: string | null;
  settled_by: string | null;
  article_id: string | null;
  why: string | null;
};

export type HelpEventsTable = {
  id: string;
  brand_id: string;
  visit: string;
  kind: 'searched' | 'shown' | 'helped' | 'not-helped' | 'contact';
  article_id: string | null;
  found: number | null;
  language: ArticleLanguage;
  at: string;
};
