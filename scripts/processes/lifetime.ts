type Stop = () => Promise<unknown>;

/**
 * The one end of a script: Ctrl-C, SIGTERM, the death of the parent, or a decision of our own.
 * Whatever was started is stopped in the reverse order; a second wish to end changes nothing.
 */
export class Lifetime {
  readonly #stops: Stop[] = [];
  #ending: Promise<void> | undefined;
  readonly #wanted: Promise<string>;
  #want: (reason: string) => void = () => undefined;

  constructor() {
    this.#wanted = new Promise((resolve) => {
      this.#want = resolve;
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => this.#want(signal));
    }
    process.on('message', () => this.#want('the launcher was asked to stop'));
    process.on('disconnect', () => this.#want('the launcher ended'));
    // A channel keeps Node running; it shall not.
    process.channel?.unref();
  }

  /** Resolves with the reason as soon as somebody wants the script to end. */
  get wanted(): Promise<string> {
    return this.#wanted;
  }

  /** Registers how to stop something that was just started. */
  onEnd(stop: Stop): void {
    this.#stops.push(stop);
  }

  /** Stops everything, last started first; an error in one does not keep the others running. */
  end(): Promise<void> {
    this.#ending ??= this.#stopAll();
    return this.#ending;
  }

  async #stopAll(): Promise<void> {
    for (const stop of this.#stops.reverse()) {
      await stop().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    }
  }

  /** Runs the work until it is done or the end is wanted, and always stops what was started. */
  async run(work: () => Promise<number>): Promise<number> {
    const ended = this.#wanted.then(() => 0);
    try {
      return await Promise.race([work(), ended]);
    } finally {
      await this.end();
    }
  }
}
