/** The reports of who played what. */

import type { HubDependencies } from '@api/hub-app.ts';
import type { RunOf } from '@shared/contracts/http/role-plays.ts';
import type { PlayRun } from '@shared/domain/role-play/run.ts';
import type { User } from '@shared/domain/user/user.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findRuns, insertRun } from './runs-repository.ts';

const mostRuns = 200;

/** The brand must be hers; a role-play that was deleted meanwhile is no obstacle. */
export const keepRun = async (
  hub: HubDependencies,
  user: User,
  run: PlayRun,
): Promise<Result<null>> => {
  if (!user.brandIds.includes(run.brandId)) return fail('not-found');
  await insertRun(hub.database.db, run, user.id);
  return succeed(null);
};

export const runsFor = (hub: HubDependencies, user: User): Promise<RunOf[]> =>
  findRuns(hub.database.db, user, user.role === 'team-lead' ? 'team' : 'own', mostRuns);
