/**
 * Asking a colleague, handing the customer over, talking three together. Whatever goes wrong, the
 * customer is not lost: she is still on the line, and is heard again when nobody else is.
 */

import type { CallEvent } from '@shared/domain/call/call-machine.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { Passage, TransferProgress } from '../telephony/line.ts';
import type { Floor } from './floor.ts';
import { failureOfStatus, type LiveCall } from './live-call.ts';

export type HandoverDeps = {
  readonly calls: () => readonly LiveCall[];
  readonly get: (callId: string) => LiveCall | undefined;
  readonly advance: (callId: string, event: CallEvent) => boolean;
  readonly floor: Floor;
  readonly mute: (callId: string, muted: boolean) => void;
  readonly show: () => void;
};

const underWay = new Set(['talking', 'holding', 'held', 'resuming']);
const notAnswered = new Set(['dialing', 'ringing-out']);

const isUnderWay = (transfer: LiveCall['transfer']): boolean =>
  transfer !== null && transfer.stage !== 'failed';

/** Many switches end the leg themselves once they have handed the far end over. */
export const afterTransfer = (call: LiveCall, event: CallEvent): CallEvent =>
  event.type === 'remote-hung-up' && isUnderWay(call.transfer) ? { type: 'transferred' } : event;

export class Handover {
  readonly #deps: HandoverDeps;

  constructor(deps: HandoverDeps) {
    this.#deps = deps;
  }

  /** The call that was made for this one, to ask someone. */
  consultOf(callId: string): LiveCall | undefined {
    return this.#deps.calls().find(({ origin }) => origin.consultFor === callId);
  }

  /** Without asking first: the far end is sent to `number`. */
  transfer(callId: string, number: Passage, to: string): Result<null> {
    const call = this.#ready(callId);
    if (call === undefined) return fail('call-not-in-state');
    this.#refer(call, number, to);
    return succeed(null);
  }

  /** Sent to a place where it waits; when that fails the far end is still there. */
  park(callId: string, place: string): Result<null> {
    const call = this.#ready(callId);
    if (call === undefined || this.consultOf(callId) !== undefined)
      return fail('call-not-in-state');
    this.#refer(call, place, place, true);
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

  /** A hang-up by a key or a headset that cannot ask first: three together are left, not cut. */
  leave(callId: string): Result<null> {
    const call = this.#deps.get(callId);
    if (call === undefined) return fail('call-unknown');
    if (call.bridgedWith !== null) return this.handOver(call.origin.consultFor ?? callId);
    const done = this.#deps.advance(callId, { type: 'hang-up-requested' });
    return done ? succeed(null) : fail('call-not-in-state');
  }

  threeWay(callId: string, on: boolean): Result<null> {
    const call = this.#deps.get(callId);
    const consult = this.consultOf(callId);
    if (call === undefined || consult?.state !== 'talking') return fail('call-not-in-state');
    const bridged = call.bridgedWith === consult.origin.id;
    if (on === bridged || !underWay.has(call.state)) return fail('call-not-in-state');
    if (!on) {
      this.#deps.floor.part(call);
      this.#deps.floor.give(call);
    } else {
      this.#deps.floor.bridge(call, consult);
      // Muted for one she is muted for both.
      if (call.muted !== consult.muted) this.#deps.mute(callId, true);
    }
    this.#deps.show();
    return succeed(null);
  }

  /** A call is over: what hung on it is undone, and a customer who waits is heard again. */
  ended(call: LiveCall): void {
    this.#deps.floor.part(call);
    const { id, consultFor } = call.origin;
    const consult = this.consultOf(id);
    // Whom she asked is still there: from now on it is a call like any other.
    if (consult !== undefined) consult.origin = { ...consult.origin, consultFor: null };
    if (consultFor === null) return;
    const customer = this.#deps.get(consultFor);
    if (customer === undefined || isUnderWay(customer.transfer)) return;
    if (call.answeredAt === null && call.sipStatus !== null)
      customer.transfer = {
        to: call.origin.title,
        stage: 'failed',
        failure: failureOfStatus(call.sipStatus),
      };
    this.#hearAgain(customer);
  }

  #ready(callId: string): LiveCall | undefined {
    const call = this.#deps.get(callId);
    if (call === undefined || isUnderWay(call.transfer)) return undefined;
    return underWay.has(call.state) ? call : undefined;
  }

  #refer(call: LiveCall, target: string | LiveCall, to: string, parking = false): void {
    call.transfer = { to, stage: 'trying', failure: null, ...(parking ? { parking } : {}) };
    call.handing = parking ? 'parked' : typeof target === 'string' ? 'blind' : 'attended';
    this.#deps.show();
    const consultId = typeof target === 'string' ? null : target.origin.id;
    call.line.transfer(typeof target === 'string' ? target : target.line, (progress) =>
      this.#onProgress(call, consultId, progress),
    );
  }

  #onProgress(call: LiveCall, consultId: string | null, is: TransferProgress): void {
    // The two have each other now, also when the switch ended one leg before it said so.
    if (is.stage === 'done' && consultId !== null)
      this.#deps.advance(consultId, { type: 'transferred' });
    if (this.#deps.get(call.origin.id) !== call || call.transfer === null) return;
    if (is.stage === 'failed') this.#failed(call, call.transfer, is.sipStatus);
    else if (is.stage === 'done') this.#deps.advance(call.origin.id, { type: 'transferred' });
    else call.transfer = { ...call.transfer, stage: is.stage, failure: null };
    this.#deps.show();
  }

  #failed(
    call: LiveCall,
    transfer: NonNullable<LiveCall['transfer']>,
    sipStatus: number | null,
  ): void {
    const failure: ErrorCode = sipStatus === null ? 'call-no-answer' : failureOfStatus(sipStatus);
    call.transfer = { ...transfer, stage: 'failed', failure };
    this.#hearAgain(call);
  }

  /** A customer who waits is heard again when nobody else is. */
  #hearAgain(call: LiveCall): void {
    if (call.wish === 'held' && !this.#deps.floor.isTaken) this.#deps.floor.give(call);
  }
}
