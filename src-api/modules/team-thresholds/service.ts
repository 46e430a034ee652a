/** What a lead decides for the teams that she leads, and for no other. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { leadScopeOf } from '@api/modules/lead/lead-scope.ts';
import type { KeptThresholds } from '@shared/contracts/http/team-thresholds.ts';
import type { User } from '@shared/domain/user/user.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findThresholds, writeThresholds } from './repository.ts';

const leads = async (hub: HubDependencies, lead: User, teamId: string): Promise<boolean> =>
  (await leadScopeOf(hub.database.db, lead)).teamIds.has(teamId);

/** `not-found`: the team is none of the lead's. */
export const thresholdsOf = async (
  hub: HubDependencies,
  lead: User,
  teamId: string,
): Promise<Result<KeptThresholds>> =>
  (await leads(hub, lead, teamId))
    ? succeed(await findThresholds(hub.database.db, teamId))
    : fail('not-found');

/** `version-superseded` when somebody changed them meanwhile. */
export const changeThresholds = async (
  hub: HubDependencies,
  lead: User,
  { correlationId, ...change }: KeptThresholds & { readonly correlationId: string },
): Promise<Result<KeptThresholds>> => {
  const { teamId, thresholds } = change;
  if (!(await leads(hub, lead, teamId))) return fail('not-found');
  return hub.database.db.transaction().execute(async (tx) => {
    if (!(await writeThresholds(tx, change))) return fail('version-superseded');
    const deed = { action: 'changed', entity: 'team-thresholds', entityId: teamId };
    await recordAudit(tx, { ...deed, userId: lead.id, correlationId, detail: { ...thresholds } });
    return succeed(await findThresholds(tx, teamId));
  });
};
