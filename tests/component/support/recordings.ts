/** The recording of the call that goes on, as the engine shows it. */
import type { RecordingView } from '@shared/contracts/engine/recording.ts';
import { callId, quiet } from './slices.ts';

export const recorded = (change: Partial<RecordingView> = {}): RecordingView => ({
  callId,
  state: 'recording',
  purpose: 'evaluation',
  because: null,
  causes: [],
  pending: false,
  ...change,
});

const card = { id: 'carte', label: 'Carte du client', type: 'payment' as const };
const { reference } = quiet;

/** A speech that asks for a card, at every step. */
export const withCardStep = {
  ...reference,
  scripts: reference.scripts.map((script) => ({
    ...script,
    steps: script.steps.map((step) => ({ ...step, fields: [...step.fields.slice(0, 1), card] })),
  })),
};
