/** What the open pages counted, and the brands that have one. */
import type { HubTables } from '@api/db/tables.ts';
import type { ArticleLanguage } from '@shared/domain/article/article.ts';
import type { Kysely } from 'kysely';

type Db = Kysely<HubTables>;

export type HelpEvent = {
  readonly id: string;
  readonly brandId: string;
  readonly visit: string;
  readonly kind: HubTables['help_events']['kind'];
  readonly articleId: string | null;
  readonly found: number | null;
  readonly language: ArticleLanguage;
  readonly at: string;
};

/** The same deed of the same visit counts once. @returns whether it was new. */
export const addEvent = async (db: Db, event: HelpEvent): Promise<boolean> => {
  const { brandId, articleId, ...rest } = event;
  const added = await db
    .insertInto('help_events')
    .values({ ...rest, brand_id: brandId, article_id: articleId })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
};
