/** How long she may decide about whom she is offered, where the campaign sets a time for it. */
import { useServices } from '@renderer/platform/store/services.tsx';
import type { OwnContact } from '@shared/contracts/engine/campaigns.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import { useRef, useState } from 'react';

export type Preview = {
  /** When whom she is offered goes back to the list; null: she has all the time. */
  readonly byMs: number | null;
  /** It has gone back, and nobody is offered to her until she goes on. */
  readonly isOver: boolean;
  readonly setOver: (isOver: boolean) => void;
};

const offerOf = ({ id, leasedUntil }: OwnContact): string => `${id} ${leasedUntil}`;

/**
 * Each person has her own time, which begins when she is first shown.
 * @param person null while nobody is offered, or while the hub could not take her back.
 */
export const usePreview = (campaign: CampaignView | null, person: OwnContact | null): Preview => {
  const { clock } = useServices();
  const [isOver, setOver] = useState(false);
  const began = useRef(new Map<string, number>());
  const { mode, previewSeconds } = campaign?.settings.dialling ?? { mode: 'manual' };
  if (mode !== 'preview' || previewSeconds === undefined || person === null || isOver) {
    began.current.clear();
    return { byMs: null, isOver, setOver };
  }
  const offer = offerOf(person);
  const sinceMs = began.current.get(offer) ?? clock.now();
  began.current.set(offer, sinceMs);
  return { byMs: sinceMs + previewSeconds * 1000, isOver, setOver };
};
