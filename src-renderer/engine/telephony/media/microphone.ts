/** Opens the microphone for one call and gives it back afterwards; says clearly why it cannot. */
import type { VoiceProcessing } from '@shared/contracts/engine/desk-views.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';

export type MicrophoneSettings = {
  readonly deviceId: string;
  readonly processing: VoiceProcessing;
};

/** For headsets that do it themselves, and for tones in tests. */
export const noProcessing: VoiceProcessing = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
};

/** Names of DOMException as getUserMedia throws them (W3C Media Capture §10.2). */
export const microphoneErrorCode = (error: unknown): ErrorCode => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'microphone-missing';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'microphone-refused';
  if (name === 'NotReadableError' || name === 'AbortError') return 'microphone-busy';
  return 'call-media-failed';
};

const constraintsFor = ({ deviceId, processing }: MicrophoneSettings): MediaStreamConstraints => ({
  video: false,
  audio: {
    ...(deviceId === '' || deviceId === 'default' ? {} : { deviceId: { exact: deviceId } }),
    ...processing,
    channelCount: 1,
  },
});

/** A chosen device that was unplugged falls back to the system's default at once. */
export const openMicrophone = async (settings: MicrophoneSettings): Promise<MediaStream> => {
  try {
    return await navigator.mediaDevices.getUserMedia(constraintsFor(settings));
  } catch (error) {
    if (microphoneErrorCode(error) !== 'microphone-missing' || settings.deviceId === '')
      throw error;
    return navigator.mediaDevices.getUserMedia(constraintsFor({ ...settings, deviceId: '' }));
  }
};

/**
 * For practice calls on a machine without a microphone: the simulated customer hears silence, and
 * the newcomer can still take the call. A real line never does this.
 */
export const openPracticeMicrophone = async (
  settings: MicrophoneSettings,
): Promise<MediaStream> => {
  try {
    return await openMicrophone(settings);
  } catch (error) {
    if (microphoneErrorCode(error) !== 'microphone-missing') throw error;
    return new AudioContext().createMediaStreamDestination().stream;
  }
};

export const closeStream = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};
