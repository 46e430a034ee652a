/** The speech that this call goes on from: a colleague's, or that of the call that broke off. */
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import { type HandedSpeech, handedSpeech } from '@shared/domain/script/handed-speech.ts';
import { useMemo } from 'react';
import { useCustomer } from './services.tsx';

export const useHandedSpeech = (work: WorkItem): HandedSpeech | null => {
  const interactions = useCustomer(work.customerId)?.bundle.interactions;
  const { id, brandId, startedAt, direction, rolePlay } = work;
  return useMemo(
    () =>
      interactions === undefined || direction === 'outbound' || rolePlay !== undefined
        ? null
        : handedSpeech(interactions, { id, brandId, startedAt }),
    [interactions, id, brandId, startedAt, direction, rolePlay],
  );
};
