/** How role-plays were played: read by the trainee and the team leads of her team. */

import type { HubTables } from '@api/db/tables.ts';
import type { RunOf } from '@shared/contracts/http/role-plays.ts';
import type { PlayRun } from '@shared/domain/role-play/run.ts';
import type { User } from '@shared/domain/user/user.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** Once, however often it is sent. */
export const insertRun = async (db: Db, run: PlayRun, userId: string): Promise<void> => {
  await db
    .insertInto('role_play_runs')
    .values({
      id: run.id,
      user_id: userId,
      brand_id: run.brandId,
      content: JSON.stringify(run),
      ended_at: run.endedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** Her own, and with `team` those of everybody in her team; newest first. */
export const findRuns = async (
  db: Db,
  { id, teamId }: Pick<User, 'id' | 'teamId'>,
  whose: 'own' | 'team',
  limit: number,
): Promise<RunOf[]> => {
  const rows = await db
    .selectFrom('role_play_runs')
    .innerJoin('users', 'users.id', 'role_play_runs.user_id')
    .select([
      'role_play_runs.content',
      'role_play_runs.user_id as userId',
      sql<string>`users.first_name || ' ' || users.last_name`.as('userName'),
    ])
    .where((eb) =>
      eb.or([
        eb('users.id', '=', id),
        ...(whose === 'team' && teamId !== null ? [eb('users.team_id', '=', teamId)] : []),
      ]),
    )
    .orderBy('role_play_runs.ended_at', 'desc')
    .orderBy('role_play_runs.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ content, ...who }) => ({ ...content, ...who }));
};

export const forgetRuns = async (db: Db, before: string): Promise<void> => {
  await db.deleteFrom('role_play_runs').where('ended_at', '<', before).execute();
};
