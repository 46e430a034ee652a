/** Between the line and the desks: what comes in becomes a call and a work item, what is dialled too. */

import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { Reference } from '@shared/contracts/sync/pull.ts';
import { parseNumber } from '@shared/domain/number/parse-number.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { Board } from '../board/board.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import { readCaller } from '../calls/caller.ts';
import type { IncomingHeaders, Line, LineCall, LineStatus } from '../telephony/line.ts';
import type { WorkDesk } from '../work/work-desk.ts';

export type DialRequest = {
  readonly number: string;
  readonly brandId: string | null;
  readonly customerId: string | null;
  readonly callbackId: string | null;
};

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
  readonly board: Board;
  readonly started: (title: string) => void;
};

const registerWithinMs = 4_000;
/** A call waits no longer than this for its customer before it is shown. */
const shownWithinMs = 40;
const internalKinds = new Set(['internal', 'short', 'emergency']);

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
    });
    if (status.status === 'registered' || status.status === 'refused') {
      for (const settle of this.#waiting) settle(status.status === 'registered');
      this.#waiting.clear();
    }
  }

  /** An INVITE: call and work item are there before anything is awaited. */
  onIncoming(lineCall: LineCall, headers: IncomingHeaders): void {
    const { clock, calls, work, reference, ownBrands, newId, settings } = this.#deps;
    const caller = readCaller(headers, reference());
    const id = newId();
    const now = clock.now();
    const brandId = caller.brandId ?? ownBrands[0] ?? '';
    const training = settings()?.training ?? false;
    const numberHidden = caller.number.kind === 'hidden';
    const { e164: number, display: numberDisplay } = caller.number;
    const { calledNumber, calledLabel, queue, numberReason } = caller;
    const about = {
      id,
      brandId,
      direction: 'inbound' as const,
      number,
      numberDisplay,
      calledLabel,
      training,
    };
    const begun = work.begin({
      ...about,
      callbackId: null,
      customerId: null,
      startedAt: toInstant(now),
      numberReason,
      facts: { callUid: headers.callUid, numberHidden, calledNumber, queue },
    });
    this.#deps.board.holdUntil(begun, shownWithinMs);
    calls.add({ ...about, numberHidden, calledNumber, queue, title: numberDisplay }, lineCall, now);
  }

  /** Every reason why a call cannot be made is said before anything rings. */
  async dial(request: DialRequest): Promise<Result<{ callId: string }>> {
    const parsed = parseNumber(request.number);
    const target = parsed.e164 ?? (internalKinds.has(parsed.kind) ? parsed.display : null);
    if (target === null) return fail('number-malformed');
    if (this.#deps.settings() === null) return fail('line-settings-missing');
    if (!this.#deps.hasMicrophone()) return fail('microphone-missing');
    if (!(await this.#registered())) return fail(this.#status.error ?? 'line-not-registered');
    return succeed({ callId: this.#place(request, target, parsed.e164, parsed.display) });
  }

  #place(
    { brandId: wanted, customerId, callbackId }: DialRequest,
    target: string,
    number: string | null,
    numberDisplay: string,
  ): string {
    const { clock, calls, work, reference, ownBrands, newId, line, settings, started } = this.#deps;
    const brandId = wanted ?? ownBrands[0] ?? '';
    const presented = reference().numbers.find((one) => one.brandId === brandId) ?? null;
    const id = newId();
    const now = clock.now();
    const training = settings()?.training ?? false;
    const about = {
      id,
      brandId,
      direction: 'outbound' as const,
      number,
      numberDisplay,
      calledLabel: presented?.label ?? null,
      training,
    };
    const headers = [`X-Brand: ${brandId}`, `X-Call-Uid: ${id}`];
    if (presented !== null)
      headers.push(`P-Preferred-Identity: <sip:${presented.e164}@${settings()?.domain ?? ''}>`);
    const calledNumber = presented?.e164 ?? null;
    const lineCall = line.dial(target, headers);
    calls.add(
      { ...about, numberHidden: false, calledNumber, queue: null, title: numberDisplay },
      lineCall,
      now,
    );
    started(numberDisplay);
    void work.begin({
      ...about,
      callbackId,
      customerId,
      startedAt: toInstant(now),
      numberReason: null,
      facts: { callUid: id, numberHidden: false, calledNumber, queue: null },
    });
    return id;
  }

  /** In a pause the line is closed: a call that she makes opens it and waits for the registration. */
  #registered(): Promise<boolean> {
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
