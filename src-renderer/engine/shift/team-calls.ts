/**
 * Calls that wait for whoever of the team takes them: as the hub tells, and her own also when the hub
 * cannot be asked.
 */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import { type TeamCallOffer, teamCallsSchema } from '@shared/contracts/http/team-calls.ts';
import { routes } from '@shared/contracts/routes.ts';
import { freePlace, type TeamCall, teamCallSchema } from '@shared/domain/team-call/team-call.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { z } from 'zod';

type Deps = {
  readonly clock: Clock;
  readonly hub: Pick<HubClient, 'ask'>;
  readonly own: { readonly id: string; readonly name: string };
  readonly show: (calls: Slices['teamCalls']) => void;
};

/** The customer waits for the answer: without one in this time it goes on without the hub. */
const answerWithinMs = 1_500;
/** The hub is not there, or cannot do it now: what needs no agreement goes on. */
const awayCodes: ReadonlySet<ErrorCode> = new Set([
  'hub-unreachable',
  'hub-failing',
  'sign-in-required',
  'session-expired',
]);

export class TeamCalls {
  readonly #deps: Deps;
  #shared: readonly TeamCall[] = [];
  /** Hers, of which the hub does not know. */
  readonly #own = new Map<string, TeamCall>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  get(id: string): TeamCall | undefined {
    return this.#open().find((call) => call.id === id);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** As the hub has it now; when it is away the list stays. */
  async refresh(): Promise<void> {
    const answer = await this.#deps.hub.ask({
      method: 'GET',
      path: routes.teamCalls,
      answer: teamCallsSchema,
    });
    if (answer.ok) this.#take(answer.value.calls);
  }

  /** @returns the call with the place that was chosen for it */
  async offer(offer: TeamCallOffer): Promise<Result<TeamCall>> {
    const answer = await this.#deps.hub.ask({
      method: 'POST',
      path: routes.teamCalls,
      body: offer,
      answer: teamCallSchema,
      timeoutMs: answerWithinMs,
    });
    if (answer.ok) {
      this.#take([...this.#shared.filter(({ id }) => id !== offer.id), answer.value]);
      return answer;
    }
    if (offer.kind === 'ringing' || !awayCodes.has(answer.error.code)) return answer;
    return this.#alone(offer);
  }

  /** `team-call-taken` when a colleague was first; a hub that is away hinders nobody. */
  async take(id: string): Promise<Result<null>> {
    const answer = await this.#deps.hub.ask({
      method: 'POST',
      path: `${routes.teamCalls}/${id}/take`,
      body: {},
      answer: teamCallSchema,
      timeoutMs: answerWithinMs,
    });
    const alone = !answer.ok && (this.#own.has(id) || awayCodes.has(answer.error.code));
    this.#forget(id);
    return answer.ok || alone ? succeed(null) : answer;
  }

  /** It waits no more. */
  close(id: string): void {
    this.#forget(id);
    void this.#deps.hub.ask({
      method: 'POST',
      path: `${routes.teamCalls}/${id}/close`,
      body: {},
      answer: z.null(),
    });
  }

  /** Without the hub: a place where nobody is known to wait; the switch refuses one that is taken. */
  #alone({ places, lastsS, ...offer }: TeamCallOffer): Result<TeamCall> {
    const { clock, own } = this.#deps;
    const taken = new Set(this.#open().map((call) => call.place));
    const place = freePlace(places, taken, Math.floor(Math.random() * places.length));
    if (place === null) return fail('parking-full');
    const now = clock.now();
    const until = toInstant(now + lastsS * 1000);
    const by = { byId: own.id, byName: own.name };
    const call = { ...offer, ...by, place, since: toInstant(now), until };
    this.#own.set(call.id, call);
    this.#show();
    return succeed(call);
  }

  #take(calls: readonly TeamCall[]): void {
    this.#shared = calls;
    this.#show();
  }

  #forget(id: string): void {
    this.#own.delete(id);
    this.#take(this.#shared.filter((call) => call.id !== id));
  }

  #open(): TeamCall[] {
    const now = this.#deps.clock.now();
    return [...this.#shared, ...this.#own.values()]
      .filter(({ until }) => Date.parse(until) > now)
      .sort((a, b) => a.kind.localeCompare(b.kind) || a.since.localeCompare(b.since));
  }

  #show(): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    const { own, show, clock } = this.#deps;
    const open = this.#open();
    // Her own telephone she hears.
    const told = open.filter(({ kind, byId }) => kind === 'parked' || byId !== own.id);
    show(told.map((call) => ({ ...call, byMe: call.byId === own.id })));
    const next = Math.min(...open.map(({ until }) => Date.parse(until)));
    if (Number.isFinite(next))
      this.#timer = setTimeout(() => this.#show(), Math.max(50, next - clock.now() + 50));
  }
}
