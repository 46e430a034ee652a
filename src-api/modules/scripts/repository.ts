/** Versions of speeches: added and published or withdrawn, never overwritten. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { ScriptVersion } from '@shared/contracts/http/scripts.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const versions = (db: Db, scope: readonly string[]) =>
  db
    .selectFrom('script_versions')
    .select([
      'script_id as id',
      'version',
      'brand_id as brandId',
      sql<string>`content->>'name'`.as('name'),
      'status',
      'created_by as createdBy',
      'created_at as createdAt',
      'published_by as publishedBy',
      'published_at as publishedAt',
    ])
    .where(isOneOf('brand_id', scope));

export const findVersions = (db: Db, scope: readonly string[]): Promise<ScriptVersion[]> =>
  versions(db, scope).orderBy('script_id').orderBy('version', 'desc').execute();

export const findVersion = async (
  db: Db,
  id: string,
  version: number,
  scope: readonly string[],
): Promise<ScriptVersion | null> =>
  (await versions(db, scope)
    .where('script_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()) ?? null;

export const findContent = async (
  db: Db,
  id: string,
  version: number,
  scope: readonly string[],
): Promise<Script | null> => {
  const row = await db
    .selectFrom('script_versions')
    .select('content')
    .where('script_id', '=', id)
    .where('version', '=', version)
    .where(isOneOf('brand_id', scope))
    .executeTakeFirst();
  return row?.content ?? null;
};

/** Whose the speech is and its highest version, locked so that two drafts get two numbers. */
export const lockLatest = async (db: Db, id: string) => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`script:${id}`}, 0))`.execute(db);
  const row = await db
    .selectFrom('script_versions')
    .select(['version', 'brand_id as brandId'])
    .where('script_id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
};

export const insertDraft = async (db: Db, script: Script, createdBy: string): Promise<void> => {
  await db
    .insertInto('script_versions')
    .values({
      script_id: script.id,
      version: script.version,
      brand_id: script.brandId,
      status: 'draft',
      content: JSON.stringify(script),
      created_by: createdBy,
      published_by: null,
      published_at: null,
    })
    .execute();
};

/** The moment of publishing is part of what advisors read, so it goes into the content, too. */
export const markPublished = async (
  db: Db,
  id: string,
  version: number,
  by: { readonly userId: string; readonly at: string },
): Promise<void> => {
  await db
    .updateTable('script_versions')
    .set({
      status: 'published',
      published_by: by.userId,
      published_at: by.at,
      content: sql`jsonb_set(content, '{publishedAt}', to_jsonb(${by.at}::text))`,
    })
    .where('script_id', '=', id)
    .where('version', '=', version)
    .execute();
};

export const markWithdrawn = async (db: Db, id: string, version: number): Promise<void> => {
  await db
    .updateTable('script_versions')
    .set({ status: 'withdrawn' })
    .where('script_id', '=', id)
    .where('version', '=', version)
    .execute();
};
