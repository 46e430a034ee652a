/**
 * Parking a call for the team, and taking one that waits. Whatever goes wrong nobody is lost: a parked
 * call comes back to her, and one that does not has hung up and is to be called back.
 */
import type { CallView } from '@shared/contracts/engine/views.ts';
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import type { Reference } from '@shared/contracts/sync/pull.ts';
import type { TeamCall } from '@shared/domain/team-call/team-call.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result } from '@shared/kernel/result.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import { readCaller } from '../calls/caller.ts';
import type { EndedCall } from '../calls/live-call.ts';
import type { IncomingHeaders } from '../telephony/line.ts';
import { unheardCall } from '../work/unheard-call.ts';
import type { WorkDesk } from '../work/work-desk.ts';
import type { TeamCalls } from './team-calls.ts';

export type ParkDeps = {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly advisorId: string;
  readonly settings: () => LineSettings | null;
  readonly reference: () => Reference;
  readonly calls: () => CallDesk;
  readonly work: () => WorkDesk;
  readonly teamCalls: TeamCalls;
  readonly record: (body: MutationBody, orderKey: string) => Promise<Result<null>>;
};

/** The switch sends it back; ringing here it is no more parked. After this nobody is there. */
const comesWithinMs = 8_000;

export class ParkDesk {
  readonly #deps: ParkDeps;
  /** On their way to their place, by the id of the call; null while the place is asked for. */
  readonly #parking = new Map<string, TeamCall | null>();
  /** Hers, that wait for somebody or come back. */
  readonly #waiting = new Map<string, { call: TeamCall; timer: ReturnType<typeof setTimeout> }>();

  constructor(deps: ParkDeps) {
    this.#deps = deps;
  }

  stop(): void {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
  }

  async park(callId: string): Promise<Result<null>> {
    const { settings, calls, teamCalls } = this.#deps;
    const parking = settings()?.parking ?? null;
    if (parking === null) return fail('line-settings-missing');
    const view = calls().views.find(({ id }) => id === callId);
    const canBe = view?.phase === 'talking' && view.consultFor === null;
    if (!canBe || this.#parking.has(callId) || calls().handover.consultOf(callId) !== undefined)
      return fail('call-not-in-state');
    this.#parking.set(callId, null);
    const offered = await teamCalls.offer({
      ...this.#about(view),
      kind: 'parked',
      places: parking.places,
      lastsS: parking.backAfterS,
    });
    if (!offered.ok) {
      this.#parking.delete(callId);
      return offered;
    }
    this.#parking.set(callId, offered.value);
    const sent = calls().handover.park(callId, offered.value.place);
    if (!sent.ok) this.#notParked(callId);
    return sent;
  }

  /** Of a call that rings: for the team to take. */
  ringing(view: CallView): Promise<Result<TeamCall>> {
    const place = this.#deps.settings()?.user ?? '';
    return this.#deps.teamCalls.offer({
      ...this.#about(view),
      kind: 'ringing',
      places: [place],
      lastsS: 120,
    });
  }

  /** At every change of the calls: what the switch did not take is not parked. */
  follow(views: readonly CallView[]): void {
    for (const { id, transfer } of views)
      if (transfer?.stage === 'failed' && this.#parking.get(id) != null) this.#notParked(id);
  }

  /** A call of hers is over: it is parked when it was handed to its place. */
  ended({ origin, transferredTo }: EndedCall): void {
    const call = this.#parking.get(origin.id);
    if (call === undefined) return;
    if (call === null || transferredTo === null) {
      this.#notParked(origin.id);
      return;
    }
    this.#parking.delete(origin.id);
    const backInMs = Date.parse(call.until) - this.#deps.clock.now();
    const timer = setTimeout(() => void this.#didNotCome(call), backInMs + comesWithinMs);
    this.#waiting.set(call.id, { call, timer });
  }

  /** One of hers that comes back. */
  readonly expects = (headers: IncomingHeaders): boolean => this.#returning(headers) !== undefined;

  /** It rings here: it waits no more. */
  incoming(headers: IncomingHeaders): void {
    const back = this.#returning(headers);
    if (back === undefined) return;
    this.takenByHer(back.call.id);
    this.#deps.teamCalls.close(back.call.id);
  }

  /** She has taken it back herself. */
  takenByHer(id: string): void {
    clearTimeout(this.#waiting.get(id)?.timer);
    this.#waiting.delete(id);
  }

  /** Nobody took it and it did not come back: the caller has hung up, and is to be called back. */
  async gaveUp(call: TeamCall): Promise<void> {
    const { newId, clock, advisorId, record } = this.#deps;
    const { brandId, number, numberDisplay, calledLabel, customerId } = call;
    const { callUid, numberHidden, calledNumber, queue } = call;
    const { body, orderKey } = unheardCall({
      id: newId(),
      brandId,
      number,
      numberDisplay,
      calledLabel,
      customerId,
      training: false,
      facts: { callUid, numberHidden, calledNumber, queue },
      at: toInstant(clock.now()),
      outcome: 'abandoned',
      failure: null,
      advisorId,
    });
    await record(body, orderKey);
  }

  async #didNotCome(call: TeamCall): Promise<void> {
    this.#waiting.delete(call.id);
    const taken = await this.#deps.teamCalls.take(call.id);
    if (!taken.ok && taken.error.code === 'team-call-taken') return;
    await this.gaveUp(call);
  }

  #returning(headers: IncomingHeaders) {
    if (this.#waiting.size === 0) return undefined;
    const { e164 } = readCaller(headers, this.#deps.reference()).number;
    return [...this.#waiting.values()].find(
      ({ call: { number, callUid } }) =>
        (number !== null && number === e164) || (callUid !== null && callUid === headers.callUid),
    );
  }

  #notParked(callId: string): void {
    const call = this.#parking.get(callId);
    this.#parking.delete(callId);
    if (call != null) this.#deps.teamCalls.close(call.id);
  }

  #about(view: CallView) {
    const { brandId, number, numberDisplay, numberHidden, calledNumber, calledLabel, queue } = view;
    const work = this.#deps.work().get(view.id);
    return {
      id: this.#deps.newId(),
      brandId: brandId ?? '',
      number,
      numberDisplay,
      numberHidden,
      calledNumber,
      calledLabel,
      queue,
      callUid: work?.facts.callUid ?? null,
      customerId: work?.customerId ?? null,
      customerName: work?.customerName ?? view.title,
      note: work?.draft.notes.findLast(({ text }) => text.trim() !== '')?.text.slice(0, 300) ?? '',
    };
  }
}
