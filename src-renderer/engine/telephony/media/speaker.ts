/** Plays what the customer says on the chosen output device. */

export class Speaker {
  readonly #audio = new Audio();

  constructor(stream: MediaStream, deviceId: string) {
    this.#audio.srcObject = stream;
    this.#audio.autoplay = true;
    // In the document, so that it can be seen (and measured) what is being played.
    document.body.append(this.#audio);
    this.use(deviceId);
    void this.#audio.play().catch(() => undefined);
  }

  /** An unplugged device falls back to the system's default; the call goes on. */
  use(deviceId: string): void {
    const audio = this.#audio as HTMLAudioElement & { setSinkId?: (id: string) => Promise<void> };
    const chosen = deviceId === 'default' ? '' : deviceId;
    void audio.setSinkId?.(chosen).catch(() => audio.setSinkId?.('').catch(() => undefined));
  }

  stop(): void {
    this.#audio.pause();
    this.#audio.srcObject = null;
    this.#audio.remove();
  }
}
