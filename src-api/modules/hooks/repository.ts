/** Everything signed that sources sent, each message once, and what became of it. */
import type { HubTables } from '@api/db/tables.ts';
import type { QuarantineReason } from '@shared/contracts/hooks/event.ts';
import type {
  EventIssue,
  HookAnswer,
  QuarantineItem,
  QuarantineQuery,
} from '@shared/contracts/http/sources.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type Message = {
  readonly sourceId: string;
  readonly messageId: string;
  readonly digest: Buffer;
};

/** Until the transaction ends, nobody else takes a message with this id. */
export const lockMessage = async (db: Db, { sourceId, messageId }: Message): Promise<void> => {
  const name = `${sourceId}\n${messageId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 3))`.execute(db);
};

/** What was answered to this message, and whether its id was used for another body. */
export const formerMessages = async (
  db: Db,
  { sourceId, messageId, digest }: Message,
): Promise<{ readonly answer: HookAnswer | null; readonly idUsed: boolean }> => {
  const rows = await db
    .selectFrom('hook_events')
    .select(['digest', 'answer'])
    .where('source_id', '=', sourceId)
    .where('message_id', '=', messageId)
    .execute();
  const same = rows.find((row) => row.digest.equals(digest));
  return { answer: same?.answer ?? null, idUsed: rows.length > 0 };
};

export type NewEvent = Message & {
  readonly id: string;
  readonly body: Buffer;
  readonly type: string | null;
  readonly brandId: string | null;
  readonly receivedAt: string;
  readonly reason: QuarantineReason | null;
  readonly issues: readonly EventIssue[];
};

export const answerOf = (id: string, reason: QuarantineReason | null): HookAnswer => ({
  eventId: id,
  status: reason === null ? 'applied' : 'quarantined',
  reason,
});

export const insertEvent = async (db: Db, event: NewEvent): Promise<void> => {
  const answer = answerOf(event.id, event.reason);
  await db
    .insertInto('hook_events')
    .values({
      id: event.id,
      source_id: event.sourceId,
      message_id: event.messageId,
      digest: event.digest,
      body: event.body,
      type: event.type?.replaceAll('\u0000', '') ?? null,
      brand_id: event.brandId?.replaceAll('\u0000', '') ?? null,
      status: answer.status,
      reason: event.reason,
      issues: JSON.stringify(event.issues),
      answer: JSON.stringify(answer),
      received_at: event.receivedAt,
      settled_at: event.reason === null ? event.receivedAt : null,
      settled_by: null,
      settled_why: null,
    })
    .execute();
};

/** It is of somebody who was erased: that it came is known, and nothing that it said. */
export const forgetEvent = async (db: Db, id: string): Promise<void> => {
  await db
    .updateTable('hook_events')
    .set({ body: null, status: 'given-up', settled_why: 'erased' })
    .where('id', '=', id)
    .execute();
};

/** It was written as applied, and turned out not to be. */
export const setAside = async (
  db: Db,
  id: string,
  reason: QuarantineReason,
  issues: readonly EventIssue[],
): Promise<void> => {
  await db
    .updateTable('hook_events')
    .set({
      status: 'quarantined',
      reason,
      issues: JSON.stringify(issues),
      answer: JSON.stringify(answerOf(id, reason)),
      settled_at: null,
    })
    .where('id', '=', id)
    .execute();
};

/** It was tried again and is still wrong; the first answer to its sender stays. */
export const keepWrong = async (
  db: Db,
  id: string,
  found: { readonly reason: QuarantineReason; readonly issues: readonly EventIssue[] },
): Promise<void> => {
  await db
    .updateTable('hook_events')
    .set({ reason: found.reason, issues: JSON.stringify(found.issues) })
    .where('id', '=', id)
    .execute();
};

/** Whose items somebody sees: all, or those of events and sources that are wholly of his brands. */
export type Scope = readonly string[] | null;
const scoped = (scope: Scope) =>
  scope === null
    ? sql<boolean>`true`
    : sql<boolean>`(case when event.brand_id = any(source.brand_ids)
        then array[event.brand_id] else source.brand_ids end) <@ ${[...scope]}::text[]`;

const waiting = (db: Db, scope: Scope) =>
  db
    .selectFrom('hook_events as event')
    .innerJoin('sources as source', 'source.id', 'event.source_id')
    .where('event.status', '=', 'quarantined')
    .where(scoped(scope));

export const countQuarantine = async (db: Db, scope: Scope): Promise<number> => {
  const { total } = await waiting(db, scope)
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  return total;
};

/** Oldest first. */
export const findQuarantine = async (
  db: Db,
  scope: Scope,
  { sourceId, reason, after, limit }: QuarantineQuery,
): Promise<QuarantineItem[]> => {
  let query = waiting(db, scope)
    .select([
      'event.id',
      'event.source_id as sourceId',
      'source.name as sourceName',
      'event.message_id as messageId',
      'event.type',
      'event.brand_id as brandId',
      'event.received_at as receivedAt',
      'event.status',
      'event.reason',
      'event.issues',
      'event.body',
    ])
    .orderBy('event.id')
    .limit(limit);
  if (sourceId !== undefined) query = query.where('event.source_id', '=', sourceId);
  if (reason !== undefined) query = query.where('event.reason', '=', reason);
  if (after !== undefined) query = query.where('event.id', '>', after);
  const rows = await query.execute();
  return rows.map((row) => ({
    ...row,
    reason: row.reason ?? 'failed',
    body: row.body?.toString('utf8') ?? '',
  }));
};

export type Waiting = {
  readonly id: string;
  readonly messageId: string;
  readonly body: Buffer;
  readonly sourceId: string;
  readonly sourceKind: HubTables['sources']['kind'];
  readonly brandIds: readonly string[];
};

/** One that is still to be settled, locked; null when somebody settled it or may not see it. */
export const lockWaiting = async (db: Db, scope: Scope, id: string): Promise<Waiting | null> => {
  const row = await waiting(db, scope)
    .select([
      'event.id',
      'event.message_id as messageId',
      'event.body',
      'event.source_id as sourceId',
      'source.kind as sourceKind',
      'source.brand_ids as brandIds',
    ])
    .where('event.id', '=', id)
    .forUpdate('event')
    .executeTakeFirst();
  return row === undefined ? null : { ...row, body: row.body ?? Buffer.alloc(0) };
};

export const settleEvent = async (
  db: Db,
  id: string,
  settled: {
    readonly status: 'applied' | 'given-up';
    readonly at: string;
    readonly by: string;
    readonly why: string | null;
    readonly body?: Buffer;
  },
): Promise<void> => {
  await db
    .updateTable('hook_events')
    .set({
      status: settled.status,
      settled_at: settled.at,
      settled_by: settled.by,
      settled_why: settled.why,
      ...(settled.body === undefined ? {} : { body: settled.body }),
    })
    .where('id', '=', id)
    .execute();
};

/** Bytes that took effect are of no use after a while; what they said stays with what it made. */
export const forgetBodies = async (db: Db, settledBefore: string): Promise<void> => {
  await db
    .updateTable('hook_events')
    .set({ body: null })
    .where('body', 'is not', null)
    .where('settled_at', '<', settledBefore)
    .execute();
};
