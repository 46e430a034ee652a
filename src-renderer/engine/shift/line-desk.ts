/** Between the line and the desks: what comes in becomes a call and a work item, what is dialled too. */

import type { CallView } from '@shared/contracts/engine/views.ts';
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { Reference } from '@shared/contracts/sync/pull.ts';
import type { PlayedRole } from '@shared/domain/role-play/played-role.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { Board } from '../board/board.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import { readCaller } from '../calls/caller.ts';
import { joinHelp } from '../help/join-help.ts';
import { passForDial, passOn } from '../law/ask-gate.ts';
import type { LawGate, Passed } from '../law/law-gate.ts';
import type { IncomingHeaders, Line, LineCall, LineStatus, Passage } from '../telephony/line.ts';
import type { WorkDesk } from '../work/work-desk.ts';
import { consultOrigin } from './consult-origin.ts';
import type { DialRequest, TransferRequest } from './dial-request.ts';
import { type Dialable, dialable } from './dialable.ts';
import { campaignOf, comingOf, factsOfCampaign, outboundOf } from './outbound-call.ts';

type Deps = {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly line: Line;
  readonly calls: CallDesk;
  readonly work: WorkDesk;
  readonly settings: () => LineSettings | null;
  readonly reference: () => Reference;
  readonly ownBrands: readonly string[];
  readonly hasMicrophone: () => boolean;
  readonly law: Pick<LawGate, 'pass'>;
  /** Of a call to make that is anyone's: only one makes it. */
  readonly takeCallback: (callbackId: string | null) => Promise<Result<null>>;
  /** Heard in her headset before a call takes itself up. */
  readonly beep: () => Promise<void>;
  readonly board: Board;
  /** The role-play that a call of the training line is. */
  readonly rolePlay: (callId: string, call: LineCall) => PlayedRole | undefined;
  readonly started: (title: string) => void;
};

const registerWithinMs = 4_000;
/** A call waits no longer than this for its customer before it is shown. */
const shownWithinMs = 40;

export class LineDesk {
  readonly #deps: Deps;
  #status: LineStatus = { status: 'off', error: null, retryAt: null };
  readonly #waiting = new Set<(registered: boolean) => void>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  get status(): LineStatus {
    return this.#status;
  }

  onStatus(status: LineStatus): void {
    this.#status = status;
    const settings = this.#deps.settings();
    this.#deps.board.set('line', {
      status: status.status,
      since: toInstant(this.#deps.clock.now()),
      error: status.error,
      extension: settings?.user ?? null,
      training: settings?.training ?? false,
      retryAt: status.retryAt === null ? null : toInstant(status.retryAt),
      parks: settings?.parking != null,
      picksUp: settings?.pickUp != null,
      takesUp: settings?.autoAnswer !== 'never',
    });
    if (status.status === 'registered' || status.status === 'refused') {
      for (const settle of this.#waiting) settle(status.status === 'registered');
      this.#waiting.clear();
    }
  }

  /** An INVITE: call and work item are there before anything is awaited. */
  onIncoming(lineCall: LineCall, headers: IncomingHeaders): void {
    const { clock, calls, work, reference, ownBrands, newId, settings } = this.#deps;
    if (headers.help !== undefined && joinHelp(this.#deps, lineCall, headers.help)) return;
    const caller = readCaller(headers, reference());
    const { dialled } = headers;
    const id = dialled?.callId ?? newId();
    const now = clock.now();
    const brandId = caller.brandId ?? ownBrands[0] ?? '';
    const training = settings()?.training ?? false;
    const numberHidden = caller.number.kind === 'hidden';
    const { e164: number, display: numberDisplay } = caller.number;
    const { calledNumber, calledLabel, queue } = caller;
    // Only a switch says the brand; the training switch rings with it for simulated customers alone.
    const rolePlay =
      training && headers.brand !== null ? this.#deps.rolePlay(id, lineCall) : undefined;
    const coming = comingOf(headers);
    const { direction } = coming;
    const about = { id, brandId, direction, number, numberDisplay, calledLabel, training };
    const begun = work.begin({
      ...about,
      rolePlay,
      callbackId: null,
      customerId: dialled?.customerId ?? null,
      colleague: caller.number.kind === 'internal',
      startedAt: toInstant(now),
      ivr: headers.ivr,
      facts: {
        callUid: headers.callUid,
        numberHidden,
        calledNumber,
        queue,
        ...campaignOf(headers),
      },
    });
    this.#deps.board.holdUntil(begun, shownWithinMs);
    const title = rolePlay?.character.name ?? numberDisplay;
    const seen = { title, numberHidden, calledNumber, queue, consultFor: null };
    calls.add({ ...about, ...coming, ...seen }, lineCall, now);
    void this.#takeUp(id, headers.autoAnswer);
  }

  /** Never into a talk: her microphone is with somebody, perhaps only since the beep began. */
  async #takeUp(callId: string, asked: boolean): Promise<void> {
    const { calls, settings, hasMicrophone, beep } = this.#deps;
    const setting = settings()?.autoAnswer ?? 'never';
    const wanted = setting === 'always' || (setting === 'asked' && asked);
    if (!wanted || calls.live > 0 || !hasMicrophone()) return;
    await beep();
    if (calls.live === 0) calls.answer(callId);
  }

  /** Every reason why a call cannot be made is said before anything rings. */
  async dial(request: DialRequest): Promise<Result<{ callId: string }>> {
    const number = dialable(request.number);
    if (number === null) return fail('number-malformed');
    const obstacle = await this.obstacle();
    if (obstacle !== null) return fail(obstacle);
    const passed = await passForDial(this.#deps, request, number);
    if (!passed.ok) return passed;
    const taken = await this.#deps.takeCallback(request.callbackId);
    return taken.ok ? succeed({ callId: this.#place(request, number, passed.value) }) : taken;
  }

  /** Calls a colleague or another place while the customer waits; no work item of its own. */
  async consult(input: TransferRequest): Promise<Result<{ callId: string }>> {
    const { calls } = this.#deps;
    const { callId, number, name } = input;
    const asks = calls.views.find(({ id, phase }) => id === callId && phase === 'talking');
    if (asks === undefined || calls.handover.consultOf(callId) !== undefined)
      return fail('call-not-in-state');
    const target = dialable(number);
    if (target === null) return fail('number-malformed');
    const obstacle = await this.obstacle();
    if (obstacle !== null) return fail(obstacle);
    const passed = await passOn(this.#deps, { command: 'call.consult', input }, target);
    if (!passed.ok) return passed;
    return succeed({ callId: this.#placeConsult(asks, target, passed.value.address, name) });
  }

  async transfer(input: TransferRequest): Promise<Result<null>> {
    const target = dialable(input.number);
    if (target === null) return fail('number-malformed');
    const passed = await passOn(this.#deps, { command: 'call.transfer', input }, target);
    if (!passed.ok) return passed;
    const { handover } = this.#deps.calls;
    return handover.transfer(input.callId, passed.value.address, input.name ?? target.display);
  }

  /** Why no call can be made now; null: it can. */
  async obstacle(): Promise<ErrorCode | null> {
    if (this.#deps.settings() === null) return 'line-settings-missing';
    if (!this.#deps.hasMicrophone()) return 'microphone-missing';
    return (await this.registered()) ? null : (this.#status.error ?? 'line-not-registered');
  }

  #placeConsult(
    asks: CallView,
    { e164, display }: Dialable,
    address: Passage,
    name: string | null,
  ): string {
    const { clock, calls, newId, line } = this.#deps;
    const id = newId();
    const headers = [`X-Brand: ${asks.brandId ?? ''}`, `X-Call-Uid: ${id}`];
    const origin = consultOrigin(asks, id, { e164, display }, name);
    calls.add(origin, line.dial(address, headers), clock.now());
    return id;
  }

  #place(request: DialRequest, target: Dialable, { address, purpose }: Passed): string {
    const { clock, calls, work, reference, ownBrands, newId, line, settings, started } = this.#deps;
    const { customerId, callbackId, campaign, rolePlay, placed } = request;
    const id = newId();
    const now = clock.now();
    const brandId = request.brandId ?? ownBrands[0] ?? '';
    const { about, headers, calledNumber } = outboundOf({ id, brandId }, target, {
      numbers: reference().numbers,
      line: settings(),
      presented: campaign?.presented ?? null,
    });
    const lineCall = line.dial(address, headers);
    const title = rolePlay?.character.name ?? about.numberDisplay;
    const seen = { numberHidden: false, calledNumber, queue: null };
    const of = campaign === undefined ? {} : { campaign: campaign.name };
    calls.add({ ...about, ...seen, ...of, title, consultFor: null }, lineCall, now);
    if (rolePlay === undefined) started(about.numberDisplay);
    placed?.(id, lineCall);
    void work.begin({
      ...about,
      rolePlay,
      callbackId,
      customerId,
      colleague: target.internal,
      startedAt: toInstant(now),
      facts: {
        callUid: id,
        ...seen,
        ...(purpose === null ? {} : { purpose }),
        ...factsOfCampaign(campaign),
      },
    });
    return id;
  }

  /** In a pause the line is closed: a call that she makes opens it and waits for the registration. */
  registered(): Promise<boolean> {
    if (this.#status.status === 'registered') return Promise.resolve(true);
    if (this.#status.status === 'refused') return Promise.resolve(false);
    const settings = this.#deps.settings();
    if (this.#status.status === 'off' && settings !== null) this.#deps.line.connect(settings);
    else this.#deps.line.retryNow();
    return new Promise((resolve) => {
      const settle = (registered: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(settle);
        resolve(registered);
      };
      const timer = setTimeout(() => settle(false), registerWithinMs);
      this.#waiting.add(settle);
    });
  }
}
