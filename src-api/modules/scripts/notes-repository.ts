/** What is kept beside a version: what happened to it, texts that came too late, comments. */

import type { HubTables } from '@api/db/tables.ts';
import type { SpeechComment, VersionEvent } from '@shared/contracts/http/scripts.ts';
import type { Script } from '@shared/domain/script/script.ts';
import type { Kysely } from 'kysely';
import type { VersionKey } from './repository.ts';

type Db = Kysely<HubTables>;

export const insertEvent = async (
  db: Db,
  { id, version }: VersionKey,
  event: VersionEvent & { readonly eventId: string },
): Promise<void> => {
  await db
    .insertInto('script_events')
    .values({
      id: event.eventId,
      script_id: id,
      version,
      deed: event.deed,
      by_id: event.by,
      at: event.at,
      reason: event.reason,
      valid_from: event.validFrom,
    })
    .execute();
};

export const findEvents = (db: Db, { id, version }: VersionKey): Promise<VersionEvent[]> =>
  db
    .selectFrom('script_events')
    .select(['deed', 'by_id as by', 'at', 'reason', 'valid_from as validFrom'])
    .where('script_id', '=', id)
    .where('version', '=', version)
    .orderBy('at')
    .orderBy('id')
    .execute();

/** The last one of each writer: a text that is saved at each pause grows, it does not branch. */
export const keepAside = async (
  db: Db,
  content: Script,
  aside: { readonly by: string; readonly at: string; readonly revision: number },
): Promise<void> => {
  const kept = { revision: aside.revision, at: aside.at, content: JSON.stringify(content) };
  await db
    .insertInto('script_asides')
    .values({ script_id: content.id, version: content.version, by_id: aside.by, ...kept })
    .onConflict((conflict) => conflict.columns(['script_id', 'version', 'by_id']).doUpdateSet(kept))
    .execute();
};

export const findAsides = (db: Db, { id, version }: VersionKey) =>
  db
    .selectFrom('script_asides')
    .select(['by_id as by', 'at', 'revision', 'content'])
    .where('script_id', '=', id)
    .where('version', '=', version)
    .orderBy('at')
    .execute();

const comments = (db: Db, { id, version }: VersionKey) =>
  db
    .selectFrom('script_comments')
    .select([
      'id',
      'step_id as stepId',
      'parent_id as parentId',
      'by_id as by',
      'at',
      'body as text',
      'resolved_by as resolvedBy',
      'resolved_at as resolvedAt',
    ])
    .where('script_id', '=', id)
    .where('version', '=', version);

export const findComments = (db: Db, key: VersionKey): Promise<SpeechComment[]> =>
  comments(db, key).orderBy('at').orderBy('id').execute();

export const findComment = async (
  db: Db,
  key: VersionKey,
  commentId: string,
): Promise<SpeechComment | null> =>
  (await comments(db, key).where('id', '=', commentId).executeTakeFirst()) ?? null;

export const insertComment = async (
  db: Db,
  { id, version }: VersionKey,
  comment: SpeechComment,
): Promise<void> => {
  await db
    .insertInto('script_comments')
    .values({
      id: comment.id,
      script_id: id,
      version,
      step_id: comment.stepId,
      parent_id: comment.parentId,
      by_id: comment.by,
      at: comment.at,
      body: comment.text,
      resolved_by: null,
      resolved_at: null,
    })
    .execute();
};

export const markResolved = async (
  db: Db,
  commentId: string,
  by: { readonly userId: string; readonly at: string } | null,
): Promise<void> => {
  await db
    .updateTable('script_comments')
    .set({ resolved_by: by?.userId ?? null, resolved_at: by?.at ?? null })
    .where('id', '=', commentId)
    .execute();
};
