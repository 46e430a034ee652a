/** A team lead's sentence in her own voice: recorded from her microphone, played to be heard. */
import type { Sound } from '@shared/contracts/http/role-plays.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { closeStream, microphoneErrorCode, openMicrophone } from '../telephony/media/microphone.ts';

const longestMs = 60_000;
/** Chromium's container for Opus. */
const mimeType = 'audio/webm;codecs=opus';

const processing = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

export const base64Of = async (blob: Blob): Promise<string> => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

export class VoiceRecorder {
  #recorder: MediaRecorder | null = null;
  #stream: MediaStream | null = null;
  #parts: Blob[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Begins anew; what was not kept is forgotten. Ends by itself after a minute. */
  async begin(deviceId: string): Promise<Result<null>> {
    this.#close();
    try {
      this.#stream = await openMicrophone({ deviceId, processing });
    } catch (error) {
      return fail(microphoneErrorCode(error));
    }
    this.#parts = [];
    const recorder = new MediaRecorder(this.#stream, { mimeType });
    recorder.ondataavailable = ({ data }) => this.#parts.push(data);
    this.#recorder = recorder;
    recorder.start();
    this.#timer = setTimeout(() => recorder.stop(), longestMs);
    return succeed(null);
  }

  /** What was said since the beginning. */
  async end(): Promise<Result<Sound>> {
    const recorder = this.#recorder;
    if (recorder === null) return fail('call-not-in-state', 'nothing is recorded');
    if (recorder.state !== 'inactive') {
      const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
      recorder.stop();
      await stopped;
    }
    const base64 = await base64Of(new Blob(this.#parts, { type: mimeType }));
    this.#close();
    return succeed({ mediaType: 'audio/webm', base64 });
  }

  #close(): void {
    clearTimeout(this.#timer);
    if (this.#recorder?.state === 'recording') this.#recorder.stop();
    closeStream(this.#stream);
    this.#recorder = null;
    this.#stream = null;
  }
}
