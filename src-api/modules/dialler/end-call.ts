/** A call of the dialler is over: its exchange and its attempt are written together, once. */

import type { HubTables } from '@api/db/tables.ts';
import { applyAttempt } from '@api/modules/campaigns/attempt-service.ts';
import {
  type KeptContact,
  keepForPeople,
  lockContact,
  promiseByHand,
} from '@api/modules/campaigns/contact-repository.ts';
import { handOverOwed } from '@api/modules/campaigns/owed-calls.ts';
import { insertInteraction } from '@api/modules/interactions/repository.ts';
import type { ToldAttempt } from '@shared/contracts/http/campaigns.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import { isBeforeLastTry } from '@shared/domain/campaign/retry.ts';
import { type CallEnd, endedAs } from '@shared/domain/dialling/call-end.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { Kysely } from 'kysely';
import { type DialledCall, findCall, markEnded, settleDialled } from './calls-repository.ts';
import { interactionOfDialled } from './dialled-interaction.ts';
import type { DiallerHub } from './place-calls.ts';
import { spare } from './seats-repository.ts';

/** Whom nobody was there for is called back by a person soon after. */
const callBackMs = 60_000;
/** Her telephone did not take a call. */
const spareMs = 30_000;

/** A detector can be wrong: before a person is given up as a machine, a person calls her. */
const isLastChance = (
  { settings }: Campaign,
  { attempts, numberRank, numbers, zone }: KeptContact,
  { at, result }: ToldAttempt,
): boolean =>
  isBeforeLastTry(settings.retry, [...attempts, { at, numberRank, result }], numbers.length, zone);

/** It may have been stopped since its calls were placed. */
const isStopped = async (db: Kysely<HubTables>, campaignId: string): Promise<boolean> => {
  const found = db.selectFrom('campaigns').select('status').where('id', '=', campaignId);
  return (await found.executeTakeFirst())?.status === 'stopped';
};

/** What her desktop tells of a call that she took is waited for; then the hub tells it itself. */
export const endCall = (
  hub: DiallerHub,
  campaign: Campaign,
  callId: string,
  end: CallEnd,
): Promise<void> =>
  hub.database.db.transaction().execute(async (tx) => {
    const call = await findCall(tx, callId);
    if (call === null || call.endedAt !== null) return;
    const nowMs = hub.clock.now();
    const at = toInstant(nowMs);
    const soFar = {
      isAnswered: call.answeredAt !== null,
      isGiven: call.givenTo !== null,
      isTaken: call.takenAt !== null,
    };
    const ended = endedAs(soFar, end);
    const { result } = ended;
    if (!(await markEnded(tx, callId, { at, result }))) return;
    if (result === 'reached') return;
    await insertInteraction(tx, interactionOfDialled(campaign, call, ended, at), at);
    const contact = await lockContact(tx, campaign.id, call.contactId);
    if (contact !== null) {
      const told = { result, at: call.placedAt, dispositionCode: null, callAgainAt: null };
      await applyAttempt(tx, { campaign, contact, told, user: null }, callId);
      if (result === 'abandoned') {
        await promiseByHand(tx, contact.id, toInstant(nowMs + callBackMs));
        const owed = { contactId: contact.id, at, newId: hub.newId };
        if (await isStopped(tx, campaign.id)) await handOverOwed(tx, campaign, owed);
      }
      // She may have picked up, and heard who called: a machine does not call her a second time.
      else if (end === 'lost' || (end === 'machine' && isLastChance(campaign, contact, told)))
        await keepForPeople(tx, contact.id);
    }
    if (end === 'abandoned' && call.givenTo !== null)
      await spare(tx, call.givenTo, toInstant(nowMs + spareMs));
  });

/** No desktop has told of a call that was talked in: the hub writes down what it knows. */
export const tellUntold = (hub: DiallerHub, campaign: Campaign, call: DialledCall): Promise<void> =>
  hub.database.db.transaction().execute(async (tx) => {
    const endedAt = call.endedAt ?? toInstant(hub.clock.now());
    const ended = { result: 'reached', failure: null } as const;
    const recordedAt = toInstant(hub.clock.now());
    await insertInteraction(tx, interactionOfDialled(campaign, call, ended, endedAt), recordedAt);
    await settleDialled(tx, call.id, { endedAt, result: 'reached' });
    const contact = await lockContact(tx, campaign.id, call.contactId);
    if (contact === null) return;
    const told = {
      result: 'reached',
      at: call.placedAt,
      dispositionCode: null,
      callAgainAt: null,
    } as const;
    const user = call.givenTo === null ? null : { id: call.givenTo };
    await applyAttempt(tx, { campaign, contact, told, user }, call.id);
  });
