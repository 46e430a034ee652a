/** Which of several open work items the three columns show. Pure. */
import type { CallView, WorkItem } from '@shared/contracts/engine/views.ts';
import { ringsHere } from '@shared/domain/call/comes-in.ts';

/** The call that she hears, or is making: only its brand block is filled. */
export const audibleCall = (calls: readonly CallView[]): CallView | null => {
  const live = calls.filter((call) => call.phase !== 'ended' && !ringsHere(call));
  return live.find((call) => call.hold === 'active' || call.hold === 'resuming') ?? live[0] ?? null;
};

/** The call to answer or refuse with a key: the one that has rung longest. */
export const ringingCall = (calls: readonly CallView[]): CallView | null =>
  calls.filter(ringsHere).sort((a, b) => a.startedAt.localeCompare(b.startedAt))[0] ?? null;

const rank = { talking: 0, 'wrap-up': 1, ringing: 2 } as const;

/**
 * While a call is audible the columns are its own. Else the chosen one; else an open wrap-up, so
 * that a call that rings meanwhile takes nothing away; else what rings.
 */
export const focusedWork = (
  works: readonly WorkItem[],
  calls: readonly CallView[],
  chosenId: string | null,
): WorkItem | null => {
  const audible = audibleCall(calls);
  return (
    works.find((work) => work.id === audible?.id) ??
    works.find((work) => work.id === chosenId) ??
    [...works].sort(
      (a, b) => rank[a.phase] - rank[b.phase] || a.startedAt.localeCompare(b.startedAt),
    )[0] ??
    null
  );
};

/** Whom she asks about this call, if anyone. */
export const consultOf = (calls: readonly CallView[], callId: string | null): CallView | null =>
  calls.find((call) => call.consultFor !== null && call.consultFor === callId) ?? null;

/** The call of a work item while it lasts: they share their id. */
export const callOf = (calls: readonly CallView[], work: WorkItem | null): CallView | null =>
  calls.find((call) => call.id === work?.id && call.phase !== 'ended') ?? null;
