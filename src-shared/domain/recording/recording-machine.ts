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
  /** The switch has begun: what is paused before that begins when it goes on, not a moment earlier. */
  readonly begun: boolean;
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
export type RecordingEffect = 'start' | 'pause' | 'resume' | 'stop' | 'delete';

export type RecordingStep =
  | { readonly recording: Recording; readonly effects: readonly RecordingEffect[] }
  | { readonly ignored: string };

export const recordingAtStart: Recording = {
  state: 'announcing',
  causes: [],
  begun: false,
};

const step = (recording: Recording, ...effects: RecordingEffect[]): RecordingStep => ({
  recording,
  effects,
});
const over = (state: RecordingState, ...effects: RecordingEffect[]): RecordingStep =>
  step({ state, causes: [], begun: true }, ...effects);
const ignored = (recording: Recording, event: RecordingEvent): RecordingStep => ({
  ignored: `${event.type} while ${recording.state}`,
});

const onAnnouncing = (recording: Recording, event: RecordingEvent): RecordingStep => {
  const { causes } = recording;
  switch (event.type) {
    case 'announced':
      return causes.length === 0
        ? step({ state: 'recording', causes: [], begun: true }, 'start')
        : step({ state: 'paused', causes, begun: false });
    case 'causes':
      return step({ ...recording, causes: event.causes });
    case 'ended':
    case 'lost':
      return over('void');
    case 'objected':
      return over('objected');
    default:
      return ignored(recording, event);
  }
};

const onCauses = ({ state, begun }: Recording, causes: readonly PauseCause[]): RecordingStep => {
  if (causes.length === 0) {
    const going: Recording = { state: 'recording', causes, begun: true };
    if (state === 'recording') return step(going);
    return step(going, begun ? 'resume' : 'start');
  }
  const paused: Recording = { state: 'paused', causes, begun };
  return state === 'paused' ? step(paused) : step(paused, 'pause');
};

const onLive = (recording: Recording, event: RecordingEvent): RecordingStep => {
  const { begun } = recording;
  switch (event.type) {
    case 'causes':
      return onCauses(recording, event.causes);
    case 'ended':
      return begun ? over('ended', 'stop') : over('void');
    case 'lost':
      return over('void');
    case 'objected':
      return begun ? over('objected', 'stop', 'delete') : over('objected');
    default:
      return ignored(recording, event);
  }
};

const onOver = (recording: Recording, event: RecordingEvent): RecordingStep => {
  const { state } = recording;
  if (event.type === 'objected') return over('objected', 'delete');
  if (state === 'ended' && event.type === 'stored') return over('stored');
  if (state === 'ended' && event.type === 'lost') return over('void');
  if (state === 'stored' && event.type === 'purged') return over('purged', 'delete');
  return ignored(recording, event);
};

export const onRecordingEvent = (recording: Recording, event: RecordingEvent): RecordingStep => {
  switch (recording.state) {
    case 'announcing':
      return onAnnouncing(recording, event);
    case 'recording':
    case 'paused':
      return onLive(recording, event);
    case 'ended':
    case 'stored':
      return onOver(recording, event);
    default:
      return ignored(recording, event);
  }
};
