/** Orders of a lead to an advisor's desktop: hers alone, each with its trace, and without a desktop what can be done without. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { isLedBy, leadScopeOf } from '@api/modules/lead/lead-scope.ts';
import { findAdvisor, type LedAdvisor } from '@api/modules/lead/led-advisor.ts';
import { type KnownDesk, markGone, readDesks } from '@api/modules/lead-board/desks-repository.ts';
import { addAdvisorState } from '@api/modules/presence/repository.ts';
import {
  type DeskOrder,
  deskOrderLastsMs,
  type GivenDeskOrder,
} from '@shared/contracts/http/desk-orders.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { insertOrder, openOrders, settleOrder } from './repository.ts';

type Given = { readonly userId: string; readonly order: DeskOrder; readonly correlationId: string };

/** A customer is at the other end as far as anybody knows: nobody is freed out of that. */
const isRealTalk = (
  { centre }: HubDependencies,
  { extension }: LedAdvisor,
  desk: KnownDesk | undefined,
): boolean => {
  if (desk === undefined || desk.now.call?.phase !== 'talking') return false;
  return centre?.state() !== 'ready' || extension === null || centre.lineOf(extension) !== 'free';
};

/** What the switch holds of her that her desktop does not. Said in the log when it cannot be let go. */
const freeAtSwitch = async (
  hub: HubDependencies,
  { extension }: LedAdvisor,
  desk: KnownDesk | undefined,
): Promise<void> => {
  const { centre, log } = hub;
  if (extension === null || centre?.state() !== 'ready') return;
  try {
    if (desk?.now.call == null && centre.lineOf(extension) === 'in-use')
      await centre.clearLine(extension);
    if (desk?.now.state === 'ready') await centre.resume(extension, null);
  } catch (error) {
    log.warn({ cause: error instanceof Error ? error.name : 'unknown' }, 'line not freed');
  }
};

/** Her desktop is not there: she is signed out at the hub, and the switch gives her no more calls. */
const signOutWithout = async (
  hub: HubDependencies,
  userId: string,
  { extension }: LedAdvisor,
): Promise<void> => {
  const at = toInstant(hub.clock.now());
  const offline = { state: 'offline' as const, reason: null, since: at, at };
  await addAdvisorState(hub.database.db, { mutationId: hub.newId(), userId, ...offline });
  await markGone(hub.database.db, userId, at);
  if (extension === null || hub.centre?.state() !== 'ready') return;
  await hub.centre
    .pause(extension, { reason: 'offline', queue: null })
    .catch(() => hub.log.warn('line not paused'));
};

/** `not-found`: she is none of the lead's. `call-not-in-state`: freeing her would cut a customer off. */
export const giveOrder = async (
  hub: HubDependencies,
  lead: User,
  { userId, order, correlationId }: Given,
): Promise<Result<GivenDeskOrder>> => {
  const { db } = hub.database;
  const person = await findAdvisor(db, userId);
  if (person === null || !isLedBy(await leadScopeOf(db, lead), person)) return fail('not-found');
  const [desk] = await readDesks(db, [userId]);
  const isThere = desk !== undefined && desk.unheardSince === null;
  if (!isThere && order.kind === 'change-state') return fail('desktop-away');
  if (order.kind === 'free' && isRealTalk(hub, person, desk)) return fail('call-not-in-state');
  const id = hub.newId();
  const at = toInstant(hub.clock.now());
  const outcome = isThere ? 'waits' : 'without-desktop';
  await db.transaction().execute(async (tx) => {
    await insertOrder(tx, { id, userId, byId: lead.id, order, at, outcome });
    const deed = { action: 'ordered', entity: 'desk', entityId: userId, detail: { ...order } };
    await recordAudit(tx, { ...deed, userId: lead.id, correlationId });
  });
  if (order.kind === 'free') await freeAtSwitch(hub, person, desk);
  if (!isThere) await signOutWithout(hub, userId, person);
  return succeed({ id, order, at, outcome, byName: `${lead.firstName} ${lead.lastName}` });
};

export const ordersFor = (hub: HubDependencies, userId: string): Promise<GivenDeskOrder[]> =>
  openOrders(hub.database.db, userId, toInstant(hub.clock.now() - deskOrderLastsMs));

/** One that was answered before, or is another's, is not found. */
export const answerOrder = async (
  hub: HubDependencies,
  answer: Parameters<typeof settleOrder>[1],
): Promise<Result<null>> =>
  (await settleOrder(hub.database.db, answer)) ? succeed(null) : fail('not-found');
