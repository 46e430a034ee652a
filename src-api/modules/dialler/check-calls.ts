/** What became of calls while nobody listened: the switch is asked which of them live, and how far each is. */
import type { LiveCall, PbxPort } from '@api/pbx/pbx-port.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import { PICK_UP_LIMIT_MS } from '@shared/domain/dialling/limits.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import {
  type DialledCall,
  findOpenCalls,
  findUntoldCalls,
  markAnswered,
  markTaken,
} from './calls-repository.ts';
import { endCall, tellUntold } from './end-call.ts';
import type { DiallerHub } from './place-calls.ts';

const untoldAfterMs = 3_600_000;
/** A call that was ordered may not be at the switch yet. */
const youngMs = 5_000;

/** Picked up unheard: it is too late to give her to anybody, and the switch says who called. */
const catchUp = async (hub: DiallerHub, call: DialledCall, isNow: LiveCall): Promise<void> => {
  if (isNow === 'ringing') return;
  const { db } = hub.database;
  const nowMs = hub.clock.now();
  await markAnswered(db, call.id, toInstant(nowMs - PICK_UP_LIMIT_MS));
  if (isNow === 'talking' && call.givenTo !== null) await markTaken(db, call.id, toInstant(nowMs));
};

/**
 * @param heard `all`: every event since the last time was heard, and what it tells is on its way.
 */
export const checkCalls = async (
  hub: DiallerHub,
  pbx: PbxPort,
  campaign: Campaign,
  heard: 'all' | 'not-all',
): Promise<void> => {
  const { db } = hub.database;
  const live = await pbx.liveCalls();
  const nowMs = hub.clock.now();
  for (const call of await findOpenCalls(db, campaign.id)) {
    const isNow = live.get(call.id);
    const isYoung = nowMs - Date.parse(call.placedAt) < youngMs;
    if (isNow !== undefined && heard === 'not-all') await catchUp(hub, call, isNow);
    else if (isNow === undefined && !isYoung) await endCall(hub, campaign, call.id, 'lost');
  }
  const before = toInstant(nowMs - untoldAfterMs);
  for (const call of await findUntoldCalls(db, campaign.id, before))
    await tellUntold(hub, campaign, call);
};
