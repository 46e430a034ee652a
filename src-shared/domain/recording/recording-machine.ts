/**
 * One recording of one call. It waits until the customer was told, pauses for as long as any cause for
 * it stands, and what was recorded is there until it is purged, or at once no more when she objects.
 *
 *   announcing ──announced──▶ recording ⇄ paused ──ended──▶ ended ──stored──▶ stored ──purged──▶ purged
 *        │                        └──────────┴──objected──▶ objected      (also from ended and stored)
 *        └──ended / failed──▶ void           nothing was recorded
 */

export const pauseCauses = ['by-hand', 'payment', 'hold'] as const;
export type PauseCause = (typeof pauseCauses)[number];

export const recordingStates = [
  'announcing',
  'recording',
  'paused',
  'ended',
  'stored',
  'purged',
  'objected',
  'void',
] as const;
export type RecordingState = (typeof recordingStates)[number];

export type Recording = {
  readonly state: RecordingState;
  readonly causes: readonly PauseCause[];
};

export type RecordingEvent =
  | { readonly type: 'announced' }
  /** All that stand now, none of those before. */
  | { readonly type: 'causes'; readonly causes: readonly PauseCause[] }
  | { readonly type: 'ended' }
  | { readonly type: 'objected' }
  | { readonly type: 'stored' }
  /** The switch has nothing of it. */
  | { readonly type: 'lost' }
  | { readonly type: 'purged' };

/** What the switch and the store are asked to do. */
export type RecordingEffect = 'start' | 'start-paused' | 'pause' | 'resume' | 'stop' | 'delete';

export type RecordingStep =
  | { readonly recording: Recording; readonly effects: readonly RecordingEffect[] }
  | { readonly ignored: string };

export const recordingAtStart: Recording = { state: 'announcing', causes: [] };

const step = (
  state: RecordingState,
  causes: readonly PauseCause[],
  ...effects: RecordingEffect[]
): RecordingStep => ({ recording: { state, causes }, effects });
const ignored = (recording: Recording, event: RecordingEvent): RecordingStep => ({
  ignored: `${event.type} while ${recording.state}`,
});

const announcing = (recording: Recording, event: RecordingEvent): RecordingStep => {
  const { causes } = recording;
  if (event.type === 'announced')
    return causes.length === 0
      ? step('recording', [], 'start')
      : step('paused', causes, 'start-paused');
  if (event.type === 'causes') return step('announcing', event.causes);
  if (event.type === 'ended' || event.type === 'lost') return step('void', []);
  return event.type === 'objected' ? step('objected', []) : ignored(recording, event);
};

const live = (recording: Recording, event: RecordingEvent): RecordingStep => {
  const { state, causes } = recording;
  if (event.type === 'causes') {
    const wanted = event.causes.length === 0 ? 'recording' : 'paused';
    if (wanted === state) return step(state, event.causes);
    return step(wanted, event.causes, wanted === 'paused' ? 'pause' : 'resume');
  }
  if (event.type === 'ended') return step('ended', [], 'stop');
  if (event.type === 'lost') return step('void', []);
  if (event.type === 'objected') return step('objected', [], 'stop', 'delete');
  return ignored({ state, causes }, event);
};

const over = (recording: Recording, event: RecordingEvent): RecordingStep => {
  const { state } = recording;
  if (event.type === 'objected') return step('objected', [], 'delete');
  if (state === 'ended' && event.type === 'stored') return step('stored', []);
  if (state === 'ended' && event.type === 'lost') return step('void', []);
  if (state === 'stored' && event.type === 'purged') return step('purged', [], 'delete');
  return ignored(recording, event);
};

export const onRecordingEvent = (recording: Recording, event: RecordingEvent): RecordingStep => {
  if (recording.state === 'announcing') return announcing(recording, event);
  if (recording.state === 'recording' || recording.state === 'paused')
    return live(recording, event);
  if (recording.state === 'ended' || recording.state === 'stored') return over(recording, event);
  return ignored(recording, event);
};
