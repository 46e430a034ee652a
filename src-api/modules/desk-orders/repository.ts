/** Orders that leads gave, and what came of them. */
import type { HubTables } from '@api/db/tables.ts';
import {
  type DeskOrder,
  type GivenDeskOrder,
  givenDeskOrderSchema,
} from '@shared/contracts/http/desk-orders.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export const insertOrder = async (
  tx: Db,
  row: {
    readonly id: string;
    readonly userId: string;
    readonly byId: string;
    readonly order: DeskOrder;
    readonly at: string;
    readonly outcome: GivenDeskOrder['outcome'];
  },
): Promise<void> => {
  await tx
    .insertInto('desk_orders')
    .values({
      id: row.id,
      user_id: row.userId,
      by_id: row.byId,
      content: JSON.stringify(row.order),
      at: row.at,
      outcome: row.outcome,
    })
    .execute();
  await sql`select pg_notify('desk_orders', ${row.userId})`.execute(tx);
};

/** Those that wait and are not over, oldest first. */
export const openOrders = async (
  db: Db,
  userId: string,
  since: string,
): Promise<GivenDeskOrder[]> => {
  const rows = await db
    .selectFrom('desk_orders')
    .innerJoin('users', 'users.id', 'desk_orders.by_id')
    .select([
      'desk_orders.id',
      'desk_orders.content as order',
      'desk_orders.at',
      'desk_orders.outcome',
      sql<string>`trim(users.first_name || ' ' || users.last_name)`.as('byName'),
    ])
    .where('user_id', '=', userId)
    .where('outcome', '=', 'waits')
    .where('at', '>=', since)
    .orderBy('at')
    .limit(50)
    .execute();
  return rows.map((row) => givenDeskOrderSchema.parse(row));
};

/** @returns whether it waited: an order is answered once */
export const settleOrder = async (
  db: Db,
  {
    id,
    userId,
    outcome,
  }: { readonly id: string; readonly userId: string; readonly outcome: 'done' | 'refused' },
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('desk_orders')
    .set({ outcome })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('outcome', '=', 'waits')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};
