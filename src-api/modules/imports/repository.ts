/** Imports as rows: found, claimed for a piece of work, moved on. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { CopyInto } from '@api/db/database.ts';
import type { ImportsTable } from '@api/db/tables/imports.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { ImportState } from '@shared/domain/import/import-state.ts';
import { type Kysely, type Selectable, sql, type Updateable } from 'kysely';

export type Db = Kysely<HubTables>;
/** A transaction that may also COPY. */
export type WithCopy = { readonly tx: Db; readonly copy: CopyInto };
export type ImportRow = Selectable<ImportsTable>;

const farAhead = '9999-01-01T00:00:00.000Z';

export const insertImport = async (
  db: Db,
  row: Pick<ImportRow, 'id' | 'brand_id' | 'kind' | 'file_name' | 'by_id' | 'created_at'> & {
    readonly sheet: string | null;
  },
): Promise<void> => {
  const { sheet, ...own } = row;
  const shape = sheet === null ? null : { format: 'xlsx', sheet };
  await db
    .insertInto('imports')
    .values({
      ...own,
      state: 'reading',
      // Nobody reads it before the whole file is there; one that never came is forgotten.
      reader_until: farAhead,
      // The sheet that is asked for, until the file says what it is.
      shape: JSON.stringify(shape),
      mapping: '{}',
      constants: '{}',
      readings: '{}',
      counts: '{}',
      written: '{}',
    })
    .execute();
};

export const addChunk = async (db: Db, id: string, place: number, bytes: Buffer): Promise<void> => {
  await db.insertInto('import_chunks').values({ import_id: id, place, bytes }).execute();
};

export const bytesOf = async (db: Db, id: string): Promise<Buffer> => {
  const rows = await db
    .selectFrom('import_chunks')
    .select('bytes')
    .where('import_id', '=', id)
    .orderBy('place')
    .execute();
  return Buffer.concat(rows.map(({ bytes }) => bytes));
};

export const forgetChunks = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('import_chunks').where('import_id', '=', id).execute();
};

const seen = (db: Db, scope: readonly string[]) =>
  db.selectFrom('imports').selectAll().where(isOneOf('brand_id', scope));

/** Newest first. */
export const findImports = (
  db: Db,
  scope: readonly string[],
  limit: number,
): Promise<ImportRow[]> =>
  seen(db, scope).orderBy('created_at', 'desc').orderBy('id').limit(limit).execute();

export const findImport = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<ImportRow | null> =>
  (await seen(db, scope).where('id', '=', id).executeTakeFirst()) ?? null;

/** Until the transaction ends nobody else works on it or moves it on. */
export const lockImport = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<ImportRow | null> =>
  (await seen(db, scope).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;

/**
 * One that is in this state and that no other instance works on at this moment: the lock is the lease,
 * and a hub that dies gives it back by dying.
 */
export const claimImport = async (db: Db, state: ImportState): Promise<ImportRow | null> =>
  (await db
    .selectFrom('imports')
    .selectAll()
    .where('state', '=', state)
    .orderBy('created_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()) ?? null;

export const updateImport = async (
  db: Db,
  id: string,
  change: Updateable<ImportsTable>,
): Promise<void> => {
  await db.updateTable('imports').set(change).where('id', '=', id).execute();
};

/** Takes a file to read for a while; whoever died in the middle of one leaves it to others. */
export const claimReading = async (
  db: Db,
  reader: string,
  { at, until }: { readonly at: string; readonly until: string },
): Promise<ImportRow | null> => {
  const row = await db
    .updateTable('imports')
    .set({ reader, reader_until: until })
    .where('id', '=', (from) =>
      from
        .selectFrom('imports')
        .select('id')
        .where('state', '=', 'reading')
        .where((where) =>
          where.or([where('reader_until', 'is', null), where('reader_until', '<', at)]),
        )
        .orderBy('created_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
};

/** False when it was cancelled, or another has taken it over. */
export const keepReading = async (
  db: Db,
  { id, reader, until }: { readonly id: string; readonly reader: string; readonly until: string },
): Promise<boolean> => {
  const row = await db
    .updateTable('imports')
    .set({ reader_until: until })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .where('reader', '=', reader)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

/** Those whose time for undoing is over hold nothing of anybody any more. */
export const forgetOldImports = async (db: Db, before: string): Promise<void> => {
  const old = sql<string>`select id from imports
    where coalesce(ended_at, created_at) < ${before}
      and (state not in ('reading', 'trying', 'running', 'undoing') or reader_until = ${farAhead})`;
  for (const table of [
    'import_chunks',
    'import_keys',
    'import_lines',
    'import_changes',
    'import_people',
  ] as const) {
    await sql`delete from ${sql.table(table)} where import_id in (${old})`.execute(db);
  }
};

export const namesOfUsers = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('users')
    .select(['id', 'first_name', 'last_name'])
    .where(isOneOf('id', ids))
    .execute();
  return new Map(rows.map((row) => [row.id, `${row.first_name} ${row.last_name}`]));
};
