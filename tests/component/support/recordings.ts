/** The recording of the call that goes on, as the engine shows it. */
import type { RecordingView } from '@shared/contracts/engine/recording.ts';
import { callId } from './slices.ts';

export const recorded = (change: Partial<RecordingView> = {}): RecordingView => ({
  callId,
  state: 'recording',
  purpose: 'evaluation',
  because: null,
  causes: [],
  pending: false,
  ...change,
});
