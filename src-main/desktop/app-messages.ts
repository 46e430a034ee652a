/** Events for the app window: kept until its page listens, the newest of each kind. */
import type { DesktopEvent } from '@shared/contracts/ipc/desktop.ts';

export class AppMessages {
  readonly #send: (event: DesktopEvent) => void;
  readonly #waiting = new Map<DesktopEvent['type'], DesktopEvent>();
  #listens = false;

  constructor(send: (event: DesktopEvent) => void) {
    this.#send = send;
  }

  tell = (event: DesktopEvent): void => {
    if (this.#listens) this.#send(event);
    else this.#waiting.set(event.type, event);
  };

  /** The page has spoken: it hears as well. */
  ready(): void {
    if (this.#listens) return;
    this.#listens = true;
    for (const event of this.#waiting.values()) this.#send(event);
    this.#waiting.clear();
  }

  /** The page is gone and will come back. */
  gone(): void {
    this.#listens = false;
  }
}
