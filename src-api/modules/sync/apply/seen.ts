/** Whom she had on screen while the hub could not be told: kept as who saw whom, with when it was. */

import { recordAudit } from '@api/modules/audit/repository.ts';
import { visibleCustomerIds } from '@api/modules/customers/shown-repository.ts';
import { type Applied, type Applying, accepted } from './outcome.ts';

/** Of somebody who is not hers to see any more it is accepted as well: there is nothing to settle. */
export const noteSeen = async (
  { tx, user, mutationId }: Applying,
  { customerId, at }: { readonly customerId: string; readonly at: string },
): Promise<Applied> => {
  const known = await visibleCustomerIds(tx, [customerId], user.brandIds);
  if (!known.has(customerId)) return accepted;
  const deed = { action: 'viewed', entity: 'customer', entityId: customerId };
  const entry = { ...deed, userId: user.id, correlationId: mutationId };
  await recordAudit(tx, { ...entry, detail: { offlineAt: at } });
  return accepted;
};
