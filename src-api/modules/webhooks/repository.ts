/** Subscriptions and what they are to be told; several instances share the deliveries. */
import type { HubTables } from '@api/db/tables.ts';
import type {
  Delivery,
  NewSubscription,
  Subscription,
  SubscriptionChange,
} from '@shared/contracts/http/webhooks.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const counted = (status: Delivery['status']) => sql<number>`(
  select count(*) from webhook_deliveries
  where subscription_id = webhook_subscriptions.id and status = ${sql.lit(status)})`;

const subscriptions = (db: Db) =>
  db
    .selectFrom('webhook_subscriptions')
    .select([
      'id',
      'url',
      'events',
      'brand_ids as brandIds',
      'active',
      'created_at as createdAt',
      counted('waiting').as('waiting'),
      counted('dead').as('dead'),
    ]);

export const findSubscriptions = (db: Db): Promise<Subscription[]> =>
  subscriptions(db).orderBy('created_at').orderBy('id').execute();

export const findSubscription = async (db: Db, id: string): Promise<Subscription | null> =>
  (await subscriptions(db).where('id', '=', id).executeTakeFirst()) ?? null;

export const insertSubscription = async (
  db: Db,
  given: NewSubscription & {
    readonly id: string;
    readonly secret: Buffer;
    readonly createdAt: string;
    readonly createdBy: string;
  },
): Promise<void> => {
  await db
    .insertInto('webhook_subscriptions')
    .values({
      id: given.id,
      url: given.url,
      events: given.events,
      brand_ids: given.brandIds,
      secret: given.secret,
      active: true,
      created_by: given.createdBy,
      created_at: given.createdAt,
    })
    .execute();
};

export const updateSubscription = async (
  db: Db,
  id: string,
  { brandIds, ...change }: SubscriptionChange,
): Promise<void> => {
  const { url, events, active } = change;
  await db
    .updateTable('webhook_subscriptions')
    .set({
      id,
      ...(url === undefined ? {} : { url }),
      ...(events === undefined ? {} : { events }),
      ...(active === undefined ? {} : { active }),
      ...(brandIds === undefined ? {} : { brand_ids: brandIds }),
    })
    .where('id', '=', id)
    .execute();
};

export const deleteSubscription = async (db: Db, id: string): Promise<boolean> => {
  const deleted = await db
    .deleteFrom('webhook_subscriptions')
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return deleted !== undefined;
};

export const findDeliveries = (
  db: Db,
  subscriptionId: string,
  { status, limit }: { readonly status: Delivery['status']; readonly limit: number },
): Promise<Delivery[]> =>
  db
    .selectFrom('webhook_deliveries')
    .select(['id', 'event', 'entity_id as entityId', 'at', 'status', 'attempts'])
    .select(['next_at as nextAt', 'failure'])
    .where('subscription_id', '=', subscriptionId)
    .where('status', '=', status)
    .orderBy('seq')
    .limit(limit)
    .execute();

/** Dead ones begin again. @returns how many. */
export const redeliver = async (
  db: Db,
  subscriptionId: string,
  ids: readonly string[],
  at: string,
): Promise<number> => {
  const rows = await db
    .updateTable('webhook_deliveries')
    .set({ status: 'waiting', attempts: 0, next_at: at, at, settled_at: null })
    .where('subscription_id', '=', subscriptionId)
    .where('id', 'in', ids)
    .where('status', '=', 'dead')
    .returning('id')
    .execute();
  return rows.length;
};

export type Due = {
  readonly id: string;
  readonly event: string;
  readonly entityId: string;
  readonly facts: Record<string, unknown>;
  readonly at: string;
  readonly attempts: number;
  readonly subscriptionId: string;
  readonly url: string;
  readonly secret: Buffer;
};

/**
 * Takes what is due for as long as a delivery may last: whoever dies leaves it to the others after
 * that. Of one thing only the oldest that waits is taken, so that its words arrive in order.
 */
export const claimDue = async (
  db: Db,
  at: string,
  leasedUntil: string,
  limit: number,
): Promise<readonly Due[]> => {
  const { rows } = await sql<Due>`
    with due as (
      select one.id from webhook_deliveries one
      join webhook_subscriptions who on who.id = one.subscription_id and who.active
      where one.status = 'waiting' and one.next_at <= ${at} and not exists (
        select from webhook_deliveries earlier
        where earlier.subscription_id = one.subscription_id
          and earlier.entity_id = one.entity_id and earlier.status = 'waiting'
          and earlier.seq < one.seq)
      order by one.seq limit ${limit} for update of one skip locked
    )
    update webhook_deliveries taken set next_at = ${leasedUntil}, attempts = attempts + 1
    from due, webhook_subscriptions who
    where taken.id = due.id and who.id = taken.subscription_id
    returning taken.id, taken.event, taken.entity_id as "entityId", taken.facts, taken.at,
      taken.attempts, taken.subscription_id as "subscriptionId", who.url, who.secret
  `.execute(db);
  return rows;
};

export const settleDelivery = async (
  db: Db,
  id: string,
  settled:
    | { readonly status: 'delivered'; readonly at: string }
    | { readonly status: 'dead'; readonly at: string; readonly failure: string }
    | { readonly status: 'waiting'; readonly nextAt: string; readonly failure: string },
): Promise<void> => {
  await db
    .updateTable('webhook_deliveries')
    .set({
      status: settled.status,
      failure: settled.status === 'delivered' ? null : settled.failure,
      ...(settled.status === 'waiting' ? { next_at: settled.nextAt } : { settled_at: settled.at }),
    })
    .where('id', '=', id)
    .execute();
};

export const forgetDeliveries = async (
  db: Db,
  before: { readonly delivered: string; readonly dead: string },
): Promise<void> => {
  await sql`
    delete from webhook_deliveries
    where (status = 'delivered' and settled_at < ${before.delivered})
      or (status = 'dead' and settled_at < ${before.dead})`.execute(db);
};
