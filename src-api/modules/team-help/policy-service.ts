/** What the organisation has decided about leads in calls. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { KeptHelpPolicy } from '@shared/contracts/http/team-help.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findPolicy, writePolicy } from './repository.ts';

export const policyOf = (hub: HubDependencies): Promise<KeptHelpPolicy> =>
  findPolicy(hub.database.db);

type Change = Pick<KeptHelpPolicy, 'version' | 'policy'> & {
  readonly userId: string;
  readonly correlationId: string;
};

export const changePolicy = (
  hub: HubDependencies,
  { version, policy, userId, correlationId }: Change,
): Promise<Result<KeptHelpPolicy>> =>
  hub.database.db.transaction().execute(async (tx) => {
    const at = toInstant(hub.clock.now());
    if (!(await writePolicy(tx, { version, policy, by: userId, at })))
      return fail('version-superseded');
    const about = { action: 'help-policy-changed', entity: 'help-policy', entityId: null };
    const detail = { version: version + 1, ...policy };
    await recordAudit(tx, { ...about, userId, correlationId, detail });
    return succeed(await findPolicy(tx));
  });
