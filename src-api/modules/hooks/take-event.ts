/**
 * One event takes effect in the transaction that keeps it, so that a crash between never applies it
 * twice. What cannot take effect leaves nothing but itself, set aside with the reason.
 */
import { guarded, isPoison } from '@api/db/savepoint.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { HubDependencies } from '@api/hub-app.ts';
import { isOfErased } from '@api/modules/privacy/erased-people-repository.ts';
import type { HookAnswer } from '@shared/contracts/http/sources.ts';
import type { SourceKind } from '@shared/domain/source/source.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { Kysely } from 'kysely';
import type { Telling } from './apply/applying.ts';
import { applyEvent } from './apply/event.ts';
import {
  isWrong,
  keptBytes,
  outlineOf,
  type ReadEvent,
  readEvent,
  type Wrong,
  wrong,
} from './read-event.ts';
import * as events from './repository.ts';

/** What taking an event needs of a hub. */
export type Taking = Pick<HubDependencies, 'database' | 'clock' | 'newId'> & {
  readonly log: Pick<HubDependencies['log'], 'error'>;
};

class SetAside extends Error {
  readonly found: Wrong;
  constructor(found: Wrong) {
    super(found.reason);
    this.found = found;
  }
}

const maySucceedLater = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(08|40|53|57P)/.test(String(error.code));

/** Null when it took effect. @throws when the database is away or two events were in each other's way. */
export const tryEvent = async (
  hub: Taking,
  telling: Telling,
  { event }: ReadEvent,
): Promise<Wrong | null> => {
  try {
    await guarded(telling.tx, async () => {
      const found = await applyEvent(telling, event);
      if (found !== null) throw new SetAside(found);
    });
    return null;
  } catch (error) {
    if (error instanceof SetAside) return error.found;
    if (isPoison(error)) {
      return wrong(
        'not-storable',
        'data',
        'a text holds NUL or half a character, which no text may',
      );
    }
    if (maySucceedLater(error)) throw error;
    const cause = error instanceof Error ? error.message : 'unknown';
    hub.log.error({ event: telling.eventId, kind: event.type, cause }, 'event set aside');
    return wrong('failed');
  }
};

export type Sent = {
  readonly source: {
    readonly id: string;
    readonly kind: SourceKind;
    readonly brandIds: readonly string[];
  };
  readonly messageId: string;
  readonly digest: Buffer;
  readonly body: Buffer;
};

export const tellingOf = (
  hub: Taking,
  tx: Kysely<HubTables>,
  sent: Pick<Sent, 'source' | 'messageId'>,
  event: { readonly id: string; readonly at: string },
): Telling => ({
  tx,
  source: { id: sent.source.id, kind: sent.source.kind },
  eventId: event.id,
  messageId: sent.messageId,
  at: event.at,
  heardAt: toInstant(hub.clock.now()),
  newId: hub.newId,
});

/** A message that was taken before gets the answer that it got then. */
export const takeEvent = (hub: Taking, sent: Sent): Promise<HookAnswer> =>
  hub.database.db.transaction().execute(async (tx) => {
    const { source, messageId, digest, body } = sent;
    const message = { sourceId: source.id, messageId, digest };
    await events.lockMessage(tx, message);
    const former = await events.formerMessages(tx, message);
    if (former.answer !== null) return former.answer;
    const nowMs = hub.clock.now();
    const read = former.idUsed
      ? wrong('id-reused', 'webhook-id', 'a message with other contents had this id')
      : readEvent(body, source, nowMs);
    const id = hub.newId();
    const { reason, issues } = isWrong(read) ? read : { reason: null, issues: [] };
    const receivedAt = toInstant(nowMs);
    const kept = {
      ...message,
      id,
      body: keptBytes(body),
      ...outlineOf(body),
      receivedAt,
      reason,
      issues,
    };
    await events.insertEvent(tx, kept);
    if (isWrong(read)) return events.answerOf(id, reason);
    const { data } = read.event;
    const mention = 'customer' in data ? data.customer : undefined;
    if (mention !== undefined && (await isOfErased(tx, source.id, mention, read.at))) {
      // Answered as any other: another answer would say who was erased.
      await events.forgetEvent(tx, id);
      return events.answerOf(id, null);
    }
    const telling = tellingOf(hub, tx, sent, { id, at: read.at });
    const found = await tryEvent(hub, telling, read);
    if (found !== null) await events.setAside(tx, id, found.reason, found.issues);
    return events.answerOf(id, found?.reason ?? null);
  });
