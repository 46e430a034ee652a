/** What leaves when a wrap-up is finished: the mutations, in their order, or what is missing. */

import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import type { Brand, Disposition, Reason } from '@shared/domain/brand/brand.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { spokenOf } from './choose-words.ts';
import { speechMutations, speechNotes } from './speech-mutations.ts';

type Around = {
  readonly brand: Brand | undefined;
  readonly reasons: readonly Reason[];
  readonly dispositions: readonly Disposition[];
  readonly advisorId: string;
  readonly now: string;
  readonly newId: () => string;
  /** The speech of the call, and whom it was with. */
  readonly script?: Script | undefined;
  readonly customer?: Customer | null;
};

const caseReference = (id: string): string =>
  `R-${(Number.parseInt(id.slice(-10), 16) % 9_000_000) + 1_000_000}`;

/** Obligatory only where the brand asks for it and has something to choose from. */
const missing = (
  work: WorkRecord,
  { brand, reasons, dispositions }: Around,
): 'reason-missing' | 'disposition-missing' | null => {
  const hasReasons = reasons.some((one) => one.brandId === work.brandId);
  const hasDispositions = dispositions.some((one) => one.brandId === work.brandId);
  if (brand?.dispositionRequired && hasDispositions && work.draft.dispositionCode === null)
    return 'disposition-missing';
  if (brand?.reasonRequired && hasReasons && work.draft.reasonCode === null)
    return 'reason-missing';
  return null;
};

const caseMutations = (work: WorkRecord, around: Around, caseId: string | null): MutationBody[] => {
  const draft = work.draft.case;
  if (draft === null || caseId === null || work.customerId === null) return [];
  const resolves = around.dispositions.some(
    (one) =>
      one.brandId === work.brandId && one.code === work.draft.dispositionCode && one.resolvesCase,
  );
  if (draft.mode === 'continue') {
    const status = resolves ? 'resolved' : 'waiting';
    return [{ kind: 'case.advance', payload: { caseId, status, at: around.now } }];
  }
  const { kind, title, detail } = draft;
  return [
    {
      kind: 'case.open',
      payload: {
        id: caseId,
        reference: caseReference(caseId),
        customerId: work.customerId,
        brandId: work.brandId,
        kind,
        title: title.trim() === '' ? work.customerName : title,
        detail,
        status: resolves ? 'resolved' : 'open',
        openedAt: around.now,
        updatedAt: around.now,
      },
    },
  ];
};

const callbackMutations = (work: WorkRecord, around: Around): MutationBody[] => {
  const out: MutationBody[] = [];
  if (work.callbackId !== null && work.answeredAt !== null) {
    out.push({
      kind: 'callback.close',
      payload: { callbackId: work.callbackId, status: 'done', interactionId: work.id },
    });
  }
  const { callback } = work.draft;
  if (callback !== null && work.number !== null) {
    out.push({
      kind: 'callback.create',
      payload: {
        id: around.newId(),
        kind: 'callback',
        customerId: work.customerId,
        customerName: work.customerName,
        brandId: work.brandId,
        number: work.number,
        dueAt: callback.dueAt,
        advisorId: callback.assignee === 'me' ? around.advisorId : null,
        reason: callback.reason,
        status: 'open',
        createdBy: around.advisorId,
        createdAt: around.now,
        interactionId: work.id,
      },
    });
  }
  return out;
};

export const finishMutations = (work: WorkRecord, around: Around): Result<MutationBody[]> => {
  const absent = missing(work, around);
  if (absent !== null) return fail(absent);
  const { draft } = work;
  const opened = draft.case?.mode === 'open' && work.customerId !== null ? around.newId() : null;
  const caseId = draft.case?.mode === 'continue' ? draft.case.caseId : opened;
  // Nothing else follows from a practice call: its promises and cases are nobody's.
  const cases = work.training ? [] : caseMutations(work, around, caseId);
  const callbacks = work.training ? [] : callbackMutations(work, around);
  const said = { ...around, script: around.script, customer: around.customer ?? null };
  const notes = [...draft.notes, ...(work.training ? [] : speechNotes(work, said))];
  return succeed([
    ...cases,
    {
      kind: 'interaction.wrap-up',
      payload: {
        interactionId: work.id,
        customerId: work.customerId,
        reasonCode: draft.reasonCode,
        dispositionCode: draft.dispositionCode,
        notes: notes.filter(({ text }) => text.trim() !== ''),
        caseId: work.training ? null : caseId,
        speech: spokenOf(work),
        wrapUpEndedAt: around.now,
      },
    },
    ...callbacks,
    ...(work.training ? [] : speechMutations(work, said)),
  ]);
};
