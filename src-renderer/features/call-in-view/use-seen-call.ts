/** An advisor's call as a lead has it in view: asked again and again, and at once when she is a step further. */
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { type SeatCall, seatCallEveryMs } from '@shared/contracts/http/seat-call.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import { useEffect } from 'react';

export type SeenCall = {
  /** Null before the first answer. */
  readonly call: SeatCall | null;
  /** Since when there is no newer one, in milliseconds; null while it is true. */
  readonly staleSince: number | null;
};

export const useSeenCall = ({ userId, now }: Seat): SeenCall => {
  const { client } = useServices();
  const { known, reload } = useAsked('lead.call', { userId }, seatCallEveryMs);
  const place = `${now?.call?.callUid} ${now?.call?.customerId} ${now?.call?.speech?.stepId}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew where she is somewhere else
  useEffect(() => {
    void reload();
  }, [reload, place]);
  useEffect(() => {
    return () => void client.request('lead.call-end', { userId });
  }, [client, userId]);
  const value = known?.value ?? null;
  return { call: value, staleSince: known === null || known.code === null ? null : known.atMs };
};
