/** What a desktop tells of itself, and what an administrator decides about it. */
import type { HubDependencies } from '@api/hub-app.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import type { SignedIn } from '@api/plugins/access.ts';
import type {
  CheckedIn,
  CheckIn,
  DesktopRulesView,
  Device,
} from '@shared/contracts/http/devices.ts';
import type { DesktopRules } from '@shared/domain/desktop/desktop-rules.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import * as devices from './repository.ts';

type Hub = HubDependencies;

export const checkIn = async (hub: Hub, user: SignedIn, given: CheckIn): Promise<CheckedIn> => {
  const { db } = hub.database;
  const { deviceId, id: userId } = user;
  const hubTime = toInstant(hub.clock.now());
  const told = { ...given, deviceId, userId, at: hubTime };
  await db.transaction().execute((tx) => devices.keepCheckIn(tx, told));
  const {
    changedBy: _by,
    changedAt: _at,
    why: _why,
    ...rules
  } = await devices.findDesktopRules(db);
  const [wipe, copied] = [await devices.findOrder(db, deviceId), await devices.isCopied(db, told)];
  return { rules, wipe, copied, hubTime };
};

export const listDevices = (hub: Hub): Promise<Device[]> =>
  devices.findDevices(hub.database.db, null, toInstant(hub.clock.now()));

export const deviceOf = async (hub: Hub, deviceId: string): Promise<Result<Device>> => {
  const at = toInstant(hub.clock.now());
  const [device] = await devices.findDevices(hub.database.db, deviceId, at);
  return device === undefined ? fail('not-found') : succeed(device);
};

/** Refuses that desktop everything but sending what it did, until it has destroyed what it holds. */
export const orderWipe = async (
  hub: Hub,
  actor: Actor,
  { deviceId, reason }: { readonly deviceId: string; readonly reason: string },
): Promise<Result<Device>> => {
  const known = await deviceOf(hub, deviceId);
  if (!known.ok) return known;
  const deed = { action: 'wipe-ordered', entity: 'device', entityId: deviceId };
  await audited(hub, actor, { ...deed, detail: { reason } }, async (tx) => {
    const orderedAt = toInstant(hub.clock.now());
    const order = { id: hub.newId(), deviceId, reason, by: actor.userId, orderedAt };
    await devices.insertOrder(tx, order);
    await devices.tellSessionsEnded(tx, deviceId);
  });
  return deviceOf(hub, deviceId);
};

/** `not-found` when there is no order that has not been carried out. */
export const withdrawWipe = async (
  hub: Hub,
  actor: Actor,
  deviceId: string,
): Promise<Result<Device>> => {
  const deed = { action: 'wipe-withdrawn', entity: 'device', entityId: deviceId };
  const done = await audited(hub, actor, deed, async (tx) =>
    (await devices.withdrawOrder(tx, deviceId, toInstant(hub.clock.now())))
      ? succeed(null)
      : fail('not-found'),
  );
  return done.ok ? deviceOf(hub, deviceId) : done;
};

/** The desktop says that its copy and the keys are gone: whoever uses it signs in anew. */
export const confirmWipe = (
  hub: Hub,
  { user, actor }: { readonly user: SignedIn; readonly actor: Actor },
  wipeId: string,
  left: number,
): Promise<Result<null>> => {
  const { deviceId } = user;
  const deed = { action: 'wiped', entity: 'device', entityId: deviceId, detail: { left } };
  return audited(hub, actor, deed, async (tx) => {
    const at = toInstant(hub.clock.now());
    const isOwn = await devices.finishOrder(tx, { wipeId, deviceId }, { left, at });
    if (!isOwn) return fail('not-found');
    await devices.endSessionsOfDevice(tx, deviceId, at);
    return succeed(null);
  });
};

export const desktopRules = (hub: Hub): Promise<DesktopRulesView> =>
  devices.findDesktopRules(hub.database.db);

export const changeRules = async (
  hub: Hub,
  actor: Actor,
  rules: DesktopRules,
  reason: string,
): Promise<DesktopRulesView> => {
  const deed = { action: 'changed', entity: 'desktop-rules', entityId: null, detail: { ...rules } };
  await audited(hub, actor, deed, (tx) =>
    devices.changeDesktopRules(tx, rules, {
      by: actor.userId,
      at: toInstant(hub.clock.now()),
      why: reason,
    }),
  );
  return desktopRules(hub);
};
