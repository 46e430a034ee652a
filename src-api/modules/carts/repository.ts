/** Carts as their shops tell them; the database makes and takes back the calls that follow. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { CartView } from '@shared/contracts/http/carts.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type ToldCart = {
  readonly id: string;
  readonly reference: string;
  readonly brandId: string;
  readonly number: string | null;
  readonly amountCents: number;
  readonly lines: unknown;
  readonly words: string;
  readonly brokenOffAt: string;
  readonly expiresAt: string;
  readonly boughtAt: string | null;
  readonly interactionId: string;
};

/** Its entry of the time line. */
export const entryOfCart = async (db: Db, id: string): Promise<string | null> => {
  const row = await db
    .selectFrom('carts')
    .select('interaction_id as entry')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.entry ?? null;
};

/** A new one belongs to whom its entry belongs to; later both move together. */
export const putCart = async (db: Db, cart: ToldCart): Promise<void> => {
  const { customer_id } = await db
    .selectFrom('interactions')
    .select('customer_id')
    .where('id', '=', cart.interactionId)
    .executeTakeFirstOrThrow();
  const said = {
    number: cart.number,
    amount_cents: cart.amountCents,
    lines: JSON.stringify(cart.lines),
    words: cart.words,
    broken_off_at: cart.brokenOffAt,
    expires_at: cart.expiresAt,
    bought_told_at: cart.boughtAt,
  };
  await db
    .insertInto('carts')
    .values({
      id: cart.id,
      reference: cart.reference,
      brand_id: cart.brandId,
      customer_id,
      ...said,
      interaction_id: cart.interactionId,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
    .execute();
};

/** Calls whose time is over; closed by nobody. */
export const expireCarts = async (db: Db, at: string): Promise<void> => {
  await db
    .updateTable('callbacks')
    .set({ status: 'cancelled', closed_at: at })
    .where('kind', '=', 'cart')
    .where('status', '=', 'open')
    .where('expires_at', '<=', at)
    .execute();
};

/** Broken off last first. */
export const findCarts = (
  db: Db,
  scope: readonly string[],
  { customerId, limit }: { readonly customerId?: string | undefined; readonly limit: number },
): Promise<CartView[]> => {
  let query = db
    .selectFrom('carts')
    .leftJoin('callbacks', 'callbacks.id', 'carts.callback_id')
    .select([
      'carts.id',
      'carts.reference',
      'carts.brand_id as brandId',
      'carts.customer_id as customerId',
      'carts.amount_cents as amountCents',
      'carts.words',
      'carts.broken_off_at as brokenOffAt',
      'carts.expires_at as expiresAt',
      'carts.bought_at as boughtAt',
      'carts.not_called as notCalled',
      'carts.callback_id as callbackId',
      sql<CartView['status']>`case
        when carts.bought_at is not null then 'bought'
        when callbacks.status = 'done' then 'called'
        when carts.not_called is not null then 'not-called'
        when callbacks.status = 'open' then 'to-call'
        when callbacks.closed_by is not null then 'given-up'
        else 'over' end`.as('status'),
    ])
    .where(isOneOf('carts.brand_id', scope))
    .where(sql<boolean>`not coalesce(is_restricted(carts.customer_id), false)`)
    .orderBy('carts.broken_off_at', 'desc')
    .orderBy('carts.id')
    .limit(limit);
  if (customerId !== undefined) query = query.where('carts.customer_id', '=', customerId);
  return query.execute();
};
