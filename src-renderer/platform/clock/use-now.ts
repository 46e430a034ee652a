/** The time, once a second or once a minute, for the few small parts that show it. */
import { useSyncExternalStore } from 'react';
import { useServices } from '../store/services.tsx';

const useBeat = (beatMs: number): number => {
  const { clock } = useServices();
  const floor = () => Math.floor(clock.now() / beatMs) * beatMs;
  return useSyncExternalStore((tell) => {
    const timer = setInterval(tell, beatMs === 1000 ? 250 : 1000);
    return () => clearInterval(timer);
  }, floor);
};

/** Milliseconds since the epoch, on the whole second. */
export const useSecond = (): number => useBeat(1000);

/** Milliseconds since the epoch, on the whole minute. */
export const useMinute = (): number => useBeat(60_000);
