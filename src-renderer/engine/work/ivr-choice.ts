/** What the choice at the voice server comes to: the reason that is chosen ahead, and shown first. */
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { Reason } from '@shared/domain/brand/brand.ts';
import { withIvrReason } from '@shared/domain/caller/likely-reasons.ts';
import { type Choosing, heardReason, withSpeech } from './choose-words.ts';

/** At its beginning only, for later she may have chosen herself; the speech goes by it too. */
export const atFirst = (work: WorkRecord, choosing: Omit<Choosing, 'customer'>): WorkRecord => {
  const reasonCode = heardReason(work, choosing.reference.reasons)?.code ?? null;
  const heard = reasonCode === null ? work : { ...work, draft: { ...work.draft, reasonCode } };
  return withSpeech(heard, { ...choosing, customer: null });
};

/** What the screens see of a work item. */
export const workItemOf = (
  { facts: { calledNumber, queue, campaign, campaignId }, ...item }: WorkRecord,
  reasons: readonly Reason[],
): WorkItem => {
  const label = heardReason(item, reasons)?.label.fr ?? null;
  return {
    ...item,
    calledNumber,
    queue,
    ...(campaign === undefined ? {} : { campaign }),
    ...(campaignId === undefined ? {} : { campaignId }),
    likelyReasons: withIvrReason(item.likelyReasons, item.ivr, label),
  };
};
