/** Customers whole, for a desktop that does not hold them: a caller's number, or an id it heard of. */

import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { shownBy } from '@api/modules/customers/shown-repository.ts';
import type { SignedIn } from '@api/plugins/access.ts';
import type { CustomerBundle, lookUpQuerySchema } from '@shared/contracts/sync/pull.ts';
import { speakingContacts } from '@shared/domain/caller/speaking-contacts.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { customersByNumber, loadBundles } from './bundle-repository.ts';
import { admit, readableBundle } from './leave-out.ts';

/** With nine contacts they are fifty, as many as an answer has. */
const mostBundles = 41;

/** `input-malformed` without a number or an id; nobody found is an empty list. */
export const lookUp = async (
  hub: HubDependencies,
  user: SignedIn,
  query: z.infer<typeof lookUpQuerySchema>,
  correlationId: string,
): Promise<Result<{ bundles: CustomerBundle[] }>> => {
  const { db } = hub.database;
  const { number, id, protocol } = query;
  const admitted = admit(hub.wire, protocol);
  if (!admitted.ok) return admitted;
  if (number === undefined && id === undefined) return fail('input-malformed', 'number or id');
  const ids =
    id === undefined
      ? await customersByNumber(db, user.brandIds, number ?? '', mostBundles)
      : [await shownBy(db, id)];
  const found = await loadBundles(db, ids, user.brandIds);
  const speaking = id === undefined ? speakingContacts(found.map(({ customer }) => customer)) : [];
  const bundles = [...found, ...(await loadBundles(db, speaking, user.brandIds))];
  for (const { customer } of bundles) {
    const entry = { userId: user.id, action: 'looked-up', entity: 'customer', correlationId };
    await recordAudit(db, { ...entry, entityId: customer.id });
  }
  return succeed({
    bundles: bundles.flatMap((bundle) => readableBundle(hub.wire, protocol, bundle)),
  });
};
