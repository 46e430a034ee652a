/** A work item whose call is over. */
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { Brand } from '@shared/domain/brand/brand.ts';

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
