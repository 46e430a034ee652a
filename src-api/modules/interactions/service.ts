/** What an interaction was before somebody changed it, and the last calls of a number. */
import type { HubDependencies } from '@api/hub-app.ts';
import type { Revisions } from '@shared/contracts/http/interactions.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findLastCalls } from './handed-repository.ts';
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

/** A speech goes on within half an hour (SPEECH-31); the call that it goes on from may still end. */
const keptMs = 40 * 60_000;

export const lastCallsOf = async (
  hub: HubDependencies,
  user: User,
  { number, brandId }: { readonly number: string; readonly brandId: string },
): Promise<Result<{ interactions: Interaction[] }>> => {
  if (!user.brandIds.includes(brandId)) return fail('not-found');
  const since = toInstant(hub.clock.now() - keptMs);
  const { db } = hub.database;
  return succeed({ interactions: await findLastCalls(db, { number, brandId, since }) });
};
