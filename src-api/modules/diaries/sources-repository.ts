/** Other calendars of representatives, and the busy times that were read from them. */
import type { HubTables } from '@api/db/tables.ts';
import type { DiarySource } from '@shared/contracts/http/diaries.ts';
import { type Kysely, sql } from 'kysely';
import type { BusyEvent } from './calendar/read-calendar.ts';

type Db = Kysely<HubTables>;

const columns = [
  'id',
  'kind',
  'name',
  'address',
  'user_name as userName',
  sql<boolean>`secret is not null`.as('hasSecret'),
  'read_at as readAt',
  'problem',
  'events',
  sql<number>`(select count(*)::int from diary_pushed where source_id = diary_sources.id
    and status <> 'cancelled')`.as('appointments'),
] as const;

export const findSources = (db: Db, representativeId: string): Promise<DiarySource[]> =>
  db
    .selectFrom('diary_sources')
    .select(columns)
    .where('representative_id', '=', representativeId)
    .where('leaving_since', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();

export const insertSource = async (
  db: Db,
  row: {
    readonly id: string;
    readonly representativeId: string;
    readonly kind: DiarySource['kind'];
    readonly name: string;
    readonly address: string | null;
    readonly userName: string | null;
    readonly secret: Buffer | null;
    readonly createdAt: string;
  },
): Promise<void> => {
  await db
    .insertInto('diary_sources')
    .values({
      id: row.id,
      representative_id: row.representativeId,
      kind: row.kind,
      name: row.name,
      address: row.address,
      user_name: row.userName,
      secret: row.secret,
      read_at: null,
      problem: null,
      created_at: row.createdAt,
    })
    .execute();
};

export const deleteSource = async (
  db: Db,
  representativeId: string,
  id: string,
): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('diary_sources')
    .where('id', '=', id)
    .where('representative_id', '=', representativeId)
    .where('leaving_since', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

/** It fills no time any more, and stays only until ours are taken away from it. */
export const letSourceLeave = async (
  db: Db,
  which: { readonly representativeId: string; readonly id: string },
  at: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('diary_sources')
    .set({ leaving_since: at, push_tried_at: null })
    .where('id', '=', which.id)
    .where('representative_id', '=', which.representativeId)
    .where('leaving_since', 'is', null)
    .executeTakeFirst();
  await db.deleteFrom('diary_busy').where('source_id', '=', which.id).execute();
  return numUpdatedRows > 0n;
};

/** One that is connected again is no more to be cleared: it is told anew what stands in his diary. */
export const forgetLeaving = async (
  db: Db,
  row: { readonly representativeId: string; readonly address: string | null },
): Promise<void> => {
  await db
    .deleteFrom('diary_sources')
    .where('representative_id', '=', row.representativeId)
    .where('address', '=', row.address)
    .where('leaving_since', 'is not', null)
    .execute();
};

export type SourceToRead = {
  readonly id: string;
  readonly kind: DiarySource['kind'];
  readonly representativeId: string;
  readonly address: string;
  readonly userName: string | null;
  readonly secret: Buffer | null;
};

/** One that was not read for so long, held so that no other instance reads it at the same time. */
export const takeSource = async (
  db: Db,
  which: { readonly id?: string; readonly readBefore: string },
): Promise<SourceToRead | null> => {
  const { rows } = await sql<SourceToRead>`
    select id, kind, representative_id as "representativeId", address, user_name as "userName", secret
    from diary_sources
    where kind <> 'file' and address is not null and leaving_since is null
      and (${which.id ?? null}::uuid is null or id = ${which.id ?? null})
      and (read_at is null or read_at < ${which.readBefore})
    order by read_at nulls first limit 1 for update skip locked`.execute(db);
  return rows[0] ?? null;
};

/** Without a reading what was read last stays, and the problem is said. */
export const keepReading = async (
  db: Db,
  source: { readonly id: string; readonly representativeId: string },
  told: {
    readonly at: string;
    readonly problem: string | null;
    readonly reading: { readonly busy: readonly BusyEvent[]; readonly events: number } | null;
  },
): Promise<void> => {
  const { at, problem, reading } = told;
  await db
    .updateTable('diary_sources')
    .set({ read_at: at, problem, ...(reading === null ? {} : { events: reading.events }) })
    .where('id', '=', source.id)
    .execute();
  if (reading === null) return;
  await db.deleteFrom('diary_busy').where('source_id', '=', source.id).execute();
  const { busy } = reading;
  await sql`
    insert into diary_busy (source_id, representative_id, uid, starts_at, ends_at)
    select ${source.id}, ${source.representativeId}, uid, starts_at, ends_at
    from unnest(${busy.map(({ uid }) => uid.slice(0, 300))}::text[],
      ${busy.map(({ fromMs }) => new Date(fromMs).toISOString())}::timestamptz[],
      ${busy.map(({ toMs }) => new Date(toMs).toISOString())}::timestamptz[])
      as read (uid, starts_at, ends_at)
    on conflict do nothing`.execute(db);
};
