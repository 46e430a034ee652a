/** Consents are decisions with their proof: added, never changed (C. conso. L223-1). */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { Consent } from '@shared/domain/customer/customer.ts';
import type { Kysely } from 'kysely';

type Db = Kysely<HubTables>;

const columns = [
  'id',
  'customer_id as customerId',
  'brand_id as brandId',
  'channel',
  'status',
  'purpose',
  'given_at as givenAt',
  'until',
  'proof',
] as const;

const scoped = (db: Db, scope: readonly string[]) =>
  db.selectFrom('consents').select(columns).where(isOneOf('brand_id', scope));

export const findConsents = (
  db: Db,
  ids: readonly string[],
  scope: readonly string[],
): Promise<Consent[]> => scoped(db, scope).where(isOneOf('id', ids)).execute();

export const findConsentsOfCustomers = (
  db: Db,
  customerIds: readonly string[],
  scope: readonly string[],
): Promise<Consent[]> =>
  scoped(db, scope)
    .where(isOneOf('customer_id', customerIds))
    .orderBy('given_at', 'desc')
    .execute();

/** Of every brand, for those who act for all of them. */
export const findConsentsOfCards = (db: Db, customerIds: readonly string[]): Promise<Consent[]> =>
  db
    .selectFrom('consents')
    .select(columns)
    .where(isOneOf('customer_id', customerIds))
    .orderBy('given_at', 'desc')
    .execute();

/** @returns whether it was not there yet. */
export const insertConsent = async (db: Db, row: Consent, recordedBy: string): Promise<boolean> => {
  const inserted = await db
    .insertInto('consents')
    .values({
      id: row.id,
      customer_id: row.customerId,
      brand_id: row.brandId,
      channel: row.channel,
      status: row.status,
      purpose: row.purpose,
      given_at: row.givenAt,
      until: row.until,
      proof: row.proof,
      recorded_by: recordedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
};
