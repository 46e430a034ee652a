/** A call that is recorded, and its pauses. */
import { recorded, withCardStep } from '../component/support/recordings.ts';
import { talkingCall, talkingWork } from '../component/support/slices.ts';
import { type GalleryState, talkingDraft } from './parts.ts';

const state = (
  recording: Parameters<typeof recorded>[0],
  more: Partial<GalleryState> = {},
): GalleryState => ({
  now: '11:48:06',
  slices: {
    calls: [talkingCall({ mos: 4.3 })],
    work: [talkingWork({ draft: talkingDraft })],
    recordings: [recorded(recording)],
  },
  ...more,
});

const cardStep = {
  calls: [talkingCall({ mos: 4.3 })],
  work: [talkingWork({ draft: talkingDraft })],
  recordings: [recorded({ state: 'paused', causes: ['payment'] })],
  reference: withCardStep,
};

export const recordingStates: { readonly [name: string]: GalleryState } = {
  recorded: state({}),
  'recorded-card-step': state(
    { state: 'paused', causes: ['payment'] },
    { slices: { ...cardStep } },
  ),
  'recorded-paused': state({ state: 'paused', causes: ['by-hand'] }),
  'recorded-card': state({ state: 'paused', causes: ['payment'] }, { overlay: 'recording' }),
  'recorded-not': state(
    { state: 'none', purpose: null, because: 'not-drawn' },
    { overlay: 'recording' },
  ),
};
