/** The advisor's state with its history of today; the machine decides, the hub is told. */
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import {
  type Advisor,
  type AdvisorEvent,
  advanceAdvisor,
  advisorAtStart,
} from '@shared/domain/agent-state/advisor-machine.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';

type Deps = {
  readonly clock: Clock;
  readonly show: (advisor: Slices['advisor']) => void;
  readonly record: (body: MutationBody) => void;
  readonly changed: (before: Advisor, after: Advisor) => void;
};

export class AdvisorDesk {
  readonly #deps: Deps;
  #advisor: Advisor;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#advisor = advisorAtStart(deps.clock.now());
    this.#show();
  }

  get advisor(): Advisor {
    return this.#advisor;
  }

  /** false when the event does not fit the state: nothing changed. */
  take(event: AdvisorEvent): boolean {
    const before = this.#advisor;
    const step = advanceAdvisor(before, event, this.#deps.clock.now());
    if ('ignored' in step) return false;
    this.#advisor = step.advisor;
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
    });
  }
}
