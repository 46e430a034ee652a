/** Promises to call: made, and closed once. */

import { closeCallback, insertCallback, lockCallback } from '@api/modules/callbacks/repository.ts';
import { visibleCustomerIds } from '@api/modules/customers/shown-repository.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';
import { type Applied, type Applying, accepted, inScope, rejected } from './outcome.ts';

export const createCallback = async (applying: Applying, given: Callback): Promise<Applied> => {
  const { tx, user } = applying;
  if (!inScope(applying, given.brandId)) return rejected('role-not-allowed');
  if (given.customerId !== null) {
    const known = await visibleCustomerIds(tx, [given.customerId], user.brandIds);
    if (!known.has(given.customerId)) return rejected('customer-unknown');
  }
  await insertCallback(tx, { ...given, createdBy: user.id });
  return accepted;
};

/** Its customer bought, or its time ended, while she was calling: the call was made nevertheless. */
const wasTakenBack = ({ kind, status }: Callback): boolean =>
  kind === 'cart' && status === 'cancelled';

/** `callback-taken` with the row when somebody closed it before. */
export const finishCallback = async (
  applying: Applying,
  payload: {
    readonly callbackId: string;
    readonly status: 'done' | 'cancelled';
    readonly interactionId: string | null;
  },
): Promise<Applied> => {
  const current = await lockCallback(applying.tx, payload.callbackId, applying.user.brandIds);
  if (current === null) return rejected('callback-unknown');
  if (current.status !== 'open' && !wasTakenBack(current))
    return { status: 'rejected', code: 'callback-taken', current };
  await closeCallback(applying.tx, current.id, {
    status: payload.status,
    interactionId: payload.interactionId,
    by: applying.user.id,
    at: applying.at,
  });
  return accepted;
};
