/** What the choice at the voice server comes to: the reason that is chosen ahead, and shown first. */
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { Reference } from '@shared/contracts/sync/pull.ts';
import type { Reason } from '@shared/domain/brand/brand.ts';
import { withIvrReason } from '@shared/domain/caller/likely-reasons.ts';
import { withScript } from './new-work.ts';

const reasonOf = (
  { brandId, ivr }: Pick<WorkRecord, 'brandId' | 'ivr'>,
  reasons: readonly Reason[],
): Reason | undefined =>
  reasons.find((one) => one.brandId === brandId && one.code === ivr?.reasonCode);

/** At its beginning only, for later she may have chosen herself; the speech goes by it too. */
export const atFirst = (
  work: WorkRecord,
  { scripts, reasons }: Pick<Reference, 'scripts' | 'reasons'>,
  numberReason: string | null,
): WorkRecord => {
  const reasonCode = reasonOf(work, reasons)?.code ?? null;
  if (reasonCode === null) return withScript(work, scripts, numberReason);
  const heard = { ...work, draft: { ...work.draft, reasonCode } };
  return withScript(heard, scripts, reasonCode);
};

/** What the screens see of a work item. */
export const workItemOf = (
  { facts: { calledNumber, queue }, ...item }: WorkRecord,
  reasons: readonly Reason[],
): WorkItem => {
  const label = reasonOf(item, reasons)?.label.fr ?? null;
  return {
    ...item,
    calledNumber,
    queue,
    likelyReasons: withIvrReason(item.likelyReasons, item.ivr, label),
  };
};
