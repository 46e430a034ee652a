/** Erasures with their proof: what went, and which desktop confirmed it. */
import type { HubTables } from '@api/db/tables.ts';
import type { Erasure } from '@shared/contracts/http/privacy.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type NewErasure = {
  readonly id: string;
  readonly customerId: string;
  readonly brandIds: readonly string[];
  readonly reason: string;
  /** Null: nobody asked, its time was over. */
  readonly by: string | null;
  readonly at: string;
};

export const insertErasure = async (tx: Db, one: NewErasure): Promise<void> => {
  await tx
    .insertInto('erasures')
    .values({
      id: one.id,
      customer_id: one.customerId,
      brand_ids: [...one.brandIds],
      reason: one.reason,
      asked_by: one.by,
      at: one.at,
      counts: '{}',
    })
    .execute();
};

export const noteCounts = async (
  tx: Db,
  id: string,
  counts: Readonly<Record<string, number>>,
): Promise<void> => {
  await tx
    .updateTable('erasures')
    .set({ counts: JSON.stringify(counts) })
    .where('id', '=', id)
    .execute();
};

/** Which of these ids belonged to somebody who was erased. */
export const erasedAmong = async (db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from erased_ids where id = any(${[...ids]}::uuid[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
};

export type Pulled = {
  readonly sessionId: string;
  readonly userId: string;
  readonly brandIds: readonly string[];
  readonly from: bigint;
  readonly at: string;
};

/**
 * A desktop comes back with a cursor: it has taken in all that lies before it, tombstones included.
 * Cheap while nothing was erased since it last said so.
 */
export const confirmErasures = async (db: Db, pulled: Pulled): Promise<void> => {
  await sql`
    insert into erasure_confirmations (erasure_id, device_id, user_id, at)
    select erasure.id, session.device_id, ${pulled.userId}, ${pulled.at}
    from erasures erasure join session_families session on session.id = ${pulled.sessionId}
    where erasure.xid < ${String(pulled.from)}::xid8
      and erasure.brand_ids && ${[...pulled.brandIds]}::text[]
      and not exists (select from erasure_confirmations known
        where known.erasure_id = erasure.id and known.device_id = session.device_id
          and known.user_id = ${pulled.userId})
    on conflict do nothing`.execute(db);
};

/** Newest first. */
export const findErasures = async (db: Db, scope: readonly string[]): Promise<Erasure[]> => {
  const { rows } = await sql<Erasure>`
    select erasure.id, erasure.customer_id as "customerId", erasure.reason,
      erasure.asked_by as "askedBy", erasure.at, erasure.counts,
      coalesce((select jsonb_agg(jsonb_build_object(
          'deviceId', desktop.device_id, 'userId', desktop.user_id,
          'lastSeenAt', to_char(desktop.seen at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'confirmedAt', to_char(confirmed.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          order by desktop.seen desc)
        from (
          select session.device_id, session.user_id, max(token.issued_at) as seen
          from session_families session
          join refresh_tokens token on token.family_id = session.id
          join user_brands own on own.user_id = session.user_id
            and own.brand_id = any(erasure.brand_ids)
          where session.started_at <= erasure.at
            and token.issued_at > erasure.at - interval '30 days'
          group by 1, 2
        ) desktop
        left join erasure_confirmations confirmed on confirmed.erasure_id = erasure.id
          and confirmed.device_id = desktop.device_id and confirmed.user_id = desktop.user_id
      ), '[]') as desktops
    from erasures erasure where erasure.brand_ids && ${[...scope]}::text[]
    order by erasure.at desc limit 200`.execute(db);
  return rows;
};
