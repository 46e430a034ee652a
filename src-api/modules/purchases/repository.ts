/** Orders and carts of customers, read alike. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { Purchase } from '@shared/domain/purchase/purchase.ts';
import type { Kysely } from 'kysely';

type Db = Kysely<HubTables>;

const scoped = (db: Db, scope: readonly string[]) =>
  db
    .selectFrom('purchases')
    .select([
      'id',
      'kind',
      'customer_id as customerId',
      'brand_id as brandId',
      'reference',
      'at',
      'until',
      'amount_cents as amountCents',
      'words',
      'bought',
    ])
    .where(isOneOf('brand_id', scope));

export const findPurchases = async (
  db: Db,
  ids: readonly string[],
  scope: readonly string[],
): Promise<Purchase[]> =>
  ids.length === 0 ? [] : scoped(db, scope).where(isOneOf('id', ids)).execute();

/** Newest first. */
export const findPurchasesOfCustomers = (
  db: Db,
  customerIds: readonly string[],
  scope: readonly string[],
): Promise<Purchase[]> =>
  scoped(db, scope).where(isOneOf('customer_id', customerIds)).orderBy('at', 'desc').execute();
