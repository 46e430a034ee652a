/** Restricted data (GDPR 18) is kept, and shown to nobody who works with customers. */
import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export const restrict = async (
  tx: Db,
  customerId: string,
  { at, reason }: { readonly at: string; readonly reason: string },
): Promise<void> => {
  await tx
    .updateTable('customers')
    .set({ restricted_at: at, restricted_because: reason })
    .where('id', '=', customerId)
    .execute();
  await tx
    .updateTable('callbacks')
    .set({ status: 'cancelled', closed_at: at })
    .where('customer_id', '=', customerId)
    .where('status', '=', 'open')
    .execute();
};

/** Which of these people have their data restricted. */
export const restrictedAmong = async (
  db: Db,
  customerIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (customerIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`select id from customers
    where restricted_at is not null and id = any(${[...customerIds]}::uuid[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
};

/** Lifting it tells the desktops of everything of the person anew. */
export const lift = async (tx: Db, customerId: string): Promise<void> => {
  await sql`update customers set restricted_at = null, restricted_because = null,
      brand_ids = array(select brand_id from customer_relations
        where customer_id = ${customerId} order by 1)
    where id = ${customerId}`.execute(tx);
  for (const [table, entity] of [
    ['interactions', 'interaction'],
    ['cases', 'case'],
    ['consents', 'consent'],
    ['callbacks', 'callback'],
    ['grants', 'grant'],
    ['purchases', 'purchase'],
  ] as const) {
    await sql`insert into change_log (entity, entity_id, brand_ids)
      select ${entity}, id, array[brand_id] from ${sql.table(table)}
      where customer_id = ${customerId}`.execute(tx);
  }
  await sql`select pg_notify('hub_changed', '')`.execute(tx);
};

export const restrictionOf = async (db: Db, customerId: string) => {
  const row = await db
    .selectFrom('customers')
    .select(['restricted_at as restrictedAt', 'restricted_because as reason'])
    .where('id', '=', customerId)
    .executeTakeFirst();
  return { customerId, restrictedAt: row?.restrictedAt ?? null, reason: row?.reason ?? null };
};
