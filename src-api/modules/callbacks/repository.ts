/** Promises to call: whoever closes one first has it; the hub decides. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';
import type { Kysely } from 'kysely';

type Db = Kysely<HubTables>;

const columns = [
  'id',
  'kind',
  'customer_id as customerId',
  'customer_name as customerName',
  'brand_id as brandId',
  'number',
  'due_at as dueAt',
  'advisor_id as advisorId',
  'reason',
  'status',
  'created_by as createdBy',
  'created_at as createdAt',
  'interaction_id as interactionId',
  'amount_cents as amountCents',
  'expires_at as expiresAt',
] as const;

const scoped = (db: Db, scope: readonly string[]) =>
  db.selectFrom('callbacks').select(columns).where(isOneOf('brand_id', scope));

export const findCallbacks = (
  db: Db,
  ids: readonly string[],
  scope: readonly string[],
): Promise<Callback[]> => scoped(db, scope).where(isOneOf('id', ids)).execute();

export const findCallbacksOfCustomers = (
  db: Db,
  customerIds: readonly string[],
  scope: readonly string[],
): Promise<Callback[]> =>
  scoped(db, scope).where(isOneOf('customer_id', customerIds)).orderBy('due_at').execute();

/** Open callbacks of the scope, the next one due first; optionally one advisor's and anyone's. */
export const findOpenCallbacks = (
  db: Db,
  scope: readonly string[],
  limit: number,
): Promise<Callback[]> =>
  scoped(db, scope).where('status', '=', 'open').orderBy('due_at').limit(limit).execute();

/** Open ones of people whom nobody knows. */
export const findLooseCallbacks = (db: Db, scope: readonly string[]): Promise<Callback[]> =>
  scoped(db, scope).where('customer_id', 'is', null).where('status', '=', 'open').execute();

export const assignCallback = async (db: Db, id: string, advisorId: string): Promise<void> => {
  await db.updateTable('callbacks').set({ advisor_id: advisorId }).where('id', '=', id).execute();
};

export const lockCallback = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<Callback | null> =>
  (await scoped(db, scope).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;

export const insertCallback = async (db: Db, row: Callback): Promise<void> => {
  await db
    .insertInto('callbacks')
    .values({
      id: row.id,
      kind: row.kind,
      customer_id: row.customerId,
      customer_name: row.customerName,
      brand_id: row.brandId,
      number: row.number,
      due_at: row.dueAt,
      advisor_id: row.advisorId,
      reason: row.reason,
      status: row.status,
      created_by: row.createdBy,
      created_at: row.createdAt,
      interaction_id: row.interactionId,
      amount_cents: row.amountCents ?? null,
      expires_at: row.expiresAt ?? null,
      closed_by: null,
      closed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const closeCallback = async (
  db: Db,
  id: string,
  closing: {
    readonly status: 'done' | 'cancelled';
    readonly interactionId: string | null;
    readonly by: string;
    readonly at: string;
  },
): Promise<void> => {
  await db
    .updateTable('callbacks')
    .set({
      status: closing.status,
      interaction_id: closing.interactionId,
      closed_by: closing.by,
      closed_at: closing.at,
    })
    .where('id', '=', id)
    .execute();
};
