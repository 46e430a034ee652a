/** What the speech of this call may mention: the customer, the brand, the advisor and the call. */
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { CustomerCase } from '@shared/domain/customer/customer.ts';
import type { Facts } from '@shared/domain/script/facts.ts';
import { gatherFacts, type Speaker } from '@shared/domain/script/gather-facts.ts';
import type { RelationMode, SpeechLanguage } from '@shared/domain/script/text.ts';
import { useMemo } from 'react';
import { useCustomer, useSlice } from './services.tsx';
import { useBrand } from './use-reference.ts';

export type CallFacts = {
  /** The facts are worded in the language that the call is held in. */
  readonly factsIn: (language: SpeechLanguage) => Facts;
  readonly mode: RelationMode | null;
  readonly spokenBy: SpeechLanguage | null;
};

const isOpenOf =
  (brandId: string) =>
  ({ status, brandId: its }: CustomerCase): boolean =>
    its === brandId && status !== 'closed' && status !== 'resolved';

/** What is known of a call, or of one that is about to be made. */
export type CallAtHand = Pick<
  WorkItem,
  'brandId' | 'customerId' | 'direction' | 'calledNumber' | 'queue' | 'startedAt' | 'answeredAt'
> & { readonly draft: Pick<WorkItem['draft'], 'reasonCode'> };

/** @param speaker who says the words, when it is somebody else than who is signed in here */
export const useCallFacts = (work: CallAtHand, speaker: Speaker | null = null): CallFacts => {
  const brand = useBrand(work.brandId);
  const me = useSlice('session')?.user ?? null;
  const advisor = speaker ?? me;
  const bundle = useCustomer(work.customerId)?.bundle;
  const { brandId, direction, calledNumber, queue, startedAt, answeredAt } = work;
  const reason = work.draft.reasonCode;
  return useMemo(() => {
    const customer = bundle?.customer ?? null;
    const open = (bundle?.cases ?? []).filter(isOpenOf(brandId));
    const waitedMs = answeredAt === null ? null : Date.parse(answeredAt) - Date.parse(startedAt);
    return {
      factsIn: (locale) =>
        gatherFacts({
          locale,
          brand,
          advisor,
          customer,
          openCase:
            bundle?.cases.find((one) => one.status !== 'closed' && one.brandId === brandId) ?? null,
          openOrder: open.find(({ kind }) => kind === 'order') ?? null,
          openCases: open.length,
          call: {
            direction,
            numberCalled: calledNumber,
            queue,
            reason,
            waitedS: waitedMs === null ? null : Math.round(waitedMs / 1000),
          },
          at: new Date(startedAt),
        }),
      mode: customer?.relations.find((one) => one.brandId === brandId)?.relationMode ?? null,
      spokenBy: customer?.language ?? null,
    };
  }, [
    brandId,
    bundle,
    brand,
    advisor,
    direction,
    calledNumber,
    queue,
    reason,
    startedAt,
    answeredAt,
  ]);
};
