/** Calls of the queues of some brands, counted. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { CallGroup } from '@shared/domain/queue-call/figures.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** Which queue is whose, of those that numbers of these brands lead to. */
export const brandsOfQueues = async (
  db: Db,
  brandIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('brand_numbers')
    .select(['queue', sql<string>`min(brand_id)`.as('brandId')])
    .where(isOneOf('brand_id', brandIds))
    .where('queue', '<>', '')
    .groupBy('queue')
    .execute();
  return new Map(rows.map(({ queue, brandId }) => [queue, brandId]));
};

/** What is told apart: days, weeks from Monday on, months, or nothing. */
export type Stretch = 'day' | 'week' | 'month' | 'all';
/** `first`: the first day of its stretch. */
export type TimedGroup = CallGroup & { readonly first: string };

/** By the day of France on which they came; `queues` null: of all. */
export const callGroups = async (
  db: Db,
  queues: readonly string[] | null,
  { from, to, per }: { readonly from: string; readonly to: string; readonly per: Stretch },
): Promise<TimedGroup[]> => {
  const first =
    per === 'all'
      ? sql`${from}::date`
      : sql`date_trunc(${sql.lit(per)}, joined_at at time zone 'Europe/Paris')::date`;
  const { rows } = await sql<TimedGroup>`
    select queue, first::text as first, outcome, waited_s as "waitedS", count(*)::int as calls,
      count(talked_s)::int as talks, coalesce(sum(talked_s), 0)::int as "talkS"
    from (select *, ${first} as first from queue_calls
      where (${queues === null} or queue = any(${[...(queues ?? [])]}::text[]))
        and joined_at >= (${from}::date)::timestamp at time zone 'Europe/Paris'
        and joined_at < (${to}::date + 1)::timestamp at time zone 'Europe/Paris') one
    group by queue, first, outcome, waited_s`.execute(db);
  return rows;
};
