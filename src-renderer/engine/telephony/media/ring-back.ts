/** The French ring-back tone while the other end rings: 440 Hz, 1.5 s on and 3.5 s off (ITU-T E.180). */

const toneHz = 440;
const onS = 1.5;
const everyMs = 5_000;
const loudness = 0.08;

type SinkContext = AudioContext & { setSinkId?: (id: string) => Promise<void> };

export class RingBack {
  #context: SinkContext | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  start(speakerId: string): void {
    if (this.#context !== null) return;
    const context: SinkContext = new AudioContext();
    this.#context = context;
    void context.setSinkId?.(speakerId === 'default' ? '' : speakerId).catch(() => undefined);
    const sound = (): void => {
      const tone = context.createOscillator();
      const gain = context.createGain();
      tone.frequency.value = toneHz;
      gain.gain.value = loudness;
      tone.connect(gain).connect(context.destination);
      tone.start();
      tone.stop(context.currentTime + onS);
    };
    sound();
    this.#timer = setInterval(sound, everyMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    void this.#context?.close().catch(() => undefined);
    this.#context = null;
  }
}
