/** What she hears of one call: the far end, or the ring-back while it rings. */
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import type { MediaSession } from '../sip/session/media-session.ts';
import { RingBack } from './ring-back.ts';
import { Speaker } from './speaker.ts';

/** So long without a packet: the network plays nothing. */
const listenMs = 400;

export type CallSoundListener = {
  readonly failed: (code: ErrorCode) => void;
  readonly connection: (state: RTCPeerConnectionState) => void;
};

export class CallSound {
  readonly #speakerId: () => string | null;
  readonly #ringBack = new RingBack();
  #speaker: Speaker | null = null;
  #loudness = 1;
  #apart = false;
  #early = false;
  #answered = false;

  /** @param speakerId null: nothing is played at all */
  constructor(speakerId: () => string | null) {
    this.#speakerId = speakerId;
  }

  follow(media: MediaSession, listener: CallSoundListener): void {
    media.listen({
      ...listener,
      remoteStream: (stream) => {
        this.#speaker?.stop();
        const speakerId = this.#speakerId();
        this.#speaker = speakerId === null ? null : new Speaker(stream, speakerId);
        if (speakerId !== null) this.#speaker?.use(speakerId, this.#loudness);
        this.#speaker?.silence(this.#apart);
      },
    });
  }

  /**
   * The far end rings: heard here, unless the network itself plays something; an announcement may
   * come first and the ringing after it (RFC 3960 §3.2).
   */
  async ring(media: MediaSession | null, status: number, sdp: string): Promise<void> {
    if (sdp.trim() !== '' && !this.#early) {
      this.#early = true;
      await media?.previewAnswer(sdp).catch(() => undefined);
    }
    // Only 180 says that a telephone rings; a PBX may repeat the early description in it.
    const plays =
      this.#early && (status !== 180 || (media !== null && (await media.receives(listenMs))));
    const speakerId = this.#speakerId();
    if (plays || speakerId === null) this.#ringBack.stop();
    else if (!this.#answered) this.#ringBack.start(speakerId);
  }

  answered(): void {
    this.#answered = true;
    this.#ringBack.stop();
  }

  /** @param loudness 0 to 1 */
  playOn(speakerId: string, loudness: number): void {
    this.#loudness = loudness;
    this.#speaker?.use(speakerId, loudness);
  }

  setApart(apart: boolean): void {
    this.#apart = apart;
    this.#speaker?.silence(apart);
  }

  stop(): void {
    this.#answered = true;
    this.#ringBack.stop();
    this.#speaker?.stop();
    this.#speaker = null;
  }
}
