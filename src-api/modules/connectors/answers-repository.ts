/** The last answer of each system for each customer, and by what she can be asked for. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { ReadAnswer } from '@shared/domain/connector/outside-answer.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type KeptAnswer = {
  readonly connectorId: string;
  readonly at: string;
  readonly keptUntil: string;
  readonly answer: ReadAnswer;
};

export const findAnswers = async (
  db: Db,
  customerId: string,
  connectorIds: readonly string[],
  now: string,
): Promise<ReadonlyMap<string, KeptAnswer>> => {
  const rows = await db
    .selectFrom('outside_answers')
    .select(['connector_id as connectorId', 'at', 'kept_until as keptUntil', 'answer'])
    .where('customer_id', '=', customerId)
    .where(isOneOf('connector_id', connectorIds))
    .where('kept_until', '>', now)
    .execute();
  return new Map(rows.map((row) => [row.connectorId, row]));
};

/** Nothing is kept of a customer who is gone, or of a system that was taken away meanwhile. */
export const keepAnswer = async (
  db: Db,
  customerId: string,
  { connectorId, at, keptUntil, answer }: KeptAnswer,
): Promise<void> => {
  await sql`
    insert into outside_answers (connector_id, customer_id, at, kept_until, answer)
    select of.id, one.id, ${at}, ${keptUntil}, ${JSON.stringify(answer)}::jsonb
    from customers one, connectors of where one.id = ${customerId} and of.id = ${connectorId}
    for key share
    on conflict (connector_id, customer_id) do update
    set at = excluded.at, kept_until = excluded.kept_until, answer = excluded.answer`.execute(db);
};

export const dropAnswers = async (db: Db, connectorId: string): Promise<void> => {
  await db.deleteFrom('outside_answers').where('connector_id', '=', connectorId).execute();
};

export const forgetAnswers = async (db: Db, now: string): Promise<void> => {
  await db.deleteFrom('outside_answers').where('kept_until', '<=', now).execute();
};

/** How a source names the customer, or any of the cards that were merged into hers. */
export const referenceOf = async (
  db: Db,
  customerId: string,
  sourceId: string | null,
): Promise<string | null> => {
  const { rows } = await sql<{ name: string }>`
    select external_id as name from external_references
    where kind = 'customer' and (${sourceId}::uuid is null or source_id = ${sourceId})
      and (id = ${customerId} or id in (
        select customer_id from merged_customers where root_id = ${customerId}))
    order by (id = ${customerId}) desc, source_id, external_id limit 1`.execute(db);
  return rows[0]?.name ?? null;
};
