/** What a shift shares with the team: parked calls, calls that ring, and taking them. */
import type { CallView } from '@shared/contracts/engine/views.ts';
import { type ParkDeps, ParkDesk } from './park-desk.ts';
import { PickUpDesk } from './pick-up-desk.ts';
import { RingNotices } from './ring-notices.ts';
import { TeamCalls } from './team-calls.ts';

type Deps = Omit<ParkDeps, 'teamCalls' | 'advisorId'> &
  Omit<ConstructorParameters<typeof PickUpDesk>[0], 'teamCalls' | 'park'> &
  ConstructorParameters<typeof TeamCalls>[0];

export class TeamDesk {
  readonly calls: TeamCalls;
  readonly park: ParkDesk;
  readonly pickUps: PickUpDesk;
  readonly #notices: RingNotices;

  constructor(deps: Deps) {
    this.calls = new TeamCalls(deps);
    const teamCalls = this.calls;
    this.park = new ParkDesk({ ...deps, teamCalls, advisorId: deps.own.id });
    this.pickUps = new PickUpDesk({ ...deps, teamCalls, park: this.park });
    this.#notices = new RingNotices({
      canBeTaken: () => deps.settings()?.pickUp != null,
      tell: (view) => this.park.ringing(view),
      close: (id) => teamCalls.close(id),
    });
  }

  /** At every change of the calls. */
  follow(views: readonly CallView[]): void {
    this.park.follow(views);
    this.#notices.follow(views);
  }

  stop(): void {
    this.#notices.stop();
    this.park.stop();
    this.calls.stop();
  }
}
