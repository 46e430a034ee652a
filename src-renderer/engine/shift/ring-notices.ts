/** Tells the team of a call that rings here for some seconds, until it rings no more. */
import type { CallView } from '@shared/contracts/engine/views.ts';
import type { TeamCall } from '@shared/domain/team-call/team-call.ts';
import type { Result } from '@shared/kernel/result.ts';

type Deps = {
  /** A colleague could take it. */
  readonly canBeTaken: () => boolean;
  readonly tell: (view: CallView) => Promise<Result<TeamCall>>;
  readonly close: (id: string) => void;
};

/** Most calls are answered before: the hub need not hear of those. */
const afterMs = 3_000;

export class RingNotices {
  readonly #deps: Deps;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #told = new Map<string, Promise<Result<TeamCall>>>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  follow(views: readonly CallView[]): void {
    const ringing = views.filter(
      ({ phase, direction, training }) =>
        phase === 'ringing' && direction === 'inbound' && !training,
    );
    for (const id of [...this.#timers.keys()])
      if (!ringing.some((view) => view.id === id)) this.#over(id);
    if (!this.#deps.canBeTaken()) return;
    for (const view of ringing) {
      if (this.#timers.has(view.id)) continue;
      const tell = () => this.#told.set(view.id, this.#deps.tell(view));
      this.#timers.set(view.id, setTimeout(tell, afterMs));
    }
  }

  stop(): void {
    for (const id of [...this.#timers.keys()]) this.#over(id);
  }

  #over(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    const told = this.#told.get(id);
    this.#told.delete(id);
    void told?.then((answer) => {
      if (answer.ok) this.#deps.close(answer.value.id);
    });
  }
}
