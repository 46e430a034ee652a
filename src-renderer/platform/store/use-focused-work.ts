/** The work item on screen and its call, from the projections. */
import type { CallView, WorkItem } from '@shared/contracts/engine/views.ts';
import { callOf, focusedWork } from './focused-work.ts';
import { useScreen, useSlice } from './services.tsx';

const none: readonly never[] = [];

export const useCalls = (): readonly CallView[] => useSlice('calls') ?? none;
export const useWorks = (): readonly WorkItem[] => useSlice('work') ?? none;

/** Null while nothing is open, or while what rings waits until she has finished typing. */
export const useFocusedWork = (): { work: WorkItem | null; call: CallView | null } => {
  const works = useWorks();
  const calls = useCalls();
  const chosen = useScreen((state) => state.workId);
  const waitingId = useScreen((state) => state.waitingWorkId);
  const work = focusedWork(
    works.filter((one) => one.id !== waitingId),
    calls,
    chosen,
  );
  return { work, call: callOf(calls, work) };
};
