/** The map as the hub reads it for a brand and a time; asked again when either changes. */
import { useServices } from '@renderer/platform/store/services.tsx';
import type { ChannelMap } from '@shared/contracts/http/channel-map.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { useEffect, useState } from 'react';

const dayMs = 86_400_000;
export type MapAnswer = ChannelMap | ErrorCode | null;

/** Null while it is asked for. */
export const useChannelMap = (brandId: string | null, days: number): MapAnswer => {
  const { client, clock } = useServices();
  const [answer, setAnswer] = useState<MapAnswer>(null);
  useEffect(() => {
    let current = true;
    setAnswer(null);
    const now = clock.now();
    const time = { from: toInstant(now - days * dayMs), to: toInstant(now) };
    void client.request('measures.channel-map', { brandId, ...time }).then((got) => {
      if (current) setAnswer(got.ok ? got.value : got.error.code);
    });
    return () => {
      current = false;
    };
  }, [client, clock, brandId, days]);
  return answer;
};
