/** Whom alerts are told to, who takes them up, and what a team decides of them. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { leadScopeOf } from '@api/modules/lead/lead-scope.ts';
import type {
  AlertRulesAnswer,
  KeptAlertRules,
  LeadAlert,
} from '@shared/contracts/http/lead-alerts.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import * as kept from './repository.ts';
import { announceAlerts } from './watch-repository.ts';

const logMs = 7 * 24 * 3_600_000;

const readerOf = async ({ database }: HubDependencies, user: User) => {
  const { teamIds } = await leadScopeOf(database.db, user);
  return { userId: user.id, teamIds: [...teamIds], brandIds: user.brandIds };
};

export const myAlerts = async (hub: HubDependencies, user: User): Promise<LeadAlert[]> =>
  kept.openAlertsOf(hub.database.db, await readerOf(hub, user));

/** `not-found`: the team is none of the lead's. */
export const alertLog = async (
  hub: HubDependencies,
  user: User,
  teamId: string,
): Promise<Result<{ alerts: LeadAlert[] }>> => {
  const reader = await readerOf(hub, user);
  if (!reader.teamIds.includes(teamId)) return fail('not-found');
  const from = toInstant(hub.clock.now() - logMs);
  const alerts = await kept.alertsSince(hub.database.db, from, { ...reader, teamIds: [teamId] });
  return succeed({ alerts });
};

/**
 * Taking up what is hers already is no failure. `alert-taken`: another was first, or it is over.
 * `not-found`: it was not told to her.
 */
export const takeUp = async (
  hub: HubDependencies,
  user: User,
  { id, correlationId }: { readonly id: string; readonly correlationId: string },
): Promise<Result<LeadAlert>> => {
  const reader = await readerOf(hub, user);
  const { db } = hub.database;
  const before = await kept.alertOf(db, id, reader);
  if (before === null || before.toldAt === null) return fail('not-found');
  if (before.takenBy?.id === user.id) return succeed(before);
  const at = toInstant(hub.clock.now());
  const isFirst = await db.transaction().execute(async (tx) => {
    if (!(await kept.takeAlert(tx, id, { userId: user.id, at }))) return false;
    const deed = { action: 'taken', entity: 'lead-alert', entityId: id };
    const detail = { kind: before.kind, teamId: before.teamId };
    await recordAudit(tx, { ...deed, detail, userId: user.id, correlationId });
    await announceAlerts(tx);
    return true;
  });
  const after = await kept.alertOf(db, id, reader);
  return isFirst && after !== null ? succeed(after) : fail('alert-taken');
};

const leads = async (hub: HubDependencies, lead: User, teamId: string): Promise<boolean> =>
  (await leadScopeOf(hub.database.db, lead)).teamIds.has(teamId);

const answerOf = async (hub: HubDependencies, teamId: string): Promise<AlertRulesAnswer> => {
  const { db } = hub.database;
  return {
    ...(await kept.findAlertRules(db, teamId)),
    nameable: await kept.nameablePeople(db),
  };
};

/** `not-found`: the team is none of the lead's. */
export const alertRulesOf = async (
  hub: HubDependencies,
  lead: User,
  teamId: string,
): Promise<Result<AlertRulesAnswer>> =>
  (await leads(hub, lead, teamId)) ? succeed(await answerOf(hub, teamId)) : fail('not-found');

/** `version-superseded` when somebody changed them meanwhile; `not-found` of whoever cannot be named. */
export const changeAlertRules = async (
  hub: HubDependencies,
  lead: User,
  { correlationId, ...change }: KeptAlertRules & { readonly correlationId: string },
): Promise<Result<AlertRulesAnswer>> => {
  const { teamId, rules } = change;
  if (!(await leads(hub, lead, teamId))) return fail('not-found');
  const nameable = new Set((await kept.nameablePeople(hub.database.db)).map(({ id }) => id));
  if (rules.escalateTo.some((id) => !nameable.has(id)))
    return fail('not-found', 'whoever is told next is an active lead, manager or administrator');
  return hub.database.db.transaction().execute(async (tx) => {
    if (!(await kept.writeAlertRules(tx, change))) return fail('version-superseded');
    const deed = { action: 'changed', entity: 'team-alert-rules', entityId: teamId };
    await recordAudit(tx, { ...deed, userId: lead.id, correlationId, detail: { ...rules } });
    return succeed(await answerOf({ ...hub, database: { ...hub.database, db: tx } }, teamId));
  });
};
