/** Calls to make of the user's brands; one that is anyone's goes to whoever takes it first. */

import type { HubDependencies } from '@api/hub-app.ts';
import { judgeInHub } from '@api/modules/law/judging.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';
import { purposeOf } from '@shared/domain/law/call-purpose.ts';
import type { User } from '@shared/domain/user/user.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { assignCallback, findOpenCallbacks, lockCallback } from './repository.ts';

/** The next one due first. */
export const openCallbacks = (
  hub: HubDependencies,
  user: User,
  limit: number,
): Promise<Callback[]> => findOpenCallbacks(hub.database.db, user.brandIds, limit);

/** Which rule keeps a call that sells from being handed out now; the others are answers to the customer. */
const refusedByLaw = async (
  { clock }: HubDependencies,
  tx: HubDependencies['database']['db'],
  { kind, brandId, customerId }: Callback,
): Promise<string | null> => {
  const { purpose } = purposeOf({
    said: undefined,
    callbackKind: kind,
    cases: [],
    interactions: [],
    brandId,
    nowMs: clock.now(),
  });
  if (purpose === 'service') return null;
  const nowMs = clock.now();
  const own = await judgeInHub(tx, { brandId, customerId, campaignId: null, purpose, nowMs });
  return own.allowed ? null : own.rule;
};

/** `callback-taken` when a colleague has it or it is done; taking one's own again is no error. */
export const takeCallback = (
  hub: HubDependencies,
  user: User,
  id: string,
): Promise<Result<Callback>> =>
  hub.database.db.transaction().execute(async (tx) => {
    const current = await lockCallback(tx, id, user.brandIds);
    if (current === null) return fail('callback-unknown');
    const free = current.advisorId === null || current.advisorId === user.id;
    if (current.status !== 'open' || !free) return fail('callback-taken');
    const refusal = await refusedByLaw(hub, tx, current);
    if (refusal !== null) return fail('call-refused-by-law', refusal);
    if (current.advisorId === null) await assignCallback(tx, id, user.id);
    return succeed({ ...current, advisorId: user.id });
  });
