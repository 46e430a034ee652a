/**
 * When does sound that no longer flows end a call? Not at once: the network may be another one, and
 * the media find new ways (ICE restart, RFC 8445 §2.4). Only what stays lost ends it.
 */
const lostForMs = 30_000;

type Deps = {
  /** Each time that it looks lost. */
  readonly looksLost: () => void;
  readonly gone: () => void;
};

export class MediaWatch {
  readonly #deps: Deps;
  #flowed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  follow(state: RTCPeerConnectionState): void {
    if (state === 'connected') {
      this.#flowed = true;
      this.stop();
    } else if (state === 'disconnected' || state === 'failed') {
      if (!this.#flowed) {
        if (state === 'failed') this.#deps.gone();
        return;
      }
      this.#timer ??= setTimeout(() => this.#deps.gone(), lostForMs);
      this.#deps.looksLost();
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
