/**
 * The ring: two soft wooden notes (E5, B4), 1.6 s apart, from silence to full in 2 s, on the ring
 * device. During a call there is only a low tap in the headset's stead (design.md, Sound).
 */

const notes = [
  { hz: 659.25, atS: 0 },
  { hz: 493.88, atS: 0.22 },
] as const;
const everyMs = 1600;
const risesInS = 2;

type SinkContext = AudioContext & { setSinkId?: (id: string) => Promise<void> };

const strike = (
  context: AudioContext,
  out: AudioNode,
  hz: number,
  at: number,
  loud: number,
): void => {
  const tone = context.createOscillator();
  const gain = context.createGain();
  tone.type = 'triangle';
  tone.frequency.value = hz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loud, at + 0.008);
  gain.gain.exponentialRampToValueAtTime(0.001, at + 0.5);
  tone.connect(gain).connect(out);
  tone.start(at);
  tone.stop(at + 0.55);
};

export class Ringer {
  #context: SinkContext | null = null;
  #out: GainNode | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param loudness 0 to 1 */
  ring(deviceId: string, inCall: boolean, loudness: number): void {
    this.stop();
    const context: SinkContext = new AudioContext();
    this.#context = context;
    const out = context.createGain();
    out.connect(context.destination);
    this.#out = out;
    this.use(deviceId, loudness);
    const master = context.createGain();
    master.connect(out);
    if (inCall) {
      strike(context, master, 165, context.currentTime, 0.06);
      return;
    }
    master.gain.setValueAtTime(0.05, context.currentTime);
    master.gain.linearRampToValueAtTime(0.6, context.currentTime + risesInS);
    const round = (): void => {
      for (const { hz, atS } of notes) strike(context, master, hz, context.currentTime + atS, 0.5);
    };
    round();
    this.#timer = setInterval(round, everyMs);
  }

  /** Another ring device, or another loudness, while it rings. */
  use(deviceId: string, loudness: number): void {
    const context = this.#context;
    if (this.#out !== null) this.#out.gain.value = loudness;
    void context
      ?.setSinkId?.(deviceId === 'default' ? '' : deviceId)
      .catch(() => context.setSinkId?.('').catch(() => undefined));
  }

  stop(): void {
    clearInterval(this.#timer);
    void this.#context?.close().catch(() => undefined);
    this.#context = null;
    this.#out = null;
  }
}
