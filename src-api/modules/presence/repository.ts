/** What advisors were doing and since when; the newest row of a user is her state. */

import type { HubTables } from '@api/db/tables.ts';
import type { AdvisorState } from '@shared/contracts/sync/mutation.ts';
import type { Kysely } from 'kysely';

export const addAdvisorState = async (
  db: Kysely<HubTables>,
  entry: {
    readonly mutationId: string;
    readonly userId: string;
    readonly state: AdvisorState;
    readonly reason: string | null;
    readonly since: string;
    readonly at: string;
  },
): Promise<void> => {
  await db
    .insertInto('advisor_states')
    .values({
      mutation_id: entry.mutationId,
      user_id: entry.userId,
      state: entry.state,
      reason: entry.reason,
      since: entry.since,
      received_at: entry.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
