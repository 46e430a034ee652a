/** A team lead's yes or no to what her advisors may not grant alone. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { AskedGrant } from '@shared/contracts/http/promises.ts';
import type { Grant } from '@shared/domain/delegation/delegation.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { decideGrant, findAsked, findGrants, lockGrant } from './repository.ts';

export const askedGrants = (hub: HubDependencies, user: User): Promise<AskedGrant[]> =>
  findAsked(hub.database.db, user.brandIds);

export type Decision = {
  readonly grantId: string;
  readonly approve: boolean;
  readonly correlationId: string;
};

/** `grant-decided` when somebody was faster; one's own wish is for somebody else to decide. */
export const decide = (
  hub: HubDependencies,
  user: User,
  { grantId, approve, correlationId }: Decision,
): Promise<Result<Grant>> =>
  hub.database.db.transaction().execute(async (tx) => {
    const current = await lockGrant(tx, grantId, user.brandIds);
    if (current === null) return fail('not-found');
    if (current.byId === user.id) return fail('role-not-allowed', 'it is your own');
    if (current.status !== 'asked') return fail('grant-decided');
    const status = approve ? ('approved' as const) : ('denied' as const);
    await decideGrant(tx, grantId, { status, by: user.id, at: toInstant(hub.clock.now()) });
    const deed = { action: status, entity: 'grant', entityId: grantId };
    await recordAudit(tx, { ...deed, userId: user.id, correlationId });
    const [decided] = await findGrants(tx, [grantId], user.brandIds);
    return decided === undefined ? fail('not-found') : succeed(decided);
  });
