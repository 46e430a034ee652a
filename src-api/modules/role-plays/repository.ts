/** Role-plays and series, by brand. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type {
  RolePlay,
  RolePlayDraft,
  Series,
  SeriesDraft,
} from '@shared/domain/role-play/role-play.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;
type Stamp = { readonly id: string; readonly version: number; readonly updatedAt: string };

const rolePlayRows = (db: Db, scope: readonly string[]) =>
  db
    .selectFrom('role_plays')
    .select(['id', 'version', 'content', 'updated_at as updatedAt'])
    .where(isOneOf('brand_id', scope));

const seriesRows = (db: Db, scope: readonly string[]) =>
  db
    .selectFrom('role_play_series')
    .select([
      'id',
      'brand_id as brandId',
      'title',
      'role_play_ids as rolePlayIds',
      'pass_mark as passMark',
      'version',
      'updated_at as updatedAt',
    ])
    .where(isOneOf('brand_id', scope));

/** By title. */
export const findRolePlays = async (db: Db, scope: readonly string[]): Promise<RolePlay[]> => {
  const rows = await rolePlayRows(db, scope)
    .orderBy(sql`content->>'title'`)
    .orderBy('id')
    .execute();
  return rows.map(({ content, ...stamp }) => ({ ...content, ...stamp }));
};

export const findSeries = (db: Db, scope: readonly string[]): Promise<Series[]> =>
  seriesRows(db, scope).orderBy('title').orderBy('id').execute();

export const lockRolePlay = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<RolePlay | null> => {
  const row = await rolePlayRows(db, scope).where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined
    ? null
    : { ...row.content, id: row.id, version: row.version, updatedAt: row.updatedAt };
};

export const lockSeries = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<Series | null> =>
  (await seriesRows(db, scope).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;

export const putRolePlay = async (
  db: Db,
  draft: RolePlayDraft,
  { id, version, updatedAt }: Stamp,
  by: string,
): Promise<void> => {
  const row = {
    brand_id: draft.brandId,
    version,
    content: JSON.stringify(draft),
    updated_at: updatedAt,
  };
  await db
    .insertInto('role_plays')
    .values({ id, created_by: by, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
};

export const putSeries = async (
  db: Db,
  draft: SeriesDraft,
  { id, version, updatedAt }: Stamp,
): Promise<void> => {
  const row = {
    brand_id: draft.brandId,
    version,
    title: draft.title,
    role_play_ids: draft.rolePlayIds,
    pass_mark: draft.passMark,
    updated_at: updatedAt,
  };
  await db
    .insertInto('role_play_series')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
};

/** It leaves its series, too. */
export const deleteRolePlay = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('role_plays').where('id', '=', id).execute();
  await db
    .updateTable('role_play_series')
    .set({ role_play_ids: sql`array_remove(role_play_ids, ${id}::uuid)` })
    .where(sql<boolean>`${id}::uuid = any(role_play_ids)`)
    .execute();
};

export const deleteSeries = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('role_play_series').where('id', '=', id).execute();
};

/** How many of the ids are role-plays of this brand. */
export const countInBrand = async (
  db: Db,
  ids: readonly string[],
  brandId: string,
): Promise<number> => {
  const rows = await db
    .selectFrom('role_plays')
    .select('id')
    .where(isOneOf('id', ids))
    .where('brand_id', '=', brandId)
    .execute();
  return rows.length;
};
