/** Cases: what a customer and a brand have open with each other. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { CustomerCase } from '@shared/domain/customer/customer.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const columns = [
  'id',
  'reference',
  'customer_id as customerId',
  'brand_id as brandId',
  'kind',
  'title',
  'detail',
  'status',
  'opened_at as openedAt',
  'updated_at as updatedAt',
] as const;

const scoped = (db: Db, scope: readonly string[]) =>
  db.selectFrom('cases').select(columns).where(isOneOf('brand_id', scope));

export const findCases = (
  db: Db,
  ids: readonly string[],
  scope: readonly string[],
): Promise<CustomerCase[]> => scoped(db, scope).where(isOneOf('id', ids)).execute();

export const findCasesOfCustomers = (
  db: Db,
  customerIds: readonly string[],
  scope: readonly string[],
): Promise<CustomerCase[]> =>
  scoped(db, scope)
    .where(isOneOf('customer_id', customerIds))
    .orderBy('opened_at', 'desc')
    .execute();

export const lockCase = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<CustomerCase | null> =>
  (await scoped(db, scope).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;

const nextReference = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ next: number }>`
    select nextval('case_references')::int8 as next`.execute(db);
  return `R-${rows[0]?.next}`;
};

const insertOnce = (db: Db, row: CustomerCase) =>
  db
    .insertInto('cases')
    .values({
      id: row.id,
      reference: row.reference,
      customer_id: row.customerId,
      brand_id: row.brandId,
      kind: row.kind,
      title: row.title,
      detail: row.detail,
      status: row.status,
      opened_at: row.openedAt,
      updated_at: row.updatedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();

/**
 * Opens a case. Two desktops without a network may have given the same reference: the later gets
 * another one. @returns the case as the hub holds it.
 */
export const insertCase = async (db: Db, given: CustomerCase): Promise<CustomerCase> => {
  let row = given;
  for (;;) {
    const inserted = await insertOnce(db, row);
    if (inserted !== undefined) return row;
    const known = await db
      .selectFrom('cases')
      .select(columns)
      .where('id', '=', given.id)
      .executeTakeFirst();
    if (known !== undefined) return known;
    row = { ...given, reference: await nextReference(db) };
  }
};

export const updateCaseStatus = async (
  db: Db,
  id: string,
  status: CustomerCase['status'],
  at: string,
): Promise<void> => {
  await db.updateTable('cases').set({ status, updated_at: at }).where('id', '=', id).execute();
};
