/**
 * Asking a colleague, handing the customer over, talking three together. Whatever goes wrong, the
 * customer is not lost: she is still on the line, and is heard again when nobody else is.
 */

import type { CallEvent } from '@shared/domain/call/call-machine.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { TransferProgress } from '../telephony/line.ts';
import { failureOfStatus, type LiveCall } from './live-call.ts';

export type HandoverDeps = {
  readonly calls: () => readonly LiveCall[];
  readonly get: (callId: string) => LiveCall | undefined;
  readonly advance: (callId: string, event: CallEvent) => boolean;
  readonly resume: (callId: string) => Result<null>;
  readonly show: () => void;
};

const underWay = new Set(['talking', 'holding', 'held', 'resuming']);
const notAnswered = new Set(['dialing', 'ringing-out']);

/** Many switches end the leg themselves once they have handed the far end over. */
export const afterTransfer = (call: LiveCall, event: CallEvent): CallEvent =>
  event.type === 'remote-hung-up' && call.transfer !== null && call.transfer.stage !== 'failed'
    ? { type: 'transferred' }
    : event;

export class Handover {
  readonly #deps: HandoverDeps;
  readonly #bridges = new Map<string, () => void>();

  constructor(deps: HandoverDeps) {
    this.#deps = deps;
  }

  /** The call that was made for this one, to ask someone. */
  consultOf(callId: string): LiveCall | undefined {
    return this.#deps.calls().find(({ origin }) => origin.consultFor === callId);
  }

  /** Without asking first: the far end is sent to `number`. */
  transfer(callId: string, number: string, to: string): Result<null> {
    const call = this.#ready(callId);
    if (call === undefined) return fail('call-not-in-state');
    this.#refer(call, number, to);
    return succeed(null);
  }

  /** The customer and whom she asked stay together, and she is out. */
  handOver(callId: string): Result<null> {
    const call = this.#ready(callId);
    const consult = this.consultOf(callId);
    if (call === undefined || consult === undefined) return fail('call-not-in-state');
    const to = consult.origin.title;
    if (notAnswered.has(consult.state)) {
      // Nothing can replace a call that nobody took yet: it is dropped, and the customer rings there.
      consult.origin = { ...consult.origin, consultFor: null };
      this.#deps.advance(consult.origin.id, { type: 'hang-up-requested' });
      this.#refer(call, consult.origin.number ?? consult.origin.numberDisplay, to);
    } else if (underWay.has(consult.state)) this.#refer(call, consult, to);
    else return fail('call-not-in-state');
    return succeed(null);
  }

  threeWay(callId: string, on: boolean): Result<null> {
    const call = this.#deps.get(callId);
    const consult = this.consultOf(callId);
    if (call === undefined || consult?.state !== 'talking') return fail('call-not-in-state');
    if (!on) {
      this.#part(call);
      this.#deps.advance(consult.origin.id, { type: 'hold-requested' });
      return succeed(null);
    }
    if (call.bridgedWith !== null || !underWay.has(call.state)) return fail('call-not-in-state');
    call.bridgedWith = consult.origin.id;
    consult.bridgedWith = callId;
    this.#bridges.set(callId, call.line.bridge(consult.line));
    if (call.state === 'held') this.#deps.advance(callId, { type: 'resume-requested' });
    this.#deps.show();
    return succeed(null);
  }

  /** A call is over: what hung on it is undone, and a customer who waits is heard again. */
  ended(call: LiveCall): void {
    this.#part(call);
    const { id, consultFor } = call.origin;
    const consult = this.consultOf(id);
    // Whom she asked is still there: from now on it is a call like any other.
    if (consult !== undefined) consult.origin = { ...consult.origin, consultFor: null };
    if (consultFor === null) return;
    const customer = this.#deps.get(consultFor);
    if (customer === undefined || customer.transfer !== null) return;
    if (call.answeredAt === null && call.sipStatus !== null)
      customer.transfer = {
        to: call.origin.title,
        stage: 'failed',
        failure: failureOfStatus(call.sipStatus),
      };
    if (customer.state === 'held' && !this.#someoneIsHeard()) this.#deps.resume(consultFor);
  }

  #ready(callId: string): LiveCall | undefined {
    const call = this.#deps.get(callId);
    const busy = call?.transfer != null && call.transfer.stage !== 'failed';
    return call !== undefined && !busy && underWay.has(call.state) ? call : undefined;
  }

  #refer(call: LiveCall, target: string | LiveCall, to: string): void {
    call.transfer = { to, stage: 'trying', failure: null };
    this.#deps.show();
    const consultId = typeof target === 'string' ? null : target.origin.id;
    call.line.transfer(typeof target === 'string' ? target : target.line, (progress) =>
      this.#onProgress(call, consultId, to, progress),
    );
  }

  #onProgress(call: LiveCall, consultId: string | null, to: string, is: TransferProgress): void {
    if (this.#deps.get(call.origin.id) !== call || call.transfer === null) return;
    if (is.stage === 'failed') this.#failed(call, to, is.sipStatus);
    else if (is.stage !== 'done') call.transfer = { to, stage: is.stage, failure: null };
    else {
      this.#part(call);
      if (consultId !== null) this.#deps.advance(consultId, { type: 'transferred' });
      this.#deps.advance(call.origin.id, { type: 'transferred' });
    }
    this.#deps.show();
  }

  #failed(call: LiveCall, to: string, sipStatus: number | null): void {
    const failure: ErrorCode = sipStatus === null ? 'call-no-answer' : failureOfStatus(sipStatus);
    call.transfer = { to, stage: 'failed', failure };
    if (call.state === 'held' && !this.#someoneIsHeard()) this.#deps.resume(call.origin.id);
  }

  #someoneIsHeard(): boolean {
    return this.#deps.calls().some(({ state }) => state === 'talking' || state === 'resuming');
  }

  /** Ends the talk of three that this call is part of. */
  #part(call: LiveCall): void {
    const other = call.bridgedWith === null ? undefined : this.#deps.get(call.bridgedWith);
    for (const one of [call, other]) {
      if (one === undefined) continue;
      one.bridgedWith = null;
      this.#bridges.get(one.origin.id)?.();
      this.#bridges.delete(one.origin.id);
    }
  }
}
