import { StepError } from './step-error';

/** Receives one line of progress. */
export type Report = (line: string) => void;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Prints numbered steps, `[2/5] Electron runtime`, the lines of each below it, and how long it
 * took. Progress goes to stderr, so that a command's own output stays clean.
 */
export class Steps {
  #done = 0;
  readonly #total: number;

  constructor(total: number) {
    this.#total = total;
  }

  readonly detail: Report = (line) => {
    process.stderr.write(`      ${line}\n`);
  };

  async run<T>(name: string, work: (report: Report) => Promise<T>): Promise<T> {
    this.#done += 1;
    const start = performance.now();
    process.stderr.write(`[${this.#done}/${this.#total}] ${name}\n`);
    const result = await work(this.detail);
    this.detail(`ready after ${seconds(start)}`);
    return result;
  }
}

/** Prints a failure the way a newcomer needs it: what happened, then what to do. */
export function printFailure(error: unknown): void {
  if (error instanceof StepError) {
    process.stderr.write(`\nThis did not work: ${error.message}\nWhat to do: ${error.remedy}\n`);
    return;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`\nThis did not work: ${text}\n`);
}
