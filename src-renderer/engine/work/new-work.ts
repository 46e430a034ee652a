/** A work item at its beginning, and what is kept of it when its call ends. */
import type { WorkDraft } from '@shared/contracts/engine/views.ts';
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import type { EndedCall } from '../calls/live-call.ts';
import { spokenOf } from './choose-words.ts';

export const emptyDraft: WorkDraft = {
  notes: [],
  reasonCode: null,
  dispositionCode: null,
  callback: null,
  case: null,
  speech: null,
};

type Beginning = Pick<
  WorkRecord,
  | 'id'
  | 'brandId'
  | 'direction'
  | 'number'
  | 'numberDisplay'
  | 'calledLabel'
  | 'callbackId'
  | 'startedAt'
  | 'training'
  | 'rolePlay'
> & {
  readonly ivr?: WorkRecord['ivr'];
  /** Somebody of the house calls, or is called. */
  readonly colleague?: boolean;
  readonly facts: Pick<
    WorkRecord['facts'],
    | 'callUid'
    | 'numberHidden'
    | 'calledNumber'
    | 'queue'
    | 'campaign'
    | 'campaignId'
    | 'campaignScript'
    | 'purpose'
  >;
};

/** Nobody is looked up for a role: whoever has that number must not be drawn into it. */
const matchAtFirst = ({ colleague = false, facts, rolePlay }: Beginning): WorkRecord['match'] => {
  if (facts.numberHidden) return { status: 'hidden' };
  if (rolePlay !== undefined) return { status: 'none', lookup: 'not-found' };
  return colleague ? { status: 'colleague' } : { status: 'none', lookup: 'searching' };
};

export const newWork = ({ colleague = false, ivr, ...beginning }: Beginning): WorkRecord => ({
  ...beginning,
  ...(ivr === undefined ? {} : { ivr }),
  phase: 'ringing',
  match: matchAtFirst({ colleague, ...beginning }),
  customerId: null,
  customerName: beginning.rolePlay?.character.name ?? beginning.numberDisplay,
  answeredAt: null,
  endedAt: null,
  outcome: null,
  failure: null,
  endedBy: null,
  script: null,
  scriptBecause: [],
  experiment: null,
  likelyReasons: [],
  wrapUp: null,
  draft: emptyDraft,
  revision: 0,
  savedAt: null,
  saved: 'none',
  facts: {
    ...beginning.facts,
    sipStatus: null,
    heldMs: 0,
    transferredTo: null,
    orderKey: `work:${beginning.id}`,
    aliveAt: beginning.startedAt,
    recorded: false,
  },
});

/** What was measured of a call that is over. */
export const measuresOf = ({
  heldMs,
  quality,
  transferredTo,
  transferredHow,
}: EndedCall): Pick<
  WorkRecord['facts'],
  'heldMs' | 'quality' | 'transferredTo' | 'transferredHow'
> => ({
  heldMs: Math.round(heldMs),
  transferredTo,
  ...(transferredHow === null ? {} : { transferredHow }),
  ...(quality === null ? {} : { quality }),
});

/** The interaction as it is known when the call ends; the wrap-up adds to it. */
export const interactionOf = (work: WorkRecord, advisorId: string): Interaction => ({
  id: work.id,
  customerId: work.customerId,
  brandId: work.brandId,
  channel: 'phone',
  direction: work.direction,
  startedAt: work.startedAt,
  endedAt: work.endedAt,
  recordedAt: null,
  outcome: work.outcome ?? 'failed',
  advisorId,
  queue: work.facts.queue,
  campaignId: work.facts.campaignId ?? null,
  reasonCode: work.draft.reasonCode,
  dispositionCode: work.draft.dispositionCode,
  title: work.calledLabel ?? '',
  customerWords: null,
  summary: null,
  notes: work.draft.notes.filter(({ text }) => text.trim() !== ''),
  caseId: work.draft.case?.mode === 'continue' ? work.draft.case.caseId : null,
  threadId: null,
  call: {
    callUid: work.facts.callUid,
    customerNumber: work.number,
    numberHidden: work.facts.numberHidden,
    calledNumber: work.facts.calledNumber,
    answeredAt: work.answeredAt,
    endedBy: work.endedBy,
    failure: work.failure,
    sipStatus: work.facts.sipStatus,
    heldMs: work.facts.heldMs,
    transferredTo: work.facts.transferredTo,
    training: work.training,
    ...(work.facts.transferredHow === undefined
      ? {}
      : { transferredHow: work.facts.transferredHow }),
    ...(work.facts.purpose === undefined ? {} : { purpose: work.facts.purpose }),
    ...(work.ivr === undefined ? {} : { ivr: work.ivr }),
    ...(work.facts.quality === undefined ? {} : { quality: work.facts.quality }),
  },
  speech: spokenOf(work),
  wrapUpEndedAt: null,
});

/**
 * An answered call and every call she made have a wrap-up; a call she never heard has none, nor
 * has one that stayed between colleagues, unless she wrote something down.
 */
export const needsWrapUp = ({
  match,
  direction,
  answeredAt,
  draft,
}: Pick<WorkRecord, 'match' | 'direction' | 'answeredAt' | 'draft'>): boolean => {
  if (match.status === 'colleague' && draft.notes.every(({ text }) => text.trim() === ''))
    return false;
  return direction === 'outbound' || answeredAt !== null;
};
