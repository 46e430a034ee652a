/** Joins the recordings to the calls and the work of a shift. */
import type { CallView } from '@shared/contracts/engine/views.ts';
import type { Board } from '../board/board.ts';
import { RecordingDesk } from '../recording/recording-desk.ts';
import type { WorkDesk } from '../work/work-desk.ts';
import type { ShiftDeps } from './shift-deps.ts';
import type { TeamDesk } from './team-desk.ts';

export const makeRecordings = (
  { board, hub }: Pick<ShiftDeps, 'board' | 'hub'>,
  shift: { readonly work: WorkDesk },
): RecordingDesk =>
  new RecordingDesk({
    hub,
    show: (recordings) => board.set('recordings', recordings),
    work: (callId) => board.get('work').find(({ id }) => id === callId),
    callUid: (callId) => shift.work.get(callId)?.facts.callUid ?? null,
    script: (id) => board.get('reference').scripts.find((script) => script.id === id),
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });

/** What follows the calls of a shift. */
export const showCalls =
  (
    board: Board,
    shift: { readonly team: Pick<TeamDesk, 'follow'>; readonly recordings: RecordingDesk },
  ) =>
  (calls: CallView[]): void => {
    board.set('calls', calls);
    shift.team.follow(calls);
    shift.recordings.follow(calls);
  };
