/** Plays three notes on the loudspeaker, or the ring on the ring device. */
import { Ringer } from '../telephony/media/ringer.ts';

type SinkContext = AudioContext & { setSinkId?: (id: string) => Promise<void> };

const notesHz = [523.25, 659.25, 783.99] as const;
const noteS = 0.25;
const ringMs = 3_000;

/** @returns false when the device does not take it; resolves when the sound is over */
export const playNotes = async (deviceId: string, loudness: number): Promise<boolean> => {
  const context: SinkContext = new AudioContext();
  try {
    await context.setSinkId?.(deviceId === 'default' ? '' : deviceId);
    const gain = context.createGain();
    gain.gain.value = 0.3 * loudness;
    gain.connect(context.destination);
    notesHz.forEach((hz, at) => {
      const tone = context.createOscillator();
      tone.frequency.value = hz;
      tone.connect(gain);
      tone.start(context.currentTime + at * noteS);
      tone.stop(context.currentTime + (at + 0.9) * noteS);
    });
    const before = context.currentTime;
    await new Promise((resolve) => setTimeout(resolve, notesHz.length * noteS * 1000 + 50));
    return context.currentTime > before;
  } catch {
    return false;
  } finally {
    await context.close();
  }
};

/** The ring as it will be, from its beginning. */
export const playRing = async (deviceId: string, loudness: number): Promise<void> => {
  const ringer = new Ringer();
  ringer.ring(deviceId, false, loudness);
  await new Promise((resolve) => setTimeout(resolve, ringMs));
  ringer.stop();
};
