/** Finding customers by the beginnings of their names. */

import { brandsOverlap, isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, sql } from 'kysely';
import { folded } from './search-text.ts';

type Db = Kysely<HubTables>;

/** As it is written, or in small letters. */
export const customerIdsByEmail = async (
  db: Db,
  email: string,
  scope: readonly string[],
  limit: number,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('customers')
    .select('id')
    .where(sql<boolean>`emails && ${[email, email.toLowerCase()]}::text[]`)
    .where(brandsOverlap('brand_ids', scope))
    .orderBy('search_text')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
};

/** Whose case has this reference. */
export const customerIdsByCase = async (
  db: Db,
  reference: string,
  scope: readonly string[],
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('cases')
    .select('customer_id as id')
    .where(isOneOf('reference', [reference, reference.toUpperCase(), reference.toLowerCase()]))
    .where(isOneOf('brand_id', scope))
    .execute();
  return rows.map((row) => row.id);
};

/** Every word must begin one of the names; the index answers (`to_tsquery` with prefixes). */
export const customerIdsByName = async (
  db: Db,
  name: string,
  scope: readonly string[],
  limit: number,
): Promise<readonly string[]> => {
  const words = folded(name).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const query = words.map((word) => `${word}:*`).join(' & ');
  const rows = await db
    .selectFrom('customers')
    .select('id')
    .where(sql<boolean>`to_tsvector('simple', search_text) @@ to_tsquery('simple', ${query})`)
    .where(brandsOverlap('brand_ids', scope))
    .orderBy('search_text')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
};
