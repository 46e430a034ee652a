/** What advisors were doing and since when; the newest row of a user is her state. */

import type { HubTables } from '@api/db/tables.ts';
import { type Colleague, colleagueSchema } from '@shared/contracts/http/colleagues.ts';
import type { AdvisorState } from '@shared/contracts/sync/mutation.ts';
import { type Kysely, sql } from 'kysely';

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

/** Active users with a line, each with the newest of her states. */
export const newestStates = async (db: Kysely<HubTables>): Promise<Colleague[]> => {
  const rows = await db
    .selectFrom('users')
    .innerJoin('lines', 'lines.user_id', 'users.id')
    .leftJoin('teams', 'teams.id', 'users.team_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('advisor_states')
          .select(['state', 'reason', 'since'])
          .whereRef('advisor_states.user_id', '=', 'users.id')
          .orderBy('since', 'desc')
          .orderBy('received_at', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select([
      'users.id as userId',
      sql<string>`users.first_name || ' ' || users.last_name`.as('name'),
      'teams.name as team',
      'lines.extension',
      sql<string[]>`array(select brand_id from user_brands where user_id = users.id order by 1)`.as(
        'brandIds',
      ),
      'newest.state',
      'newest.reason as pauseReason',
      'newest.since',
    ])
    .where('users.active', '=', true)
    .execute();
  return rows.map((row) => colleagueSchema.parse(row));
};

/** What people did in a time, in the order in which it began. */
export const statesWithin = (
  db: Kysely<HubTables>,
  userIds: readonly string[],
  { from, until }: { readonly from: string; readonly until: string },
) =>
  db
    .selectFrom('advisor_states')
    .select(['user_id as userId', 'state', 'since'])
    .where('user_id', 'in', sql<string>`(select unnest(${[...userIds]}::uuid[]))`)
    .where('since', '>=', from)
    .where('since', '<', until)
    .orderBy('since')
    .orderBy('received_at')
    .execute();
