/**
 * Lets the 360 be painted before anything else asks for the processor: the ring and the card above
 * other windows wait for the app's word that it is on screen, and no longer than a moment.
 */

export class PaintGate {
  readonly #waiting = new Map<string, () => void>();

  /** The app painted this work item. */
  painted(workId: string): void {
    this.#waiting.get(workId)?.();
  }

  /** Settles when it is painted; a window that is hidden paints nothing, hence the limit. */
  wait(workId: string, atMostMs: number): Promise<void> {
    return new Promise((resolve) => {
      const pass = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(workId);
        resolve();
      };
      const timer = setTimeout(pass, atMostMs);
      this.#waiting.set(workId, pass);
    });
  }
}
