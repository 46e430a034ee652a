/** Access, erasure and restriction (GDPR 15, 17, 18), each with its trace. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { Actor } from '@api/modules/audit/service.ts';
import type { Erasure, PersonalData } from '@shared/contracts/http/privacy.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { noteErased } from './erased-people-repository.ts';
import { findErasures, insertErasure, noteCounts } from './erasure-repository.ts';
import { lift, restrict, restrictionOf } from './restriction-repository.ts';
import { seenBy } from './seen-repository.ts';
import { brandsOfSubject, eraseSubject, findSubject, gather } from './subject-repository.ts';

type Hub = Pick<HubDependencies, 'database' | 'clock' | 'newId'>;
type Asked = { readonly customerId: string; readonly reason: string };

/** Everything that is kept of one person; that it was asked for is noted. */
export const personalData = async (
  hub: Hub,
  user: User,
  actor: Actor,
  customerId: string,
): Promise<Result<PersonalData>> => {
  const { db } = hub.database;
  const subject = await findSubject(db, customerId, user.brandIds);
  if (subject === null) return fail('not-found');
  const deed = { action: 'handed-out', entity: 'customer', entityId: customerId };
  await recordAudit(db, { ...deed, ...actor });
  return succeed({
    customerId,
    madeAt: toInstant(hub.clock.now()),
    sections: await gather(db, subject),
    seenBy: await seenBy(db, customerId),
  });
};

/** For ever, everywhere: the hub at once, each desktop when it next hears of it. */
export const erase = (
  hub: Hub,
  user: Pick<User, 'id' | 'brandIds'>,
  actor: Actor,
  { customerId, reason }: Asked,
): Promise<Result<Erasure>> =>
  hub.database.db.transaction().execute(async (tx) => {
    const subject = await findSubject(tx, customerId, user.brandIds);
    if (subject === null) return fail('not-found');
    const id = hub.newId();
    const brandIds = await brandsOfSubject(tx, subject.customerIds);
    const at = toInstant(hub.clock.now());
    await insertErasure(tx, { id, customerId, brandIds, reason, by: user.id, at });
    await noteErased(tx, subject, at);
    await noteCounts(tx, id, await eraseSubject(tx, id, subject));
    const deed = { action: 'erased', entity: 'customer', entityId: customerId };
    await recordAudit(tx, { ...deed, ...actor });
    const made = (await findErasures(tx, brandIds)).find((one) => one.id === id);
    return made === undefined ? fail('internal') : succeed(made);
  });

export const erasures = (hub: Hub, user: User): Promise<Erasure[]> =>
  findErasures(hub.database.db, user.brandIds);

export type Restriction = {
  readonly customerId: string;
  readonly restrictedAt: string | null;
  readonly reason: string | null;
};

/** `reason` null lifts the restriction. */
export const setRestriction = (
  hub: Hub,
  user: User,
  actor: Actor,
  { customerId, reason }: { readonly customerId: string; readonly reason: string | null },
): Promise<Result<Restriction>> =>
  hub.database.db.transaction().execute(async (tx) => {
    if ((await findSubject(tx, customerId, user.brandIds)) === null) return fail('not-found');
    if (reason === null) await lift(tx, customerId);
    else await restrict(tx, customerId, { at: toInstant(hub.clock.now()), reason });
    const action = reason === null ? 'unrestricted' : 'restricted';
    await recordAudit(tx, { action, entity: 'customer', entityId: customerId, ...actor });
    return succeed(await restrictionOf(tx, customerId));
  });
