/** What was granted to customers, or asked for. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { AskedGrant } from '@shared/contracts/http/promises.ts';
import type { Grant } from '@shared/domain/delegation/delegation.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const columns = [
  'grants.id',
  'customer_id as customerId',
  'brand_id as brandId',
  'interaction_id as interactionId',
  'case_id as caseId',
  'grants.kind',
  'amount_cents as amountCents',
  'reason_code as reasonCode',
  'note',
  'status',
  'by_id as byId',
  'at',
  'decided_by as decidedById',
  'decided_at as decidedAt',
] as const;

const scoped = (db: Db, scope: readonly string[]) =>
  db.selectFrom('grants').select(columns).where(isOneOf('brand_id', scope));

export const findGrants = (
  db: Db,
  ids: readonly string[],
  scope: readonly string[],
): Promise<Grant[]> => scoped(db, scope).where(isOneOf('grants.id', ids)).execute();

export const findGrantsOfCustomers = (
  db: Db,
  customerIds: readonly string[],
  scope: readonly string[],
): Promise<Grant[]> =>
  scoped(db, scope).where(isOneOf('customer_id', customerIds)).orderBy('at', 'desc').execute();

/** What waits for a yes or no, the oldest first. */
export const findAsked = (db: Db, scope: readonly string[]): Promise<AskedGrant[]> =>
  scoped(db, scope)
    .innerJoin('customers', 'customers.id', 'grants.customer_id')
    .select(
      sql<string>`coalesce(customers.company_name,
        trim(customers.first_name || ' ' || customers.last_name))`.as('customerName'),
    )
    .where('status', '=', 'asked')
    .orderBy('at')
    .limit(200)
    .execute();

export const lockGrant = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<Grant | null> =>
  (await scoped(db, scope).where('grants.id', '=', id).forUpdate('grants').executeTakeFirst()) ??
  null;

export const insertGrant = async (db: Db, row: Grant): Promise<void> => {
  await db
    .insertInto('grants')
    .values({
      id: row.id,
      customer_id: row.customerId,
      brand_id: row.brandId,
      interaction_id: row.interactionId,
      case_id: row.caseId,
      kind: row.kind,
      amount_cents: row.amountCents,
      reason_code: row.reasonCode,
      note: row.note,
      status: row.status,
      by_id: row.byId,
      at: row.at,
      decided_by: null,
      decided_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const decideGrant = async (
  db: Db,
  id: string,
  decision: { readonly status: 'approved' | 'denied'; readonly by: string; readonly at: string },
): Promise<void> => {
  await db
    .updateTable('grants')
    .set({ status: decision.status, decided_by: decision.by, decided_at: decision.at })
    .where('id', '=', id)
    .execute();
};
