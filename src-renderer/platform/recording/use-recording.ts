/** The recording of a call, in words that she can say to the customer. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import type { RecordingView } from '@shared/contracts/engine/recording.ts';

export const canBePaused = ({ state }: RecordingView): boolean =>
  state === 'recording' || state === 'paused' || state === 'announcing';

export const useRecording = (callId: string): RecordingView | null =>
  useSlice('recordings')?.find((one) => one.callId === callId) ?? null;

/** Why it is in pause: what she cannot end by the key comes first. */
const causeOf = ({ causes }: RecordingView) =>
  (['payment', 'hold', 'by-hand'] as const).find((cause) => causes.includes(cause)) ?? 'by-hand';

export const useRecordedWord = (callId: string): string => {
  const { t } = useText();
  const one = useRecording(callId);
  if (one === null || one.state === 'none') return t('quality.notRecorded');
  if (one.pending && one.causes.length > 0) return t('recording.state.pausing');
  if (one.state === 'paused') return t(`recording.state.paused.${causeOf(one)}`);
  if (one.state === 'recording')
    return t(`recording.state.recording.${one.purpose ?? 'evaluation'}`);
  return t(`recording.state.${one.state}`);
};
