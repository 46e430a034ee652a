/** Calls that came in, by day and quarter of an hour, and what explains them. */
import type { HubTables } from '@api/db/tables.ts';
import type { HourOfCalls } from '@shared/domain/forecasting/handling.ts';
import { type Kysely, sql } from 'kysely';

export type CallsWanted = {
  readonly brandIds: readonly string[];
  readonly zone: string;
  /** Instants; `until` is outside. */
  readonly from: string;
  readonly until: string;
};

export type QuarterRow = {
  readonly day: string;
  /** 0 to 95. */
  readonly quarter: number;
  readonly calls: number;
};

/** A call that rang at several advisors is one. */
export const countQuarters = async (
  db: Kysely<HubTables>,
  { brandIds, zone, from, until }: CallsWanted,
): Promise<readonly QuarterRow[]> => {
  const { rows } = await sql<QuarterRow>`
    select to_char(shown, 'YYYY-MM-DD') as day,
      (extract(hour from shown) * 4 + floor(extract(minute from shown) / 15))::int as quarter,
      count(*)::int as calls
    from (
      select min(started_at) at time zone ${zone} as shown
      from interactions
      where channel = 'phone' and direction = 'inbound' and brand_id = any(${[...brandIds]}::text[])
        and started_at >= ${from}::timestamptz and started_at < ${until}::timestamptz
      group by coalesce(call->>'callUid', id::text)
    ) as came
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
};

/** A wrap-up that was left open over night is no handling of two hours. */
const longestHandlingSeconds = 7_200;

export const handlingOfHours = async (
  db: Kysely<HubTables>,
  { brandIds, zone, from, until }: CallsWanted,
): Promise<readonly HourOfCalls[]> => {
  const { rows } = await sql<HourOfCalls>`
    select extract(hour from started_at at time zone ${zone})::int as hour, count(*)::int as calls,
      sum(least(${longestHandlingSeconds}, extract(epoch from
        coalesce(wrap_up_ended_at, ended_at) - (call->>'answeredAt')::timestamptz)))::float8 as seconds
    from interactions
    where channel = 'phone' and direction = 'inbound' and brand_id = any(${[...brandIds]}::text[])
      and started_at >= ${from}::timestamptz and started_at < ${until}::timestamptz
      and outcome = 'answered' and ended_at is not null and call->>'answeredAt' is not null
      and coalesce(wrap_up_ended_at, ended_at) > (call->>'answeredAt')::timestamptz
    group by 1 order by 1`.execute(db);
  return rows;
};

/** Letters, e-mails and messages that campaigns sent, by day. */
export const countWritten = async (
  db: Kysely<HubTables>,
  { brandIds, zone, from, until }: CallsWanted,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ readonly day: string; readonly written: number }>`
    select to_char(started_at at time zone ${zone}, 'YYYY-MM-DD') as day, count(*)::int as written
    from interactions
    where channel in ('post', 'email', 'sms') and direction = 'outbound' and campaign_id is not null
      and brand_id = any(${[...brandIds]}::text[])
      and started_at >= ${from}::timestamptz and started_at < ${until}::timestamptz
    group by 1`.execute(db);
  return new Map(rows.map(({ day, written }) => [day, written]));
};
