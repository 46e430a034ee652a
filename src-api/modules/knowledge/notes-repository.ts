/** What was told of articles while they were used, each note once. */

import type { HubTables } from '@api/db/tables.ts';
import { questionKey } from '@shared/domain/article/same-question.ts';
import type { ArticleNote } from '@shared/domain/article/told-of-articles.ts';
import { withoutPersonal } from '@shared/domain/article/without-personal.ts';
import type { Kysely } from 'kysely';

type Db = Kysely<HubTables>;
type Missing = Extract<ArticleNote, { kind: 'missing' }>;

/** Nothing is kept of words that say nothing once what may be somebody's is out. */
export const keepMissing = async (
  db: Db,
  note: Omit<Missing, 'kind'>,
  by: { readonly origin: 'advisor' | 'open-page'; readonly userId: string | null },
): Promise<void> => {
  const words = withoutPersonal(note.words);
  const key = questionKey(words, note.language);
  if (key === '') return;
  await db
    .insertInto('missing_articles')
    .values({
      id: note.id,
      brand_id: note.brandId,
      language: note.language,
      key,
      words,
      origin: by.origin,
      reason_code: note.reasonCode,
      by_id: by.userId,
      at: note.at,
      settled_at: null,
      settled_by: null,
      article_id: null,
      why: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
};

export const keepNote = async (db: Db, note: ArticleNote, userId: string): Promise<void> => {
  if (note.kind === 'missing') return keepMissing(db, note, { origin: 'advisor', userId });
  const { id, brandId, kind, articleId, version, at } = note;
  await db
    .insertInto('article_notes')
    .values({
      id,
      article_id: articleId,
      version,
      brand_id: brandId,
      kind,
      by_id: userId,
      at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
};
