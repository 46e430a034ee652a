/** Who has a customer on screen: told to the others at once, and kept as who saw whom. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { visibleCustomerIds } from '@api/modules/customers/shown-repository.ts';
import { type Viewers, viewingEveryMs } from '@shared/contracts/http/viewers.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { endViewing, noteViewing, othersViewing } from './repository.ts';

type Asked = { readonly customerId: string; readonly correlationId: string };

export const view = (
  hub: HubDependencies,
  user: User,
  { customerId, correlationId }: Asked,
): Promise<Result<Viewers>> =>
  hub.database.db.transaction().execute(async (tx) => {
    const known = await visibleCustomerIds(tx, [customerId], user.brandIds);
    if (!known.has(customerId)) return fail('not-found');
    const now = hub.clock.now();
    const who = { customerId, userId: user.id, at: toInstant(now) };
    const began = await noteViewing(tx, { ...who, until: toInstant(now + 2 * viewingEveryMs) });
    if (began) {
      const deed = { action: 'viewed', entity: 'customer', entityId: customerId };
      await recordAudit(tx, { ...deed, userId: user.id, correlationId });
    }
    return succeed({ others: await othersViewing(tx, who) });
  });

export const leave = (hub: HubDependencies, user: User, customerId: string): Promise<void> =>
  endViewing(hub.database.db, { customerId, userId: user.id });
