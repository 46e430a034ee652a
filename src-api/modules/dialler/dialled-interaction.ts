/** A call that the hub placed, as an exchange with whoever was called. */
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import type { EndedAs } from '@shared/domain/dialling/call-end.ts';
import type { Interaction, Outcome } from '@shared/domain/interaction/interaction.ts';
import type { DialledCall } from './calls-repository.ts';

const outcomes: { readonly [result in EndedAs['result']]: Outcome } = {
  reached: 'answered',
  busy: 'busy',
  'no-answer': 'no-answer',
  machine: 'no-answer',
  abandoned: 'abandoned',
  'wrong-number': 'failed',
  failed: 'failed',
};

/** Its id is the call's: whoever else tells of the same call tells of the same exchange. */
export const interactionOfDialled = (
  { id: campaignId, settings }: Campaign,
  call: DialledCall,
  { result, failure }: EndedAs,
  endedAt: string,
): Interaction => ({
  id: call.id,
  customerId: call.customerId,
  brandId: settings.brandId,
  channel: 'phone',
  direction: 'outbound',
  startedAt: call.placedAt,
  endedAt,
  recordedAt: null,
  outcome: outcomes[result],
  advisorId: result === 'reached' ? call.givenTo : null,
  queue: null,
  campaignId,
  reasonCode: null,
  dispositionCode: null,
  title: '',
  customerWords: null,
  summary: null,
  notes: [],
  caseId: null,
  threadId: null,
  call: {
    callUid: call.id,
    customerNumber: call.number,
    numberHidden: false,
    calledNumber: call.presented,
    answeredAt: result === 'reached' ? call.takenAt : call.answeredAt,
    endedBy: null,
    failure,
    sipStatus: null,
    heldMs: 0,
    transferredTo: null,
    training: false,
    purpose: settings.callKind,
  },
  speech: null,
  wrapUpEndedAt: null,
});
