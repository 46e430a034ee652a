/** When the switch was heard, and how far its log was read. */
import type { HubTables } from '@api/db/tables.ts';
import type { Span } from '@shared/domain/queue-call/figures.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export const keepHeard = async (db: Db, id: string, { from, until }: Span): Promise<void> => {
  await db
    .insertInto('queue_heard')
    .values({ id, heard_from: toInstant(from), heard_until: toInstant(until) })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ heard_until: toInstant(until) }))
    .execute();
};

/** Of all hubs and the log. */
export const heardIn = async (db: Db, { from, until }: Span): Promise<Span[]> => {
  const { rows } = await sql<{ from: string; until: string }>`
    select heard_from as "from", heard_until as until from queue_heard
    where heard_until >= ${toInstant(from)} and heard_from <= ${toInstant(until)}
    union all select read_from, read_until from queue_log_read`.execute(db);
  return rows.map((row) => ({ from: Date.parse(row.from), until: Date.parse(row.until) }));
};

export type LogPlace = { readonly bytes: number } & Span;

export const findLogPlace = async (db: Db, path: string): Promise<LogPlace | null> => {
  const row = await db
    .selectFrom('queue_log_read')
    .selectAll()
    .where('path', '=', path)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { bytes, read_from, read_until } = row;
  return { bytes: Number(bytes), from: Date.parse(read_from), until: Date.parse(read_until) };
};

export const keepLogPlace = async (
  db: Db,
  path: string,
  { bytes, from, until }: LogPlace,
): Promise<void> => {
  const place = {
    bytes: String(bytes),
    read_from: toInstant(from),
    read_until: toInstant(until),
  };
  await db
    .insertInto('queue_log_read')
    .values({ path, ...place })
    .onConflict((conflict) => conflict.column('path').doUpdateSet(place))
    .execute();
};
