/** Plays what the customer says on the chosen output device. */

type SinkElement = HTMLAudioElement & { setSinkId?: (id: string) => Promise<void> };

export class Speaker {
  readonly #audio: SinkElement = new Audio();
  #wanted = '';

  constructor(stream: MediaStream, deviceId: string) {
    this.#audio.srcObject = stream;
    this.#audio.autoplay = true;
    // In the document, so that it can be seen (and measured) what is being played.
    document.body.append(this.#audio);
    this.use(deviceId);
    void this.#audio.play().catch(() => undefined);
  }

  /**
   * An unplugged device falls back to the system's default; the call goes on.
   * @param loudness 0 to 1; as it is when not given
   */
  use(deviceId: string, loudness?: number): void {
    if (loudness !== undefined) this.#audio.volume = loudness;
    const chosen = deviceId === 'default' ? '' : deviceId;
    this.#wanted = chosen;
    void this.#audio.setSinkId?.(chosen).catch(() => {
      // A device chosen meanwhile is not taken away again.
      if (this.#wanted === chosen) void this.#audio.setSinkId?.('').catch(() => undefined);
    });
  }

  silence(silent: boolean): void {
    this.#audio.muted = silent;
  }

  stop(): void {
    this.#audio.pause();
    this.#audio.srcObject = null;
    this.#audio.remove();
  }
}
