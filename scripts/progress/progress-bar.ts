const WIDTH = 40;

/** One bar that fills in its place on a terminal, and a line for each tenth where there is none. */
export class ProgressBar {
  readonly #stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
  #lastTenth = -1;

  constructor(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>) {
    this.#stream = stream;
  }

  show(text: string, done: number, total: number): void {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const full = Math.round(share * WIDTH);
    const line = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${total} ${text}`;
    if (this.#stream.isTTY) {
      this.#stream.write(`\r${line}\u001b[K`);
      return;
    }
    const tenth = Math.floor(share * 10);
    if (tenth === this.#lastTenth) return;
    this.#lastTenth = tenth;
    this.#stream.write(`${line}\n`);
  }

  /** What comes next begins on a line of its own. */
  end(): void {
    if (this.#stream.isTTY) this.#stream.write('\n');
  }
}
