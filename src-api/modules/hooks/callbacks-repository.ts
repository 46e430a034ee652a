/** Calls to make that a source asked for: they follow its word until a person has settled them. */
import type { HubTables } from '@api/db/tables.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;
type Told = Pick<
  Callback,
  'id' | 'kind' | 'brandId' | 'number' | 'dueAt' | 'reason' | 'createdAt'
> & { readonly status: 'open' | 'cancelled' };

/** One that a person has done stays done. */
export const putToldCallback = async (db: Db, told: Told): Promise<void> => {
  await sql`
    insert into callbacks as known (id, kind, customer_id, customer_name, brand_id, number, due_at,
      advisor_id, reason, status, created_by, created_at)
    values (${told.id}, ${told.kind}, null, '', ${told.brandId}, ${told.number}, ${told.dueAt}::timestamptz, null, ${told.reason},
      ${told.status}, null, ${told.createdAt}::timestamptz)
    on conflict (id) do update set due_at = excluded.due_at, reason = excluded.reason,
      status = excluded.status, number = excluded.number,
      created_at = excluded.created_at
    where known.status <> 'done' and
      (known.due_at, known.reason, known.status, known.number, known.created_at)
      is distinct from (excluded.due_at, excluded.reason, excluded.status, excluded.number,
        excluded.created_at)`.execute(db);
};

export const firstNumberOf = async (db: Db, customerId: string): Promise<string | null> => {
  const row = await db
    .selectFrom('customer_phones')
    .select('e164')
    .where('customer_id', '=', customerId)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
  return row?.e164 ?? null;
};
