/** What the caller of now said to the voice server. */
import type { HubDependencies } from '@api/hub-app.ts';
import type { IvrQuery } from '@shared/contracts/http/ivr.ts';
import type { Ivr } from '@shared/domain/ivr/ivr.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { findIvr } from './repository.ts';

/** A number alone means its last minutes: who calls again later has said something else. */
const byNumberMs = 10 * 60_000;

export const readIvr = (hub: HubDependencies, query: IvrQuery): Promise<Ivr | null> => {
  const now = hub.clock.now();
  const window = { since: toInstant(now - byNumberMs), until: toInstant(now + 60_000) };
  return findIvr(hub.database.db, query, window);
};
