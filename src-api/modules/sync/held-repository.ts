/** Which customers a desktop is to hold: those in touch of late, and those with something open. */
import { brandsOverlap, isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';

type Db = Kysely<HubTables>;
type Scope = readonly string[];

/** On `customers`: in touch or changed since, or a case or a call to make is open. */
export const isHeld = (since: string): RawBuilder<SqlBool> => sql<SqlBool>`(
  customers.updated_at >= ${since}
  or exists (select from interactions one
    where one.customer_id = customers.id and one.started_at >= ${since})
  or exists (select from cases one
    where one.customer_id = customers.id and one.status in ('open', 'waiting'))
  or exists (select from callbacks one
    where one.customer_id = customers.id and one.status = 'open'))`;

export const countHeld = async (db: Db, scope: Scope, since: string): Promise<number> => {
  const { total } = await db
    .selectFrom('customers')
    .select(sql<number>`count(*)`.as('total'))
    .where(brandsOverlap('brand_ids', scope))
    .where(isHeld(since))
    .executeTakeFirstOrThrow();
  return total;
};

/** The last contact or change of the one who comes after so many others; null when there are fewer. */
export const contactAfter = async (
  db: Db,
  scope: Scope,
  { since, count }: { readonly since: string; readonly count: number },
): Promise<string | null> => {
  const { rows } = await sql<{ last: string }>`
    select greatest(customers.updated_at, (select max(one.started_at) from interactions one
      where one.customer_id = customers.id)) as last
    from customers where ${brandsOverlap('brand_ids', scope)} and ${isHeld(since)}
    order by last desc offset ${count} limit 1`.execute(db);
  return rows[0]?.last ?? null;
};

/** Those of the ids that a desktop is to hold. */
export const heldAmong = async (
  db: Db,
  ids: readonly string[],
  scope: Scope,
  since: string,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('customers')
    .select('id')
    .where(isOneOf('id', ids))
    .where(brandsOverlap('brand_ids', scope))
    .where(isHeld(since))
    .execute();
  return rows.map((row) => row.id);
};
