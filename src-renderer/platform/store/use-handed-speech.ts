/** The speech that this call goes on from: a colleague's, or that of the call that broke off. */
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import { type HandedSpeech, handedSpeech } from '@shared/domain/script/handed-speech.ts';
import { useMemo } from 'react';
import { useCustomer } from './services.tsx';

/** By the customer's history, else by what the hub told of the number (SPEECH-35). */
export const useHandedSpeech = (work: WorkItem): HandedSpeech | null => {
  const known = useCustomer(work.customerId)?.bundle.interactions;
  const { id, brandId, startedAt, direction, rolePlay, handedFrom } = work;
  return useMemo(() => {
    if (direction === 'outbound' || rolePlay !== undefined) return null;
    const here = { id, brandId, startedAt };
    const ofCustomer = known === undefined ? null : handedSpeech(known, here);
    return ofCustomer ?? (handedFrom === undefined ? null : handedSpeech(handedFrom, here));
  }, [known, id, brandId, startedAt, direction, rolePlay, handedFrom]);
};
