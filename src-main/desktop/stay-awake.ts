/** No sleep in a call: neither the machine nor the screen that she reads from. */

type Blocker = {
  readonly start: (kind: 'prevent-display-sleep') => number;
  readonly stop: (id: number) => void;
};

export class StayAwake {
  readonly #blocker: Blocker;
  #id: number | null = null;

  constructor(blocker: Blocker) {
    this.#blocker = blocker;
  }

  follow(live: boolean): void {
    if (live) this.#id ??= this.#blocker.start('prevent-display-sleep');
    else if (this.#id !== null) {
      this.#blocker.stop(this.#id);
      this.#id = null;
    }
  }
}
