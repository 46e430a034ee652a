/** The engine's slices: one writer each, any number of windows that follow. */
import type { SliceName, Slices } from '@shared/contracts/engine/views.ts';

type Follower = <N extends SliceName>(name: N, value: Slices[N]) => void;

export class Board {
  readonly #values = new Map<SliceName, unknown>();
  readonly #followers = new Set<Follower>();

  /** Equal values are not sent again. */
  set<N extends SliceName>(name: N, value: Slices[N]): void {
    if (this.#values.has(name) && JSON.stringify(this.#values.get(name)) === JSON.stringify(value))
      return;
    this.#values.set(name, value);
    for (const follower of this.#followers) follower(name, value);
  }

  patch<N extends SliceName>(name: N, change: Partial<Slices[N]>): void {
    this.set(name, { ...(this.#values.get(name) as Slices[N]), ...change } as Slices[N]);
  }

  get<N extends SliceName>(name: N): Slices[N] {
    return this.#values.get(name) as Slices[N];
  }

  /** The follower first hears everything there is. */
  follow(follower: Follower): () => void {
    for (const [name, value] of this.#values) follower(name, value as Slices[typeof name]);
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }
}
