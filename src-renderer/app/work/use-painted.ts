/** Tells the engine when the 360 of a ringing call stands on screen: the ring and the card follow. */
import { useCustomer, useServices } from '@renderer/platform/store/services.tsx';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import { type RefObject, useEffect, useRef } from 'react';

/** Two frames: the first is asked for before the paint, the second runs after it. */
const afterPaint = (then: () => void): (() => void) => {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(then);
  });
  return () => cancelAnimationFrame(frame);
};

export const usePainted = (work: WorkItem): RefObject<HTMLElement | null> => {
  const { client } = useServices();
  const element = useRef<HTMLElement>(null);
  const reported = useRef<string | null>(null);
  const known = useCustomer(work.customerId) !== undefined;
  const shown = work.customerId === null || known;
  useEffect(() => {
    if (work.phase !== 'ringing' || !shown || reported.current === work.id) return;
    return afterPaint(() => {
      reported.current = work.id;
      void client.request('work.painted', { workId: work.id });
    });
  }, [client, work.id, work.phase, shown]);
  return element;
};
