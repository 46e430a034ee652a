/** Taking a call that waits for the team: parked somewhere, or ringing at a colleague. */
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { TeamCall } from '@shared/domain/team-call/team-call.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { Board } from '../board/board.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import type { EndedCall } from '../calls/live-call.ts';
import type { Line } from '../telephony/line.ts';
import { passTo } from '../telephony/passage.ts';
import type { WorkDesk } from '../work/work-desk.ts';
import type { LineDesk } from './line-desk.ts';
import type { ParkDesk } from './park-desk.ts';
import type { TeamCalls } from './team-calls.ts';

type Deps = {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly board: Pick<Board, 'get' | 'holdUntil'>;
  readonly settings: () => LineSettings | null;
  readonly calls: () => CallDesk;
  readonly work: () => WorkDesk;
  readonly line: () => Pick<Line, 'dial'>;
  readonly lineDesk: () => Pick<LineDesk, 'obstacle'>;
  readonly teamCalls: TeamCalls;
  readonly park: ParkDesk;
  readonly started: (title: string) => void;
  /** Said to her: nobody waited any more. */
  readonly gone: () => void;
};

/** A call is shown when its customer is there, and no later than this. */
const shownWithinMs = 40;
/** Answers that say something of the switch or of the way there, nothing of who waits (RFC 3261 §21). */
const saysNothing = (sipStatus: number): boolean =>
  [401, 403, 407, 408].includes(sipStatus) || (sipStatus >= 500 && sipStatus < 600);

export class PickUpDesk {
  readonly #deps: Deps;
  /** Under way, by the id of the new call. */
  readonly #taking = new Map<string, TeamCall>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async pickUp(teamCallId: string): Promise<Result<{ callId: string }>> {
    const { teamCalls, settings, lineDesk, park } = this.#deps;
    const call = teamCalls.get(teamCallId);
    if (call === undefined) return fail('team-call-unknown');
    const prefix = call.kind === 'parked' ? '' : (settings()?.pickUp ?? null);
    if (prefix === null) return fail('line-settings-missing');
    const obstacle = await lineDesk().obstacle();
    if (obstacle !== null) return fail(obstacle);
    const taken = await teamCalls.take(teamCallId);
    if (!taken.ok) return taken;
    park.takenByHer(teamCallId);
    return succeed({ callId: this.#place(call, prefix + call.place) });
  }

  /**
   * What is to be recorded of a call that is over: null for one that somebody else has. Who waited at
   * a place and is there no more has given up.
   */
  ended(ended: EndedCall): EndedCall | null {
    const call = this.#taking.get(ended.origin.id);
    this.#taking.delete(ended.origin.id);
    if (call === undefined || ended.answeredAt !== null) return ended;
    const { sipStatus } = ended;
    const isGone = sipStatus !== null && !saysNothing(sipStatus);
    if (isGone) this.#deps.gone();
    if (call.kind === 'parked' && isGone) void this.#deps.park.gaveUp(call);
    return null;
  }

  #place(call: TeamCall, address: string): string {
    const { clock, newId, board, calls, work, line, started } = this.#deps;
    const id = newId();
    const now = clock.now();
    const { brandId, number, numberDisplay, calledLabel, calledNumber, numberHidden, queue } = call;
    const about = { id, brandId, number, numberDisplay, calledLabel, training: false };
    const direction = 'inbound' as const;
    this.#taking.set(id, call);
    const begun = work().begin({
      ...about,
      direction,
      callbackId: null,
      customerId: call.customerId,
      startedAt: toInstant(now),
      facts: { callUid: call.callUid, numberHidden, calledNumber, queue },
    });
    board.holdUntil(begun, shownWithinMs);
    const title = call.customerName || numberDisplay;
    calls().add(
      {
        ...about,
        direction,
        numberHidden,
        calledNumber,
        queue,
        title,
        consultFor: null,
        pickedUp: true,
      },
      line().dial(passTo(address), [`X-Brand: ${brandId}`, `X-Call-Uid: ${id}`]),
      now,
    );
    started(title);
    return id;
  }
}
