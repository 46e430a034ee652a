/** The advisor's state with its history of today; the machine decides, the hub is told. */
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import {
  type Advisor,
  type AdvisorEvent,
  advanceAdvisor,
  advisorAtStart,
  isQuiet,
} from '@shared/domain/agent-state/advisor-machine.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';

type Deps = {
  readonly clock: Clock;
  readonly show: (advisor: Slices['advisor']) => void;
  readonly record: (body: MutationBody) => void;
  readonly changed: (before: Advisor, after: Advisor) => void;
  /** Kept over the end of the program: since when she is not to be disturbed. */
  readonly keepQuiet: (since: number | null) => void;
};

export class AdvisorDesk {
  readonly #deps: Deps;
  #advisor: Advisor;
  /** Calls that were not put through, by what names them: a queue offers the same one again. */
  readonly #turnedAway = new Set<string>();

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#advisor = advisorAtStart(deps.clock.now());
    this.#show();
  }

  get advisor(): Advisor {
    return this.#advisor;
  }

  get isQuiet(): boolean {
    return isQuiet(this.#advisor);
  }

  /** @returns whether this call is turned away for the first time */
  turnedAway(call: string): boolean {
    const isFirst = !this.#turnedAway.has(call);
    this.#turnedAway.add(call);
    this.#show();
    return isFirst;
  }

  /** false when the event does not fit the state: nothing changed. */
  take(event: AdvisorEvent): boolean {
    const before = this.#advisor;
    const step = advanceAdvisor(before, event, this.#deps.clock.now());
    if ('ignored' in step) return false;
    this.#advisor = step.advisor;
    this.#followQuiet(isQuiet(before));
    this.#show();
    if (step.advisor.state !== before.state || step.advisor.pauseReason !== before.pauseReason) {
      const { state, pauseReason, since } = step.advisor;
      this.#deps.record({
        kind: 'advisor.state',
        payload: { state, reason: pauseReason, since: toInstant(since) },
      });
      this.#deps.changed(before, step.advisor);
    }
    return true;
  }

  #followQuiet(was: boolean): void {
    if (was === this.isQuiet) return;
    this.#turnedAway.clear();
    const { state, since } = this.#advisor;
    // Chosen in a talk, it holds from now on.
    const from = state === 'do-not-disturb' ? since : this.#deps.clock.now();
    this.#deps.keepQuiet(was ? null : from);
  }

  #show(): void {
    const { state, since, cause, pauseReason, about, next } = this.#advisor;
    this.#deps.show({
      state,
      since: toInstant(since),
      cause,
      pauseReason,
      about,
      next: next?.state ?? null,
      nextPauseReason: next?.pauseReason ?? null,
      notPutThrough: this.#turnedAway.size,
    });
  }
}
