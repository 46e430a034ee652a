/**
 * Calls that come in while she is not to be disturbed are refused before anything rings, so that a
 * queue goes on at once. A customer of hers who comes back because nobody took her rings all the same.
 */
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import type { CustomerBundle, Reference } from '@shared/contracts/sync/pull.ts';
import { notPutThrough } from '@shared/domain/interaction/interaction.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import type { Result } from '@shared/kernel/result.ts';
import type { AdvisorDesk } from '../advisor/advisor-desk.ts';
import { type Caller, readCaller } from '../calls/caller.ts';
import type { EndedCall } from '../calls/live-call.ts';
import type { IncomingHeaders } from '../telephony/line.ts';
import { matchBundles } from '../work/match-caller.ts';
import { unheardCall } from '../work/unheard-call.ts';

type Deps = {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly advisorId: string;
  readonly advisor: () => AdvisorDesk;
  readonly settings: () => LineSettings | null;
  readonly reference: () => Reference;
  readonly ownBrands: readonly string[];
  readonly byPhone: (e164: string) => Promise<CustomerBundle[]>;
  /** A call that she parked comes back. */
  readonly comesBack: (headers: IncomingHeaders) => boolean;
  readonly record: (body: MutationBody, orderKey: string) => Promise<Result<null>>;
};

const statuses = { busy: 486, unavailable: 480 } as const;
/** As long as a call that was handed over may ring elsewhere and come back. */
const comesBackWithinMs = 10 * 60_000;

export class TurningAway {
  readonly #deps: Deps;
  /** Numbers of customers whom she handed over, and when. */
  readonly #handedOver = new Map<string, number>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** A call of hers is over: handed over, its customer may come back. */
  ended({ origin, transferredTo }: EndedCall): void {
    if (transferredTo !== null && origin.number !== null)
      this.#handedOver.set(origin.number, this.#deps.clock.now());
  }

  /** The status to refuse it with; null when it may ring. */
  readonly turnsAway = (headers: IncomingHeaders): 480 | 486 | null => {
    const { advisor, settings, reference } = this.#deps;
    if (!advisor().isQuiet) return null;
    const caller = readCaller(headers, reference());
    if (this.#deps.comesBack(headers) || this.#comesBack(caller.number.e164)) return null;
    const isFirst = advisor().turnedAway(headers.callUid ?? caller.number.e164 ?? headers.from);
    // A queue offers its call to a colleague; whoever called her directly reached nobody.
    if (isFirst && headers.queue === null) void this.#record(caller, headers);
    return statuses[settings()?.doNotDisturb ?? 'busy'];
  };

  #comesBack(e164: string | null): boolean {
    const at = e164 === null ? undefined : this.#handedOver.get(e164);
    return at !== undefined && this.#deps.clock.now() - at < comesBackWithinMs;
  }

  async #record(caller: Caller, { callUid }: IncomingHeaders): Promise<void> {
    const { clock, newId, ownBrands, settings, byPhone, record, advisorId } = this.#deps;
    const { e164: number, display: numberDisplay } = caller.number;
    const id = newId();
    const at = toInstant(clock.now());
    const brandId = caller.brandId ?? ownBrands[0] ?? '';
    const known = number === null ? [] : await byPhone(number).catch(() => []);
    const bundle =
      number === null ? undefined : matchBundles(known, brandId, number, clock.now())?.bundle;
    const facts = {
      callUid,
      numberHidden: caller.number.kind === 'hidden',
      calledNumber: caller.calledNumber,
      queue: null,
    };
    const { body, orderKey } = unheardCall({
      id,
      brandId,
      number,
      numberDisplay,
      calledLabel: caller.calledLabel,
      customerId: bundle?.customer.id ?? null,
      training: settings()?.training ?? false,
      facts,
      at,
      outcome: 'missed',
      failure: notPutThrough,
      advisorId,
    });
    await record(body, orderKey);
  }
}
