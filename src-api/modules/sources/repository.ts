/** Sources with their sealed secrets; what leaves here as a `Source` carries none of them. */
import type { HubTables } from '@api/db/tables.ts';
import type { NewSource, SourceChange } from '@shared/contracts/http/sources.ts';
import type { Source } from '@shared/domain/source/source.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const columns = [
  'id',
  'name',
  'kind',
  'brand_ids as brandIds',
  'active',
  'created_at as createdAt',
  'former_secret_until as formerSecretUntil',
  'refused',
  'refused_at as refusedAt',
] as const;

export const findSources = (db: Db): Promise<Source[]> =>
  db.selectFrom('sources').select(columns).orderBy('name').orderBy('id').execute();

export const findSource = async (db: Db, id: string): Promise<Source | null> =>
  (await db.selectFrom('sources').select(columns).where('id', '=', id).executeTakeFirst()) ?? null;

export const insertSource = async (
  db: Db,
  given: NewSource & { readonly id: string; readonly secret: Buffer; readonly createdAt: string },
  createdBy: string | null,
): Promise<void> => {
  await db
    .insertInto('sources')
    .values({
      id: given.id,
      name: given.name,
      kind: given.kind,
      brand_ids: given.brandIds,
      active: true,
      secret: given.secret,
      former_secret: null,
      former_secret_until: null,
      refused_at: null,
      created_by: createdBy,
      created_at: given.createdAt,
    })
    .execute();
};

export const updateSource = async (db: Db, id: string, change: SourceChange): Promise<void> => {
  const { name, brandIds, active } = change;
  await db
    .updateTable('sources')
    .set({
      id,
      ...(name === undefined ? {} : { name }),
      ...(brandIds === undefined ? {} : { brand_ids: brandIds }),
      ...(active === undefined ? {} : { active }),
    })
    .where('id', '=', id)
    .execute();
};

export const rotateSecret = async (
  db: Db,
  id: string,
  secret: Buffer,
  formerUntil: string,
): Promise<void> => {
  await db
    .updateTable('sources')
    .set((of) => ({
      former_secret: of.ref('secret'),
      former_secret_until: formerUntil,
      secret,
    }))
    .where('id', '=', id)
    .execute();
};

export type KeptSecrets = {
  readonly kind: Source['kind'];
  readonly active: boolean;
  readonly brandIds: readonly string[];
  readonly secret: Buffer;
  readonly formerSecret: Buffer | null;
  readonly formerSecretUntil: string | null;
};

export const findSecrets = async (db: Db, id: string): Promise<KeptSecrets | null> => {
  const row = await db
    .selectFrom('sources')
    .select([
      'kind',
      'active',
      'brand_ids as brandIds',
      'secret',
      'former_secret as formerSecret',
      'former_secret_until as formerSecretUntil',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
};

/** All that is kept of a request whose signature does not fit. */
export const countRefused = async (db: Db, id: string, at: string): Promise<void> => {
  await sql`update sources set refused = refused + 1, refused_at = ${at} where id = ${id}`.execute(
    db,
  );
};

export const unknownBrands = async (db: Db, ids: readonly string[]): Promise<string[]> => {
  const rows = await db.selectFrom('brands').select('id').where('id', 'in', ids).execute();
  const known = new Set(rows.map((row) => row.id));
  return ids.filter((id) => !known.has(id));
};
