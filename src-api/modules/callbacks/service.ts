/** Open callbacks of the user's brands. */

import type { HubDependencies } from '@api/hub-app.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';
import type { User } from '@shared/domain/user/user.ts';
import { findOpenCallbacks } from './repository.ts';

/** The next one due first. */
export const openCallbacks = (
  hub: HubDependencies,
  user: User,
  limit: number,
): Promise<Callback[]> => findOpenCallbacks(hub.database.db, user.brandIds, limit);
