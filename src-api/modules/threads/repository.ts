/** The exchanges of customers as the rule of threads reads them, and the threads it found. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { Exchange } from '@shared/domain/thread/threads-of.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** What a sender says; null where it says nothing. */
export const keepLinks = async (
  db: Db,
  interactionId: string,
  links: {
    readonly own: string;
    readonly conversation: string | null;
    readonly repliesTo: string | null;
  },
): Promise<void> => {
  const { own, conversation, repliesTo: replies_to } = links;
  await db
    .insertInto('interaction_links')
    .values({ interaction_id: interactionId, own, conversation, replies_to })
    .onConflict((conflict) =>
      conflict.column('interaction_id').doUpdateSet({ own, conversation, replies_to }),
    )
    .execute();
};

export type OfCustomer<Row> = Row & { readonly customerId: string };

export const findExchanges = async (
  db: Db,
  customerIds: readonly string[],
): Promise<OfCustomer<Exchange>[]> => {
  const rows = await db
    .selectFrom('interactions')
    .leftJoin('interaction_links as link', 'link.interaction_id', 'interactions.id')
    .select([
      'id',
      'customer_id as customerId',
      'brand_id as brandId',
      'channel',
      'direction',
      'outcome',
      'started_at as startedAt',
      'ended_at as endedAt',
      'thread_id as threadId',
      'case_id as caseId',
      'reason_code as reasonCode',
      'title',
      'link.own',
      'link.conversation',
      'link.replies_to as repliesTo',
      sql<string | null>`message->>'inReplyTo'`.as('answers'),
    ])
    .where(isOneOf('customer_id', customerIds))
    .execute();
  return rows.flatMap(({ customerId, ...row }) =>
    customerId === null ? [] : [{ ...row, customerId }],
  );
};

export const setThreads = async (
  db: Db,
  threads: readonly { readonly id: string; readonly threadId: string | null }[],
): Promise<void> => {
  if (threads.length === 0) return;
  const ids = threads.map(({ id }) => id);
  const values = threads.map(({ threadId }) => threadId);
  await sql`
    update interactions told set thread_id = found.thread
    from unnest(${ids}::uuid[], ${values}::uuid[]) found(id, thread)
    where told.id = found.id and told.thread_id is distinct from found.thread`.execute(db);
};
