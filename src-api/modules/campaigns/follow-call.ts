/**
 * A call of a campaign that a desktop recorded is an attempt of its contact: nobody has to tell it a
 * second time, and a call that was made without the hub counts as soon as it is sent.
 */
import type { HubTables } from '@api/db/tables.ts';
import { settleDialled } from '@api/modules/dialler/calls-repository.ts';
import type { ToldAttempt } from '@shared/contracts/http/campaigns.ts';
import type { DialResult } from '@shared/domain/campaign/dial-result.ts';
import type { Interaction, Outcome } from '@shared/domain/interaction/interaction.ts';
import type { User } from '@shared/domain/user/user.ts';
import type { Kysely } from 'kysely';
import { applyAttempt } from './attempt-service.ts';
import { lockContactOf } from './contact-repository.ts';
import { findCampaign } from './repository.ts';

type Db = Kysely<HubTables>;

/** Gone, unknown, not in service (RFC 3261, 21.4): the network says that nobody has this number. */
const NOBODY_THERE: readonly number[] = [404, 410, 484, 604];

const results: { readonly [outcome in Outcome]?: DialResult } = {
  answered: 'reached',
  busy: 'busy',
  'no-answer': 'no-answer',
  missed: 'no-answer',
  unanswered: 'no-answer',
  refused: 'busy',
};

const resultOf = ({ outcome, call }: Interaction): DialResult | null => {
  if (outcome !== 'failed') return results[outcome] ?? null;
  return NOBODY_THERE.includes(call?.sipStatus ?? 0) ? 'wrong-number' : 'failed';
};

/** Null: no attempt of a campaign, or one that is not qualified yet. */
const attemptOf = (row: Interaction): ToldAttempt | null => {
  const isCall = row.channel === 'phone' && row.direction === 'outbound';
  if (!isCall || row.campaignId === null || row.customerId === null) return null;
  if (row.call?.training === true) return null;
  const result = resultOf(row);
  if (result === null) return null;
  const { dispositionCode } = row;
  if (result === 'reached' && dispositionCode === null) return null;
  return { result, at: row.startedAt, dispositionCode, callAgainAt: null };
};

/** An opposition that follows has the call's id, so that it is one however often the call is sent. */
export const followCall = async (
  { tx, user }: { readonly tx: Db; readonly user: User },
  row: Interaction,
): Promise<void> => {
  const told = attemptOf(row);
  if (told === null || row.campaignId === null || row.customerId === null) return;
  const campaign = await findCampaign(tx, row.campaignId, user.brandIds);
  if (campaign === null) return;
  const contact = await lockContactOf(tx, row.campaignId, row.customerId);
  if (contact === null) return;
  // The hub may have told of a call of its dialler before her desktop did: it is one attempt.
  const placedAt = await settleDialled(tx, row.id, {
    endedAt: row.endedAt ?? row.startedAt,
    result: told.result,
  });
  const isTold = contact.attempts.some(({ at }) => at === placedAt);
  const attempt = isTold && placedAt !== null ? { ...told, at: placedAt } : told;
  await applyAttempt(tx, { campaign, contact, told: attempt, user }, row.id);
};
