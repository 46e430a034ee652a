/** Pages of customers with everything of theirs, for a desktop's first load. */

import { brandsOverlap } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import { findCallbacksOfCustomers } from '@api/modules/callbacks/repository.ts';
import { findCasesOfCustomers } from '@api/modules/cases/repository.ts';
import { findConsentsOfCustomers } from '@api/modules/consents/repository.ts';
import { findCustomers } from '@api/modules/customers/repository.ts';
import { findGrantsOfCustomers } from '@api/modules/grants/repository.ts';
import { findInteractionsOfCustomers } from '@api/modules/interactions/repository.ts';
import { findPurchasesOfCustomers } from '@api/modules/purchases/repository.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { type Kysely, sql } from 'kysely';
import { isHeld } from './held-repository.ts';

type Db = Kysely<HubTables>;
type Scope = readonly string[];

export const countCustomers = async (db: Db, scope: Scope): Promise<number> => {
  const { total } = await db
    .selectFrom('customers')
    .select(sql<number>`count(*)`.as('total'))
    .where(brandsOverlap('brand_ids', scope))
    .executeTakeFirstOrThrow();
  return total;
};

export type PageWanted = {
  readonly after: string | undefined;
  readonly limit: number;
  /** Only whom a desktop is to hold that reaches back so far; null: everyone. */
  readonly since: string | null;
};

/** The ids of one page in the order of ids, starting after one. */
export const pageOfCustomers = async (
  db: Db,
  scope: Scope,
  { after, limit, since }: PageWanted,
): Promise<readonly string[]> => {
  let query = db
    .selectFrom('customers')
    .select('id')
    .where(brandsOverlap('brand_ids', scope))
    .orderBy('id')
    .limit(limit);
  if (after !== undefined) query = query.where('id', '>', after);
  if (since !== null) query = query.where(isHeld(since));
  return (await query.execute()).map((row) => row.id);
};

/** Ids of the customers with this number, at most `limit`: a family, a company and its people. */
export const customersByNumber = async (
  db: Db,
  scope: Scope,
  e164: string,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('customer_phones')
    .innerJoin('customers', 'customers.id', 'customer_phones.customer_id')
    .select('customers.id')
    .distinct()
    .where('customer_phones.e164', '=', e164)
    .where(brandsOverlap('customers.brand_ids', scope))
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
};

const byCustomer = <Row extends { readonly customerId: string | null }>(rows: readonly Row[]) => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.customerId === null) continue;
    const group = groups.get(row.customerId);
    if (group === undefined) groups.set(row.customerId, [row]);
    else group.push(row);
  }
  return groups;
};

export const loadBundles = async (
  db: Db,
  ids: readonly string[],
  scope: Scope,
): Promise<CustomerBundle[]> => {
  const [customers, cases, consents, callbacks, interactions, grants, purchases] =
    await Promise.all([
      findCustomers(db, ids, scope),
      findCasesOfCustomers(db, ids, scope).then(byCustomer),
      findConsentsOfCustomers(db, ids, scope).then(byCustomer),
      findCallbacksOfCustomers(db, ids, scope).then(byCustomer),
      findInteractionsOfCustomers(db, ids, scope).then(byCustomer),
      findGrantsOfCustomers(db, ids, scope).then(byCustomer),
      findPurchasesOfCustomers(db, ids, scope).then(byCustomer),
    ]);
  return ids.flatMap((id) => {
    const customer = customers.get(id);
    if (customer === undefined) return [];
    return {
      customer,
      cases: cases.get(id) ?? [],
      consents: consents.get(id) ?? [],
      callbacks: callbacks.get(id) ?? [],
      interactions: interactions.get(id) ?? [],
      grants: grants.get(id) ?? [],
      purchases: purchases.get(id) ?? [],
    };
  });
};
