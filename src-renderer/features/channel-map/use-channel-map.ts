/** The map as the hub reads it for a brand and a time; asked again when either changes. */
import { useOffline, useServices } from '@renderer/platform/store/services.tsx';
import type { ChannelMap } from '@shared/contracts/http/channel-map.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { useEffect, useState } from 'react';

const dayMs = 86_400_000;
export type MapAnswer = ChannelMap | ErrorCode | null;

/** Null while it is asked for. */
export const useChannelMap = (brandId: string | null, days: number): MapAnswer => {
  const { client, clock } = useServices();
  const offline = useOffline();
  const [answer, setAnswer] = useState<MapAnswer>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the network is back
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
  }, [client, clock, brandId, days, offline]);
  return answer;
};
