/** Representatives as they are kept. */
import { brandsOverlap, isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { Representative } from '@shared/contracts/http/diaries.ts';
import {
  type RepresentativeSettings,
  representativeSettingsSchema,
} from '@shared/domain/diary/representative.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const columns = [
  'id',
  'revision',
  'settings',
  sql<boolean>`feed_digest is not null`.as('hasFeed'),
] as const;

/** Read through the schema: what was kept by an older hub gets today's defaults. */
const shown = <T extends { settings: RepresentativeSettings }>(row: T): T => ({
  ...row,
  settings: representativeSettingsSchema.parse(row.settings),
});

export const findRepresentatives = async (
  db: Db,
  scope: readonly string[],
): Promise<Representative[]> => {
  const rows = await db
    .selectFrom('representatives')
    .select(columns)
    .where(brandsOverlap('brand_ids', scope))
    .orderBy(sql`settings->>'name'`)
    .orderBy('id')
    .execute();
  return rows.map(shown);
};

const oneOf = (db: Db, id: string, scope: readonly string[]) =>
  db
    .selectFrom('representatives')
    .select(columns)
    .where('id', '=', id)
    .where(brandsOverlap('brand_ids', scope));

/** Null: there is none of these brands. */
export const findRepresentative = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<Representative | null> => {
  const row = await oneOf(db, id, scope).executeTakeFirst();
  return row === undefined ? null : shown(row);
};

/** The same, and nobody else writes into his diary until the transaction ends (DIARY-8). */
export const lockRepresentative = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<Representative | null> => {
  const row = await oneOf(db, id, scope).forUpdate().executeTakeFirst();
  return row === undefined ? null : shown(row);
};

export const insertRepresentative = async (
  db: Db,
  id: string,
  settings: RepresentativeSettings,
  createdAt: string,
): Promise<void> => {
  await db
    .insertInto('representatives')
    .values({
      id,
      brand_ids: [...settings.brandIds],
      settings: JSON.stringify(settings),
      revision: 1,
      created_at: createdAt,
    })
    .execute();
};

export const updateRepresentative = async (
  db: Db,
  id: string,
  settings: RepresentativeSettings,
): Promise<void> => {
  await db
    .updateTable('representatives')
    .set((row) => ({
      settings: JSON.stringify(settings),
      brand_ids: [...settings.brandIds],
      revision: row('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
};

/** Names of several, whoever asks. */
export const namesOf = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('representatives')
    .select(['id', sql<string>`settings->>'name'`.as('name')])
    .where(isOneOf('id', [...ids]))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};
