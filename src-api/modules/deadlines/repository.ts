/** Promises that run, one for each customer and brand; and what became of those that ended. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { RunningDeadline } from '@shared/contracts/http/promises.ts';
import type { Deadline } from '@shared/domain/deadline/deadline.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type KeyedDeadline = Deadline & { readonly customerId: string; readonly brandId: string };

/** Puts what runs for these customers in the place of what ran; what ended is noted once. */
export const replaceDeadlines = async (
  tx: Db,
  customerIds: readonly string[],
  running: readonly KeyedDeadline[],
  at: string,
): Promise<void> => {
  await sql`
    with gone as (
      delete from deadlines where customer_id = any(${[...customerIds]}) returning *
    )
    insert into deadlines_ended (interaction_id, brand_id, opened_at, due_at, vip, ended_at)
    select interaction_id, brand_id, opened_at, due_at, vip, ${at}::timestamptz from gone
    where interaction_id <> all(${running.map((one) => one.interactionId)}::uuid[])
    on conflict do nothing
  `.execute(tx);
  if (running.length === 0) return;
  await tx
    .insertInto('deadlines')
    .values(
      running.map((one) => ({
        customer_id: one.customerId,
        brand_id: one.brandId,
        interaction_id: one.interactionId,
        channel: one.channel,
        opened_at: one.openedAt,
        due_at: one.dueAt,
        escalate_at: one.escalateAt,
        promised_minutes: one.promisedMinutes,
        vip: one.vip,
      })),
    )
    .execute();
};

export type DeadlineFilter = {
  readonly scope: readonly string[];
  readonly show: 'all' | 'vip' | 'escalated';
  readonly at: string;
  readonly limit: number;
};

/** Most urgent first. */
export const findDeadlines = (db: Db, filter: DeadlineFilter): Promise<RunningDeadline[]> => {
  let query = db
    .selectFrom('deadlines')
    .innerJoin('customers', 'customers.id', 'deadlines.customer_id')
    .select([
      'deadlines.customer_id as customerId',
      sql<string>`coalesce(customers.company_name,
        trim(customers.first_name || ' ' || customers.last_name))`.as('customerName'),
      sql<string | null>`(select e164 from customer_phones phone
        where phone.customer_id = customers.id order by position limit 1)`.as('phone'),
      'deadlines.brand_id as brandId',
      'interaction_id as interactionId',
      'channel',
      'opened_at as openedAt',
      'due_at as dueAt',
      'escalate_at as escalateAt',
      'promised_minutes as promisedMinutes',
      'vip',
    ])
    .where(isOneOf('deadlines.brand_id', filter.scope))
    .orderBy('due_at')
    .orderBy('customers.id')
    .limit(filter.limit);
  if (filter.show === 'vip') query = query.where('vip', '=', true);
  if (filter.show === 'escalated') query = query.where('escalate_at', '<=', filter.at);
  return query.execute();
};
