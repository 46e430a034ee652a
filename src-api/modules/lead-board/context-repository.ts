/** What a lead is told of the call and the day of one advisor. */
import type { HubTables } from '@api/db/tables.ts';
import type { SeatContext } from '@shared/contracts/http/seat-context.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export const findCalled = async (
  db: Db,
  customerId: string,
  brandId: string,
): Promise<SeatContext['customer']> => {
  const { rows } = await sql<NonNullable<SeatContext['customer']>>`
    select id, coalesce(company_name, trim(first_name || ' ' || last_name)) as name,
      (select title from cases where customer_id = customers.id and brand_id = ${brandId}
        and status in ('open', 'waiting') order by opened_at desc limit 1) as "openCase"
    from customers where id = ${customerId} and ${brandId} = any(brand_ids)`.execute(db);
  return rows[0] ?? null;
};

export const findStep = async (
  db: Db,
  speech: { readonly scriptId: string; readonly version: number; readonly stepId: string },
): Promise<SeatContext['speech']> => {
  const { rows } = await sql<NonNullable<SeatContext['speech']>>`
    select content->>'name' as name, version, step.value->>'title' as step,
      step.ordinality::int as place, jsonb_array_length(content->'steps') as steps
    from script_versions, jsonb_array_elements(content->'steps') with ordinality step
    where script_id = ${speech.scriptId} and version = ${speech.version}
      and step.value->>'id' = ${speech.stepId}`.execute(db);
  return rows[0] ?? null;
};

export const sumDay = async (
  db: Db,
  userId: string,
  dayStart: string,
): Promise<SeatContext['today']> => {
  const { rows } = await sql<SeatContext['today']>`
    select count(*)::int as calls,
      avg(extract(epoch from coalesce(wrap_up_ended_at, ended_at) - (call->>'answeredAt')::timestamptz) * 1000)::float8
        as "averageHandlingMs"
    from interactions
    where advisor_id = ${userId} and channel = 'phone' and started_at >= ${dayStart}
      and call->>'answeredAt' is not null and ended_at is not null`.execute(db);
  return rows[0] ?? { calls: 0, averageHandlingMs: null };
};

/** The state that held at the beginning is among them. */
export const statesSince = async (
  db: Db,
  userId: string,
  from: string,
): Promise<SeatContext['hour']> => {
  const { rows } = await sql<SeatContext['hour'][number]>`
    select state, since as "from" from advisor_states
    where user_id = ${userId} and since >= coalesce((select max(since) from advisor_states
      where user_id = ${userId} and since <= ${from}), ${from})
    order by since limit 500`.execute(db);
  return rows;
};
