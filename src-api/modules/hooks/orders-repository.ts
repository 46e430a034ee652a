/** Orders; each belongs to whom its interaction belongs to. */
import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, sql } from 'kysely';

export type Order = {
  readonly id: string;
  /** Null for one that has its interaction already. */
  readonly interactionId: string | null;
  readonly brandId: string;
  readonly reference: string;
  readonly placedAt: string;
  readonly amountCents: number;
  readonly lines: unknown;
  readonly summary: string;
};

/** @returns its entry of the time line. */
export const putOrder = async (db: Kysely<HubTables>, order: Order): Promise<string | null> => {
  const { id, interactionId, placedAt, amountCents } = order;
  const lines = JSON.stringify(order.lines);
  await sql`
    insert into orders
      (id, customer_id, brand_id, reference, placed_at, amount_cents, lines, interaction_id)
    values (${id}, null, ${order.brandId}, ${order.reference}, ${placedAt}, ${amountCents}, ${lines}, ${interactionId})
    on conflict (id) do update
      set placed_at = ${placedAt}, amount_cents = ${amountCents}, lines = ${lines}`.execute(db);
  await sql`
    update interactions told set started_at = ${placedAt}, summary = ${order.summary}
    from orders placed
    where placed.id = ${id} and told.id = placed.interaction_id
      and (told.started_at, told.summary) is distinct from
        (${placedAt}::timestamptz, ${order.summary}::text)`.execute(db);
  const row = await db
    .selectFrom('orders')
    .select('interaction_id as entry')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.entry ?? null;
};
