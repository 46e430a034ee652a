/** Which cards are shown, and to whom: those that were merged away are seen through another. */

import { brandsOverlap, isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { Kysely } from 'kysely';

type Db = Kysely<HubTables>;

/**
 * The card that shows this one now: itself, unless it was merged into another. Whoever still names a
 * card that was merged away means that one.
 */
export const shownBy = async (db: Db, customerId: string): Promise<string> => {
  const row = await db
    .selectFrom('merged_customers')
    .select('root_id')
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row?.root_id ?? customerId;
};

/** Which of the ids the scope may see; one that was merged away is seen through the card that shows it. */
export const visibleCustomerIds = async (
  db: Db,
  ids: readonly string[],
  scope: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const [own, merged] = await Promise.all([
    db
      .selectFrom('customers')
      .select('id')
      .where(isOneOf('id', ids))
      .where(brandsOverlap('customers.brand_ids', scope))
      .execute(),
    db
      .selectFrom('merged_customers')
      .innerJoin('customers', 'customers.id', 'merged_customers.root_id')
      .select('merged_customers.customer_id as id')
      .where(isOneOf('merged_customers.customer_id', ids))
      .where(brandsOverlap('customers.brand_ids', scope))
      .execute(),
  ]);
  return new Set([...own, ...merged].map((row) => row.id));
};
