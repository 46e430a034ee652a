/** Exports and their lines. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { ExportView, NewExport } from '@shared/contracts/http/exports.ts';
import { type Kysely, sql } from 'kysely';

export type Db = Kysely<HubTables>;
export type KeptExport = Omit<ExportView, 'byName' | 'fileName' | 'progress' | 'format'> & {
  readonly asked: NewExport;
  readonly done: number;
  readonly total: number;
  readonly byName: string | null;
};

const select = (db: Db, brandIds: readonly string[]) =>
  db
    .selectFrom('exports')
    .leftJoin('users', 'users.id', 'exports.by_id')
    .select([
      'exports.id',
      'exports.brand_id as brandId',
      'exports.kind',
      'exports.asked',
      'exports.state',
      'exports.by_id as byId',
      'exports.created_at as createdAt',
      'exports.ended_at as endedAt',
      'exports.until',
      'exports.done',
      'exports.total',
      sql<string | null>`trim(users.first_name || ' ' || users.last_name)`.as('byName'),
    ])
    .where(isOneOf('exports.brand_id', brandIds));

export const findExports = (
  db: Db,
  brandIds: readonly string[],
  limit: number,
): Promise<KeptExport[]> =>
  select(db, brandIds)
    .orderBy('exports.created_at', 'desc')
    .orderBy('exports.id')
    .limit(limit)
    .execute();

export const findExport = async (
  db: Db,
  id: string,
  brandIds: readonly string[],
): Promise<KeptExport | null> =>
  (await select(db, brandIds).where('exports.id', '=', id).executeTakeFirst()) ?? null;

export const insertExport = async (
  db: Db,
  given: {
    readonly id: string;
    readonly asked: NewExport;
    readonly by: string;
    readonly at: string;
    readonly total: number;
  },
): Promise<void> => {
  const { id, asked, by, at, total } = given;
  await db
    .insertInto('exports')
    .values({
      id,
      brand_id: asked.brandId,
      kind: asked.kind,
      asked: JSON.stringify(asked),
      state: 'making',
      by_id: by,
      created_at: at,
      ended_at: null,
      until: null,
      cursor: null,
      total,
    })
    .execute();
};

export type AtWork = {
  readonly id: string;
  readonly asked: NewExport;
  readonly cursor: string | null;
  readonly done: number;
};

/** The oldest that nobody is at, locked until the batch is in. */
export const lockNext = async (tx: Db): Promise<AtWork | null> => {
  const { rows } = await sql<AtWork>`
    select id, asked, cursor, done from exports where state = 'making'
    order by created_at, id limit 1 for update skip locked`.execute(tx);
  return rows[0] ?? null;
};

export const addLines = async (
  tx: Db,
  exportId: string,
  lines: readonly {
    readonly place: number;
    readonly customerId: string | null;
    readonly body: Buffer;
  }[],
): Promise<void> => {
  if (lines.length === 0) return;
  await sql`
    insert into export_lines (export_id, place, customer_id, body)
    select ${exportId}::uuid, * from unnest(
      ${lines.map(({ place }) => place)}::int[],
      ${lines.map(({ customerId }) => customerId)}::uuid[],
      ${lines.map(({ body }) => body)}::bytea[])`.execute(tx);
};

export const noteBatch = async (
  tx: Db,
  id: string,
  batch: {
    readonly cursor: string | null;
    readonly done: number;
    readonly ended: { readonly at: string; readonly until: string } | null;
  },
): Promise<void> => {
  const { cursor, done, ended } = batch;
  await tx
    .updateTable('exports')
    .set({
      cursor,
      done,
      ...(ended === null
        ? {}
        : { state: 'done' as const, ended_at: ended.at, until: ended.until, total: done }),
    })
    .where('id', '=', id)
    .execute();
};

/** False when it is not being made and there is no file. */
export const cancel = async (tx: Db, id: string, at: string): Promise<boolean> => {
  const changed = await tx
    .updateTable('exports')
    .set({ state: 'cancelled', ended_at: at, until: null })
    .where('id', '=', id)
    .where('state', 'in', ['making', 'done'])
    .returning('id')
    .executeTakeFirst();
  await tx.deleteFrom('export_lines').where('export_id', '=', id).execute();
  return changed !== undefined;
};

export const expireExports = async (db: Db, now: string): Promise<void> => {
  await sql`
    with over as (
      update exports set state = 'expired', until = null
      where state = 'done' and until <= ${now} returning id)
    delete from export_lines where export_id in (select id from over)`.execute(db);
};

export type SealedLine = {
  readonly place: number;
  readonly body: Buffer;
  /** Nobody who was erased or restricted since. */
  readonly mayGoOut: boolean;
};

/** The page is taken first: who may go out is looked up for its few hundred people alone. */
export const linesAfter = async (
  db: Db,
  exportId: string,
  after: number,
  limit: number,
): Promise<readonly SealedLine[]> => {
  const { rows } = await sql<SealedLine>`
    with page as materialized (
      select place, customer_id, body from export_lines
      where export_id = ${exportId} and place > ${after} order by place limit ${limit})
    select place, body, customer_id is null or customer_id in (
      select id from customers where restricted_at is null
        and id = any(array(select customer_id from page))) as "mayGoOut"
    from page order by place`.execute(db);
  return rows;
};
