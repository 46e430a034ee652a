/** The context of a call for who helps in it: seen with a trace, like any customer. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { isLedBy, leadScopeOf } from '@api/modules/lead/lead-scope.ts';
import { findAdvisor } from '@api/modules/lead/led-advisor.ts';
import type { SeatContext } from '@shared/contracts/http/seat-context.ts';
import { instantOf, localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findCalled, findStep, statesSince, sumDay } from './context-repository.ts';
import { readDesks } from './desks-repository.ts';

const zone = 'Europe/Paris';
const hourMs = 3_600_000;

const stayMs = 30 * 60_000;

/** Looked at again and again while she helps, a customer is seen once. */
export class SeenOnce {
  readonly #until = new Map<string, number>();

  /** @returns whether it is the first look of a stay */
  begins(key: string, nowMs: number): boolean {
    for (const [known, until] of this.#until) if (until <= nowMs) this.#until.delete(known);
    const isKnown = this.#until.has(key);
    this.#until.set(key, nowMs + stayMs);
    return !isKnown;
  }
}

type Asked = {
  readonly userId: string;
  readonly correlationId: string;
  readonly seen: SeenOnce;
};

/** `not-found`: she is none of the lead's. */
export const seatContextOf = async (
  hub: HubDependencies,
  lead: User,
  { userId, correlationId, seen }: Asked,
): Promise<Result<SeatContext>> => {
  const { db } = hub.database;
  const [person, scope] = [await findAdvisor(db, userId), await leadScopeOf(db, lead)];
  if (person === null || !isLedBy(scope, person)) return fail('not-found');
  const [desk] = await readDesks(db, [userId]);
  const call = desk?.now.call ?? null;
  const brandId = call?.brandId ?? null;
  const isHers = brandId !== null && scope.brandIds.has(brandId);
  const now = hub.clock.now();
  const dayStart = toInstant(instantOf(localDateOf(now, zone), 0, zone));
  const [customer, speech, today, hour] = await Promise.all([
    isHers && call?.customerId != null ? findCalled(db, call.customerId, brandId) : null,
    isHers && call?.speech != null ? findStep(db, call.speech) : null,
    sumDay(db, userId, dayStart),
    statesSince(db, userId, toInstant(now - hourMs)),
  ]);
  if (customer !== null && seen.begins(`${lead.id} ${userId} ${customer.id}`, now)) {
    const deed = { action: 'viewed', entity: 'customer', entityId: customer.id };
    const detail = { because: 'lead-board', advisorId: userId };
    await recordAudit(db, { ...deed, detail, userId: lead.id, correlationId });
  }
  return succeed({ customer, speech, today, hour });
};
