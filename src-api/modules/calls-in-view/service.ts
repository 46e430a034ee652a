/** An advisor's call as her lead has it in view: what her desktop tells, and what the switch has. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { isLedBy, type LeadScope, leadScopeOf } from '@api/modules/lead/lead-scope.ts';
import { findAdvisor, type LedAdvisor } from '@api/modules/lead/led-advisor.ts';
import { findCalled } from '@api/modules/lead-board/context-repository.ts';
import type { SeenOnce } from '@api/modules/lead-board/context-service.ts';
import { type KnownDesk, readDesks } from '@api/modules/lead-board/desks-repository.ts';
import { openHelpsOf } from '@api/modules/team-help/repository.ts';
import {
  type LineTruth,
  type SeatCall,
  seatCallLastsMs,
  type ToldCall,
} from '@shared/contracts/http/seat-call.ts';
import type { DeskCall } from '@shared/domain/lead-board/desk-now.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { askAgain, findTold, look, lookAway, tell } from './repository.ts';

type Hub = HubDependencies;
const unknownLine: LineTruth = { at: null, talk: false, lead: 'none' };

/** Asked of the switch now, of each leg: nothing here is what was ordered. */
const lineOf = async (hub: Hub, leadId: string, advisor: LedAdvisor): Promise<LineTruth> => {
  const { centre, clock, database } = hub;
  if (centre === null || centre.state() === 'away' || advisor.extension === null)
    return unknownLine;
  const helps = await openHelpsOf(database.db, leadId);
  const help = helps.find((one) => one.leadId === leadId && one.advisorId === advisor.id);
  try {
    const lead = help === undefined ? 'none' : await centre.helpNow(help.helpId);
    const talk = centre.calls().some(({ extension, isUp, peerChannel }) => {
      return extension === advisor.extension && isUp && peerChannel !== null;
    });
    return { at: toInstant(clock.now()), talk, lead };
  } catch {
    return unknownLine;
  }
};

const tellingOf = (desk: KnownDesk | undefined, told: ToldCall | null): SeatCall['telling'] => {
  if (desk === undefined || desk.unheardSince !== null) return 'away';
  if (!(desk.now.hears ?? []).includes('show')) return 'older';
  return told === null ? 'asked' : 'told';
};

/** What is told of another call than the one she is in is over. */
const ofThis = (told: ToldCall | null, call: DeskCall): ToldCall | null =>
  told !== null && told.callUid === call.callUid && told.customerId === call.customerId
    ? told
    : null;

type Asked = { readonly userId: string; readonly correlationId: string; readonly seen: SeenOnce };

const herCall = (desk: KnownDesk | undefined, { brandIds }: LeadScope): DeskCall | null => {
  const call = desk?.now.call ?? null;
  return call?.brandId != null && brandIds.has(call.brandId) ? call : null;
};

/** `not-found`: she is none of the lead's. */
export const seatCallOf = async (
  hub: Hub,
  lead: User,
  { userId, correlationId, seen }: Asked,
): Promise<Result<SeatCall>> => {
  const { db } = hub.database;
  const [advisor, scope] = [await findAdvisor(db, userId), await leadScopeOf(db, lead)];
  if (advisor === null || !isLedBy(scope, advisor)) return fail('not-found');
  const [desk] = await readDesks(db, [userId]);
  const line = await lineOf(hub, lead.id, advisor);
  const call = herCall(desk, scope);
  if (call === null) return succeed({ customer: null, telling: 'none', told: null, line });
  const now = hub.clock.now();
  const [at, until] = [toInstant(now), toInstant(now + seatCallLastsMs)];
  const begins = await look(db, { userId, leadId: lead.id, at, until });
  const customer =
    call.customerId === null ? null : await findCalled(db, call.customerId, call.brandId ?? '');
  const told = ofThis(await findTold(db, userId), call);
  const telling = tellingOf(desk, told);
  if (telling === 'asked' && !begins) await askAgain(db, userId);
  const trace = { userId: lead.id, correlationId };
  const about = { because: 'call-in-view', advisorId: userId, callId: call.callUid };
  if (begins)
    await recordAudit(db, {
      ...trace,
      action: 'call-viewed',
      entity: 'user',
      entityId: userId,
      detail: about,
    });
  if (customer !== null && seen.begins(`${lead.id} ${userId} ${customer.id} call`, now))
    await recordAudit(db, {
      ...trace,
      action: 'viewed',
      entity: 'customer',
      entityId: customer.id,
      detail: about,
    });
  return succeed({
    customer: customer === null ? null : { id: customer.id, name: customer.name },
    telling,
    told: told === null ? null : withoutCustomer(told),
    line,
  });
};

const withoutCustomer = ({ customerId: _, ...told }: ToldCall) => told;

export const endSeatCall = (hub: Hub, lead: User, userId: string): Promise<void> =>
  lookAway(hub.database.db, { userId, leadId: lead.id, at: toInstant(hub.clock.now()) });

/** `not-found`: nobody looks, and it tells no more until it is asked again. */
export const tellCall = async (hub: Hub, user: User, told: ToldCall): Promise<Result<null>> => {
  const at = toInstant(hub.clock.now());
  return (await tell(hub.database.db, user.id, { told, at })) ? succeed(null) : fail('not-found');
};
