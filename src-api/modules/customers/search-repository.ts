/** Finding customers by the beginnings of their names, and reading their history. */

import { brandsOverlap } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { customerHistorySchema } from '@shared/contracts/http/customers.ts';
import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { folded } from './search-text.ts';

type Db = Kysely<HubTables>;

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

type History = z.infer<typeof customerHistorySchema>['changes'];

/** Newest first. */
export const findHistory = async (db: Db, customerId: string): Promise<History> =>
  db
    .selectFrom('customer_history')
    .select([
      'version',
      'field',
      'old_value as from',
      'new_value as to',
      'changed_by as changedBy',
      'changed_at as changedAt',
    ])
    .where('customer_id', '=', customerId)
    .orderBy('version', 'desc')
    .orderBy('field')
    .limit(500)
    .execute();
