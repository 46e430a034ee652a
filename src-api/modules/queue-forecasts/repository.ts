/** How many calls came into each queue lately. */
import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, sql } from 'kysely';

export const callsOfQueues = async (
  db: Kysely<HubTables>,
  since: string,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('queue_calls')
    .select(['queue', sql<number>`count(*)::int`.as('calls')])
    .where('joined_at', '>=', since)
    .groupBy('queue')
    .execute();
  return new Map(rows.map(({ queue, calls }) => [queue, calls]));
};
