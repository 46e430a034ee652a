/** The engine's slices: one writer each, any number of windows that follow. */
import type { SliceName, Slices } from '@shared/contracts/engine/views.ts';

export type Changes = { readonly [N in SliceName]?: Slices[N] };
type Follower = (changes: Changes) => void;

export class Board {
  readonly #values = new Map<SliceName, unknown>();
  readonly #followers = new Set<Follower>();
  /** Names that changed while the board is held; null while it is not. */
  #held: Set<SliceName> | null = null;
  #mask: ((changes: Changes) => Changes) | null = null;
  #release: Promise<void> = Promise.resolve();

  /** What followers see instead, from now on; null: what there is. They hear everything anew. */
  mask(mask: ((changes: Changes) => Changes) | null): void {
    this.#mask = mask;
    this.#tell([...this.#values.keys()]);
  }

  /** Equal values are not sent again. */
  set<N extends SliceName>(name: N, value: Slices[N]): void {
    if (this.#values.has(name) && JSON.stringify(this.#values.get(name)) === JSON.stringify(value))
      return;
    this.#values.set(name, value);
    if (this.#held === null) this.#tell([name]);
    else this.#held.add(name);
  }

  patch<N extends SliceName>(name: N, change: Partial<Slices[N]>): void {
    this.set(name, { ...(this.#values.get(name) as Slices[N]), ...change } as Slices[N]);
  }

  get<N extends SliceName>(name: N): Slices[N] {
    return this.#values.get(name) as Slices[N];
  }

  /** The follower first hears everything there is. */
  follow(follower: Follower): () => void {
    follower(this.#changes([...this.#values.keys()]));
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  /**
   * Tells nobody anything until `ready` settles or `atMostMs` have passed; then everything that
   * changed goes out as one message, so that a window paints once what belongs together.
   */
  holdUntil(ready: Promise<unknown>, atMostMs: number): void {
    if (this.#held !== null) return;
    this.#held = new Set();
    this.#release = new Promise((resolve) => {
      const release = (): void => {
        if (this.#held === null) return;
        clearTimeout(timer);
        const names = [...this.#held];
        this.#held = null;
        if (names.length > 0) this.#tell(names);
        resolve();
      };
      const timer = setTimeout(release, atMostMs);
      void ready.then(release, release);
    });
  }

  /** Runs a task once the windows have been told what they wait for; at once when nothing is held. */
  afterHold(task: () => void): void {
    if (this.#held === null) task();
    else void this.#release.then(task);
  }

  #changes(names: readonly SliceName[]): Changes {
    const changes = Object.fromEntries(names.map((name) => [name, this.#values.get(name)]));
    return this.#mask === null ? changes : this.#mask(changes);
  }

  #tell(names: readonly SliceName[]): void {
    const changes = this.#changes(names);
    for (const follower of this.#followers) follower(changes);
  }
}
