/** The time, once a second, a minute or an hour, for the few small parts that show it. */
import { useSyncExternalStore } from 'react';
import { useServices } from '../store/services.tsx';

const every =
  (ms: number) =>
  (tell: () => void): (() => void) => {
    const timer = setInterval(tell, ms);
    return () => clearInterval(timer);
  };
// Made once: a function that is new at each render would start its timer anew at each render.
const quarterly = every(250);
const secondly = every(1000);

const hourMs = 3_600_000;

const useBeat = (beatMs: 1_000 | 60_000 | typeof hourMs): number => {
  const { clock } = useServices();
  const floor = () => Math.floor(clock.now() / beatMs) * beatMs;
  return useSyncExternalStore(beatMs === 1_000 ? quarterly : secondly, floor);
};

/** Milliseconds since the epoch, on the whole second. */
export const useSecond = (): number => useBeat(1000);

/** Milliseconds since the epoch, on the whole minute. */
export const useMinute = (): number => useBeat(60_000);

/** The end of the running hour, for what follows from a long history and changes over weeks. */
export const useHourEnd = (): number => useBeat(hourMs) + hourMs;
