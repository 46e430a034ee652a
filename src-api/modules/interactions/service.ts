/** What an interaction was before somebody changed it. */
import type { HubDependencies } from '@api/hub-app.ts';
import type { Revisions } from '@shared/contracts/http/interactions.ts';
import type { User } from '@shared/domain/user/user.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findRevisions } from './revisions-repository.ts';

/** `not-found` for an interaction of other brands, too. */
export const readRevisions = async (
  hub: HubDependencies,
  user: User,
  interactionId: string,
): Promise<Result<{ revisions: Revisions }>> => {
  const revisions = await findRevisions(hub.database.db, interactionId, user.brandIds);
  return revisions === null ? fail('not-found') : succeed({ revisions });
};
