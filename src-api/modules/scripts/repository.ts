/** Versions of speeches: added, written while they are drafts, decided upon, never deleted. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { ScriptVersion } from '@shared/contracts/http/scripts.ts';
import type { VersionState } from '@shared/domain/script/governance/version-machine.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;
export type KeptVersion = Omit<ScriptVersion, 'said' | 'may'>;
export type VersionKey = { readonly id: string; readonly version: number };

/** What a reader may see: her brands, and only what was ever published unless she writes. */
export type Sight = {
  readonly brandIds: readonly string[];
  readonly writes: boolean;
};
type ContentSight = Sight & {
  /** Only what was approved, and not taken back. */
  readonly approved?: boolean;
  readonly form?: 'said' | 'written';
};

const versions = (db: Db, { brandIds, writes }: Sight) => {
  const seen = db
    .selectFrom('script_versions')
    .select([
      'script_id as id',
      'version',
      'brand_id as brandId',
      sql<string>`content->>'name'`.as('name'),
      sql<Script['locale']>`content->>'locale'`.as('locale'),
      sql<Script['locale'][]>`coalesce(content->'languages', '[]'::jsonb)`.as('languages'),
      sql<Script['direction']>`content->>'direction'`.as('direction'),
      'status',
      'revision',
      'writers',
      'created_by as createdBy',
      'created_at as createdAt',
      'saved_by as savedBy',
      'saved_at as savedAt',
      'submitted_by as submittedBy',
      'submitted_at as submittedAt',
      'approved_by as approvedBy',
      'approved_at as approvedAt',
      'published_by as publishedBy',
      'published_at as publishedAt',
      'valid_from as validFrom',
      'withdrawn_by as withdrawnBy',
      'withdrawn_at as withdrawnAt',
      'reason',
      sql<number>`(select count(*)::int from script_comments one
        where one.script_id = script_versions.script_id and one.version = script_versions.version
          and one.parent_id is null and one.resolved_at is null)`.as('openComments'),
    ])
    .where(isOneOf('brand_id', brandIds));
  return writes ? seen : seen.where('published_at', 'is not', null);
};

export const findVersions = (
  db: Db,
  sight: Sight,
  scriptId: string | undefined,
): Promise<KeptVersion[]> => {
  const all = versions(db, sight).orderBy('script_id').orderBy('version', 'desc');
  return (scriptId === undefined ? all : all.where('script_id', '=', scriptId)).execute();
};

export const findVersion = async (
  db: Db,
  { id, version }: VersionKey,
  sight: Sight,
): Promise<KeptVersion | null> =>
  (await versions(db, sight)
    .where('script_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()) ?? null;

export const findContent = async (
  db: Db,
  { id, version }: VersionKey,
  { brandIds, writes, approved = false, form = 'said' }: ContentSight,
): Promise<Script | null> => {
  const seen = db
    .selectFrom('script_versions')
    .select(['content', 'written'])
    .where('script_id', '=', id)
    .where('version', '=', version)
    .where(isOneOf('brand_id', brandIds));
  const mine = writes ? seen : seen.where('published_at', 'is not', null);
  const row = await (approved
    ? mine.where('status', 'in', ['approved', 'published'])
    : mine
  ).executeTakeFirst();
  return (form === 'written' ? row?.written : null) ?? row?.content ?? null;
};

/** Whose the speech is and its highest version, locked so that two drafts get two numbers. */
export const lockLatest = async (db: Db, id: string) => {
  await lockScript(db, id);
  const row = await db
    .selectFrom('script_versions')
    .select(['version', 'brand_id as brandId'])
    .where('script_id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
};

/** One at a time decides about a speech, until the end of the transaction. */
export const lockScript = async (db: Db, id: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`script:${id}`}, 0))`.execute(db);
};

type By = { readonly userId: string; readonly at: string };

export const insertDraft = async (db: Db, script: Script, by: By): Promise<void> => {
  await db
    .insertInto('script_versions')
    .values({
      script_id: script.id,
      version: script.version,
      brand_id: script.brandId,
      status: 'draft',
      content: JSON.stringify(script),
      created_by: by.userId,
      created_at: by.at,
      saved_by: by.userId,
      saved_at: by.at,
      writers: [by.userId],
      published_by: null,
      published_at: null,
    })
    .execute();
};

/** Whoever saves is from now on one of those who wrote it. */
const withWriter = (userId: string) =>
  sql<string[]>`(select array(select distinct unnest(writers || array[${userId}::uuid])))`;

export const saveDraft = async (
  db: Db,
  script: Script,
  {
    revision,
    by,
    writes,
  }: { readonly revision: number; readonly by: By; readonly writes: boolean },
): Promise<void> => {
  await db
    .updateTable('script_versions')
    .set({
      content: JSON.stringify(script),
      revision,
      saved_by: by.userId,
      saved_at: by.at,
      ...(writes ? { writers: withWriter(by.userId) } : {}),
    })
    .where('script_id', '=', script.id)
    .where('version', '=', script.version)
    .execute();
};

type Decision = {
  readonly status: VersionState;
  readonly by: By;
  readonly reason?: string | undefined;
  readonly validFrom?: string | undefined;
  /** What was approved, where approving changes it. */
  readonly content?: Script | undefined;
};

const columnsOf = (deed: string, { status, by, reason, validFrom, content }: Decision) => ({
  status,
  ...(content === undefined
    ? {}
    : { written: sql<Script>`content`, content: JSON.stringify(content) }),
  ...(deed === 'submit'
    ? { submitted_by: by.userId, submitted_at: by.at, writers: withWriter(by.userId) }
    : {}),
  ...(deed === 'approve' ? { approved_by: by.userId, approved_at: by.at, reason: null } : {}),
  ...(deed === 'refuse' ? { reason: reason ?? null } : {}),
  ...(deed === 'withdraw'
    ? { withdrawn_by: by.userId, withdrawn_at: by.at, reason: reason ?? null }
    : {}),
  // From when it is said is part of what desktops hold, so it goes into the content, too.
  ...(validFrom === undefined
    ? {}
    : {
        published_by: by.userId,
        published_at: by.at,
        valid_from: validFrom,
        content: sql<string>`jsonb_set(content, '{publishedAt}', to_jsonb(${validFrom}::text))`,
      }),
});

export const markDecided = async (
  db: Db,
  { id, version }: VersionKey,
  deed: string,
  decision: Decision,
): Promise<void> => {
  await db
    .updateTable('script_versions')
    .set(columnsOf(deed, decision))
    .where('script_id', '=', id)
    .where('version', '=', version)
    .execute();
};

export const isOutsourced = async (db: Db, teamId: string | null): Promise<boolean> => {
  if (teamId === null) return false;
  const team = await db
    .selectFrom('teams')
    .select('outsourcer')
    .where('id', '=', teamId)
    .executeTakeFirst();
  return (team?.outsourcer ?? null) !== null;
};
