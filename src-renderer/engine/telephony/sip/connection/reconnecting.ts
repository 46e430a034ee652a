/**
 * When and where to try again: the other addresses of the PBX at once, one after the other; when
 * none answered, after a pause that grows and differs between desktops.
 */
import { backoffMs } from '@shared/kernel/backoff.ts';

const backoff = { firstMs: 400, maxMs: 15_000 };

export class Reconnecting {
  readonly #random: () => number;
  #servers: readonly string[] = [];
  #at = 0;
  #round = 0;
  #failedInRow = 0;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** @param servers in order of preference */
  use(servers: readonly string[]): void {
    this.#servers = servers;
    this.#at = 0;
    this.worked();
  }

  get server(): string {
    return this.#servers[this.#at] ?? '';
  }

  worked(): void {
    this.#round = 0;
    this.#failedInRow = 0;
  }

  /** Begins with the same server, which may be back. @returns the milliseconds to wait */
  lost(): number {
    return this.#pause();
  }

  /** Moves on to the next server. @returns the milliseconds to wait before it is tried */
  failed(): number {
    this.#at = (this.#at + 1) % Math.max(1, this.#servers.length);
    this.#failedInRow += 1;
    return this.#failedInRow % Math.max(1, this.#servers.length) === 0 ? this.#pause() : 0;
  }

  #pause(): number {
    const waitMs = backoffMs(this.#round, backoff, this.#random);
    this.#round += 1;
    return waitMs;
  }
}
