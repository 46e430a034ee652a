/** The record of a call that reached nobody here and has no work item: what it was, and how it ended. */
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import type { Outcome } from '@shared/domain/interaction/interaction.ts';
import { interactionOf, newWork } from './new-work.ts';

type Unheard = Pick<
  WorkRecord,
  'id' | 'brandId' | 'number' | 'numberDisplay' | 'calledLabel' | 'customerId' | 'training'
> & {
  readonly facts: Parameters<typeof newWork>[0]['facts'];
  readonly at: string;
  readonly outcome: Outcome;
  /** Why, more exactly than the outcome. */
  readonly failure: string | null;
  readonly advisorId: string;
};

export const unheardCall = ({
  at,
  outcome,
  failure,
  advisorId,
  customerId,
  ...about
}: Unheard): { readonly body: MutationBody; readonly orderKey: string } => {
  const beginning = { ...about, direction: 'inbound' as const, callbackId: null, startedAt: at };
  const ended = { ...newWork(beginning), customerId, endedAt: at, outcome };
  const payload = interactionOf(ended, advisorId);
  const call = payload.call === null ? null : { ...payload.call, failure };
  return {
    body: { kind: 'interaction.record', payload: { ...payload, call } },
    orderKey: customerId === null ? `work:${about.id}` : `customer:${customerId}`,
  };
};
