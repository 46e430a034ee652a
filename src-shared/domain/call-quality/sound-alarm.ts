/** Notices within three seconds that one of two people is not heard, and says which one. */
import type { SoundAlarm } from './call-quality.ts';
import type { MediaInterval } from './media-sample.ts';

/** Mean square of the level. The quietest step of G.711 A-law is −72 dB: a line is louder. */
const lineSilence = 1e-7;
/** Below the last bit of 16-bit sound: no quiet room is as quiet as a microphone that is dead. */
const deadMicrophone = 1e-10;
/** So long it must last; until it is measured and shown three seconds have not gone by. */
export const proofS = 1.75;
/** Who has been heard may be silent for a while: a listener whose telephone suppresses noise. */
export const pauseS = 8;

export type Expected = {
  /** The far end is to be heard, and it is to hear her: not on hold. */
  readonly receives: boolean;
  readonly sends: boolean;
  readonly muted: boolean;
};

export class SoundAlarmWatch {
  /** Seconds for which each has lasted. */
  #noPacket = 0;
  #noneSent = 0;
  #farSilent = 0;
  #ownSilent = 0;
  #farHeard = false;

  /** @returns what stands at the end of this interval, the worst first */
  take(interval: MediaInterval, expected: Expected): SoundAlarm | null {
    const { seconds, receivedPackets, sentPackets, heardPower, spokenPower } = interval;
    const { receives, sends, muted } = expected;
    const lasts = (before: number, holds: boolean): number => (holds ? before + seconds : 0);
    this.#noPacket = lasts(this.#noPacket, receives && receivedPackets === 0);
    this.#noneSent = lasts(this.#noneSent, sends && sentPackets === 0);
    if (receives && heardPower >= lineSilence) this.#farHeard = true;
    this.#farSilent = lasts(this.#farSilent, receives && heardPower < lineSilence);
    const speaks = sends && !muted;
    this.#ownSilent = lasts(this.#ownSilent, speaks && (spokenPower ?? 0) < deadMicrophone);
    return this.#standing();
  }

  #standing(): SoundAlarm | null {
    if (this.#noPacket >= proofS) return 'nothing-received';
    if (this.#ownSilent >= proofS) return 'microphone-silent';
    if (this.#noneSent >= proofS) return 'nothing-sent';
    return this.#farSilent >= (this.#farHeard ? pauseS : proofS) ? 'far-end-silent' : null;
  }
}
