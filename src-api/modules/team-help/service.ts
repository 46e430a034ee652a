/**
 * A lead goes into an advisor's call. What she does is written down before the switch is told to do it,
 * and once more when the switch did not.
 */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { watchersOf } from '@api/modules/calls-in-view/repository.ts';
import { isLedBy, type LeadScope, leadScopeOf } from '@api/modules/lead/lead-scope.ts';
import { findAdvisor, type LedAdvisor } from '@api/modules/lead/led-advisor.ts';
import { readDesks } from '@api/modules/lead-board/desks-repository.ts';
import type { CentrePort, LineCall } from '@api/pbx/centre-port.ts';
import { RefusedBySwitch } from '@api/pbx/pbx-port.ts';
import type { Help, HelpOrder, MyHelps } from '@shared/contracts/http/team-help.ts';
import { type HelpWay, isShownTo, mayHelpIn } from '@shared/domain/team-help/policy.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import {
  announceHelp,
  endHelp,
  findExtension,
  findHelp,
  findPolicy,
  insertHelp,
  openHelpsOf,
  setTakenOver,
  setWay,
} from './repository.ts';
import { settleHelps } from './settle-helps.ts';

type Hub = Pick<HubDependencies, 'database' | 'clock' | 'newId' | 'centre'>;
type Actor = { readonly userId: string; readonly correlationId: string };
type Reached = LedAdvisor & { readonly extension: string };
type Deed = {
  readonly action: string;
  readonly detail?: Readonly<Record<string, unknown>>;
};

const record = (
  db: Hub['database']['db'],
  help: Pick<Help, 'helpId' | 'advisorId' | 'callId'>,
  { action, detail }: Deed,
  actor: Actor,
): Promise<void> =>
  recordAudit(db, {
    ...actor,
    action,
    entity: 'help',
    entityId: help.helpId,
    detail: { advisorId: help.advisorId, callId: help.callId, ...detail },
  });

const inCentre = (centre: CentrePort | null): Result<CentrePort> =>
  centre === null || centre.state() === 'away' ? fail('switch-away') : succeed(centre);

/** Hers to help, by her telephone; anybody else looks as if she were not there. */
const advisorOf = async (
  hub: Hub,
  user: User,
  advisorId: string,
): Promise<Result<{ advisor: Reached; scope: LeadScope }>> => {
  const { db } = hub.database;
  const scope = await leadScopeOf(db, user);
  const advisor = await findAdvisor(db, advisorId);
  if (advisor === null || !isLedBy(scope, advisor)) return fail('not-found');
  if (advisor.extension === null) return fail('help-not-possible');
  return succeed({ advisor: { ...advisor, extension: advisor.extension }, scope });
};

const talkOf = (centre: CentrePort, extension: string): LineCall | undefined =>
  centre
    .calls()
    .find((call) => call.extension === extension && call.isUp && call.peerChannel !== null);

/** Does what was written down. @returns the reason why the switch did not */
const carriedOut = async (order: () => Promise<void>): Promise<Result<null>> => {
  try {
    await order();
    return succeed(null);
  } catch (error) {
    return error instanceof RefusedBySwitch ? fail('help-not-possible') : fail('switch-away');
  }
};

export const beginHelp = async (
  hub: Hub,
  user: User,
  { advisorId, way, reason, ...actor }: HelpOrder & Actor,
): Promise<Result<Help>> => {
  const { db } = hub.database;
  const found = await advisorOf(hub, user, advisorId);
  if (!found.ok) return found;
  const { advisor, scope } = found.value;
  const centre = inCentre(hub.centre);
  if (!centre.ok) return centre;
  const lead = await findExtension(db, user.id);
  const talk = talkOf(centre.value, advisor.extension);
  if (lead === null || talk === undefined) return fail('help-not-possible');
  const { callId } = talk;
  const [desk] = await readDesks(db, [advisorId]);
  const told = desk?.now.call ?? null;
  const brandId = told?.callUid === callId ? told.brandId : null;
  const { policy } = await findPolicy(db);
  const call = { brandId, advisorBrandIds: advisor.brandIds };
  if (!mayHelpIn(policy, call, scope.brandIds)) return fail('help-not-allowed');
  await settleHelps(hub);
  const helpId = hub.newId();
  const help = { helpId, leadId: user.id, advisorId, brandId, callId, way, reason };
  const isNew = await db.transaction().execute(async (tx) => {
    if (!(await insertHelp(tx, { ...help, at: toInstant(hub.clock.now()) }))) return false;
    await record(tx, help, { action: 'help-began', detail: { way, reason, brandId } }, actor);
    await announceHelp(tx, help);
    return true;
  });
  if (!isNew) return fail('help-under-way');
  const order = { lead, advisor: advisor.extension, way };
  const done = await carriedOut(() => centre.value.help(helpId, order));
  if (!done.ok) {
    await over(hub, help, 'refused', actor);
    return done;
  }
  const kept = await findHelp(db, helpId, user.id);
  return kept === null ? fail('help-not-possible') : succeed(kept);
};

/** Ends it in the books, once. */
const over = (
  hub: Hub,
  help: Pick<Help, 'helpId' | 'leadId' | 'advisorId' | 'callId'>,
  because: 'by-lead' | 'refused',
  actor: Actor,
): Promise<void> =>
  hub.database.db.transaction().execute(async (tx) => {
    const at = toInstant(hub.clock.now());
    if (!(await endHelp(tx, help.helpId, { at, because }))) return;
    await record(tx, help, { action: 'help-ended', detail: { because } }, actor);
    await announceHelp(tx, help);
  });

type Given = { readonly help: Help; readonly centre: CentrePort; readonly advisor: Reached };

/** The help that she gives: still hers to give, and the switch is there. */
const givenHelp = async (hub: Hub, user: User, helpId: string): Promise<Result<Given>> => {
  const help = await findHelp(hub.database.db, helpId, user.id);
  if (help === null) return fail('not-found');
  const centre = inCentre(hub.centre);
  if (!centre.ok) return centre;
  const found = await advisorOf(hub, user, help.advisorId);
  if (!found.ok) return found;
  return succeed({ help, centre: centre.value, advisor: found.value.advisor });
};

export const changeWay = async (
  hub: Hub,
  user: User,
  { helpId, way, ...actor }: { readonly helpId: string; readonly way: HelpWay } & Actor,
): Promise<Result<Help>> => {
  const { db } = hub.database;
  const given = await givenHelp(hub, user, helpId);
  if (!given.ok) return given;
  const { help, centre, advisor } = given.value;
  if (help.takenOverAt !== null) return fail('help-not-possible');
  const write = (to: HelpWay, deed: Deed) =>
    db.transaction().execute(async (tx) => {
      await setWay(tx, helpId, to);
      await record(tx, help, deed, actor);
      await announceHelp(tx, help);
    });
  await write(way, { action: 'help-way-changed', detail: { from: help.way, way } });
  const done = await carriedOut(() => centre.changeWay(helpId, way, advisor.extension));
  if (!done.ok) {
    await write(help.way, { action: 'help-way-refused', detail: { way } });
    return done;
  }
  return succeed({ ...help, way });
};

export const takeOver = async (
  hub: Hub,
  user: User,
  { helpId, reason, ...actor }: { readonly helpId: string; readonly reason: string } & Actor,
): Promise<Result<Help>> => {
  const { db } = hub.database;
  const given = await givenHelp(hub, user, helpId);
  if (!given.ok) return given;
  const { help, centre, advisor } = given.value;
  if (help.takenOverAt !== null) return succeed(help);
  const takenOverAt = toInstant(hub.clock.now());
  const write = (at: string | null, deed: Deed) =>
    db.transaction().execute(async (tx) => {
      await setTakenOver(tx, helpId, at);
      await record(tx, help, deed, actor);
      await announceHelp(tx, help);
    });
  await write(takenOverAt, { action: 'help-took-over', detail: { reason } });
  const done = await carriedOut(() => centre.takeOver(helpId, advisor.extension));
  if (!done.ok) {
    await write(null, { action: 'help-take-over-refused' });
    return done;
  }
  return succeed({ ...help, takenOverAt });
};

/** Also one that is over already, and while the switch is away: then it ends there by itself. */
export const stopHelp = async (
  hub: Hub,
  user: User,
  { helpId, ...actor }: { readonly helpId: string } & Actor,
): Promise<Result<null>> => {
  const help = await findHelp(hub.database.db, helpId, user.id);
  if (help === null) return succeed(null);
  const centre = inCentre(hub.centre);
  if (!centre.ok) return centre;
  const done = await carriedOut(() => centre.value.endHelp(helpId));
  if (!done.ok) return done;
  await over(hub, help, 'by-lead', actor);
  return succeed(null);
};

export const helpsOf = async (hub: Hub, user: User): Promise<MyHelps> => {
  const { db } = hub.database;
  const [helps, { policy }] = await Promise.all([openHelpsOf(db, user.id), findPolicy(db)]);
  const inMyCall = helps
    .filter((help) => help.advisorId === user.id && help.takenOverAt === null)
    .filter(({ way }) => isShownTo(policy, way))
    .map(({ helpId, leadName, way, since }) => ({ helpId, leadName, way, since }));
  const seenBy =
    policy.sign === 'always' && user.role === 'advisor'
      ? await watchersOf(db, user.id, toInstant(hub.clock.now()))
      : [];
  return { given: helps.find(({ leadId }) => leadId === user.id) ?? null, inMyCall, seenBy };
};
