/** Two short high notes in the headset: her microphone opens in a moment. */
const notes = [
  { hz: 880, atS: 0 },
  { hz: 1175, atS: 0.18 },
] as const;
const lengthS = 0.12;
const wholeMs = 450;

type SinkContext = AudioContext & { setSinkId?: (id: string) => Promise<void> };

/** Settles when it has been heard; a device that fails is no reason to leave the caller waiting. */
export const playBeep = async (speakerId: string): Promise<void> => {
  const context: SinkContext = new AudioContext();
  await context.setSinkId?.(speakerId === 'default' ? '' : speakerId).catch(() => undefined);
  for (const { hz, atS } of notes) {
    const tone = context.createOscillator();
    const gain = context.createGain();
    const at = context.currentTime + atS;
    tone.frequency.value = hz;
    gain.gain.setValueAtTime(0.25, at);
    gain.gain.linearRampToValueAtTime(0, at + lengthS);
    tone.connect(gain).connect(context.destination);
    tone.start(at);
    tone.stop(at + lengthS);
  }
  await new Promise((resolve) => setTimeout(resolve, wholeMs));
  void context.close().catch(() => undefined);
};
