/** A work item whose call is over. */
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { Brand } from '@shared/domain/brand/brand.ts';
import type { EndedCall } from '../calls/live-call.ts';
import { measuresOf } from './new-work.ts';

/** The program died in this call: it ended when it was last seen alive. */
export const cutShort = (work: WorkRecord): WorkRecord => {
  const unanswered = work.direction === 'inbound' ? 'missed' : 'failed';
  const outcome = work.answeredAt === null ? unanswered : 'answered';
  return { ...work, outcome, endedAt: work.facts.aliveAt, endedBy: 'program-stopped' };
};

const usualWrapUpSeconds = 120;

/** Its call is over: what is left is to settle it. */
export const wrappingUp = (
  work: WorkRecord,
  brand: Brand | undefined,
  startedAt: string,
): WorkRecord => ({
  ...work,
  phase: 'wrap-up',
  wrapUp: { startedAt, allowedMs: (brand?.wrapUpSeconds ?? usualWrapUpSeconds) * 1000 },
  facts: { ...work.facts, recorded: true },
});

/** She says that it is none of those who were found. */
export const nobodyKnown = (work: WorkRecord): WorkRecord => ({
  ...work,
  match: { status: 'none', lookup: 'not-found' },
  customerId: null,
  customerName: work.numberDisplay,
  likelyReasons: [],
});

/** It is over, as the call says. */
export const endOf = (work: WorkRecord, call: EndedCall): WorkRecord => {
  const { end, failure, sipStatus, endedAt } = call;
  const facts = { ...work.facts, sipStatus, ...measuresOf(call) };
  return { ...work, ...end, facts, failure, endedAt };
};
