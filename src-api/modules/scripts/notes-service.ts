/** The history of a version, the texts beside it, and comments on its steps, in threads. */

import type { HubDependencies } from '@api/hub-app.ts';
import { audited } from '@api/modules/audit/service.ts';
import type { SpeechComment, VersionEvent } from '@shared/contracts/http/scripts.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import * as notes from './notes-repository.ts';
import type { Reader } from './reader.ts';
import type { VersionKey as Key } from './repository.ts';
import { findContent, findVersion } from './repository.ts';

type Hub = HubDependencies;

const sees = async (hub: Hub, { sight }: Reader, key: Key): Promise<boolean> =>
  (await findVersion(hub.database.db, key, sight)) !== null;

export const listEvents = async (
  hub: Hub,
  reader: Reader,
  key: Key,
): Promise<Result<VersionEvent[]>> =>
  (await sees(hub, reader, key))
    ? succeed(await notes.findEvents(hub.database.db, key))
    : fail('not-found');

/** Only who writes sees what others wrote. */
export const listAsides = async (hub: Hub, reader: Reader, key: Key) =>
  reader.sight.writes && (await sees(hub, reader, key))
    ? succeed(await notes.findAsides(hub.database.db, key))
    : fail(reader.sight.writes ? 'not-found' : 'role-not-allowed');

export const listComments = async (
  hub: Hub,
  reader: Reader,
  key: Key,
): Promise<Result<SpeechComment[]>> =>
  (await sees(hub, reader, key))
    ? succeed(await notes.findComments(hub.database.db, key))
    : fail('not-found');

type NewComment = Pick<SpeechComment, 'stepId' | 'parentId' | 'text'>;

/** An answer belongs to the step of the comment that opened the thread, and threads are one deep. */
const placeOf = async (
  tx: Hub['database']['db'],
  key: Key,
  { stepId, parentId }: NewComment,
): Promise<Result<Pick<SpeechComment, 'stepId' | 'parentId'>>> => {
  if (parentId === null) return succeed({ stepId, parentId });
  const parent = await notes.findComment(tx, key, parentId);
  if (parent === null) return fail('not-found', 'no such comment of this version');
  return succeed({ stepId: parent.stepId, parentId: parent.parentId ?? parent.id });
};

export const addComment = (
  hub: Hub,
  reader: Reader,
  key: Key,
  given: NewComment,
): Promise<Result<SpeechComment>> => {
  const deed = { action: 'commented', entity: 'script', entityId: `${key.id}/${key.version}` };
  return audited(hub, reader.trace, deed, async (tx) => {
    if (reader.actor.outsourced) return fail('role-not-allowed');
    const content = await findContent(tx, key, reader.sight);
    if (content === null) return fail('not-found');
    const place = await placeOf(tx, key, given);
    if (!place.ok) return place;
    const { stepId } = place.value;
    if (stepId !== null && !content.steps.some(({ id }) => id === stepId))
      return fail('not-found', `no step ${stepId} in this version`);
    const comment: SpeechComment = {
      ...place.value,
      id: hub.newId(),
      by: reader.actor.userId,
      at: toInstant(hub.clock.now()),
      text: given.text,
      resolvedBy: null,
      resolvedAt: null,
    };
    await notes.insertComment(tx, key, comment);
    return succeed(comment);
  });
};

export const resolveComment = (
  hub: Hub,
  reader: Reader,
  { commentId, ...key }: Key & { readonly commentId: string },
  resolved: 'resolved' | 'open',
): Promise<Result<SpeechComment>> => {
  const deed = { action: resolved, entity: 'script-comment', entityId: commentId };
  return audited(hub, reader.trace, deed, async (tx) => {
    if (reader.actor.outsourced) return fail('role-not-allowed');
    if ((await findVersion(tx, key, reader.sight)) === null) return fail('not-found');
    if ((await notes.findComment(tx, key, commentId)) === null) return fail('not-found');
    const by = { userId: reader.actor.userId, at: toInstant(hub.clock.now()) };
    await notes.markResolved(tx, commentId, resolved === 'resolved' ? by : null);
    const comment = await notes.findComment(tx, key, commentId);
    return comment === null ? fail('not-found') : succeed(comment);
  });
};
