/** Who asks, as far as speeches go. */

import type { HubDependencies } from '@api/hub-app.ts';
import type { Actor } from '@api/modules/audit/service.ts';
import {
  mayWriteSpeeches,
  type VersionActor,
} from '@shared/domain/script/governance/version-machine.ts';
import type { User } from '@shared/domain/user/user.ts';
import { isOutsourced, type Sight } from './repository.ts';

export type Reader = {
  readonly actor: VersionActor;
  readonly sight: Sight;
  readonly trace: Actor;
};

export const readerOf = async (hub: HubDependencies, user: User, trace: Actor): Promise<Reader> => {
  const outsourced = await isOutsourced(hub.database.db, user.teamId);
  const actor = { userId: user.id, role: user.role, outsourced };
  return { actor, trace, sight: { brandIds: user.brandIds, writes: mayWriteSpeeches(actor) } };
};
