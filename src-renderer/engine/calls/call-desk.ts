/**
 * All calls of this advisor: the machine decides, the line acts, the board shows. The desk knows
 * nothing of customers or wrap-ups; who cares listens.
 */

import type { CallView, Slices } from '@shared/contracts/engine/views.ts';
import { type KeptCall, type KeptCalls, nothingKept } from '@shared/contracts/journal/kept-call.ts';
import {
  advanceCall,
  type CallEnd,
  type CallEvent,
  type CallState,
} from '@shared/domain/call/call-machine.ts';
import { ringsHere } from '@shared/domain/call/comes-in.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { LineCall } from '../telephony/line.ts';
import { networkOf } from '../telephony/media/network-of.ts';
import type { CallDeskListener } from './call-desk-listener.ts';
import { CallListening } from './call-listening.ts';
import { becomesAnother } from './far-end.ts';
import { Floor } from './floor.ts';
import { afterTransfer, Handover } from './handover.ts';
import {
  beginCall,
  type CallOrigin,
  countHold,
  endedCall,
  keptOf,
  type LiveCall,
  resumeCall,
  viewOf,
} from './live-call.ts';

type Deps = {
  readonly clock: Clock;
  readonly show: (calls: Slices['calls']) => void;
  /** At each change of what has to outlive the program. */
  readonly keep: (kept: KeptCalls) => void;
  readonly listener: CallDeskListener;
};

export class CallDesk {
  readonly #deps: Deps;
  readonly #calls = new Map<string, LiveCall>();
  readonly #listening: CallListening;
  #kept = JSON.stringify(nothingKept);
  readonly handover: Handover;
  readonly #floor: Floor;

  constructor(deps: Deps) {
    this.#deps = deps;
    const own = {
      calls: () => [...this.#calls.values()],
      get: (callId: string) => this.#calls.get(callId),
      advance: (callId: string, event: CallEvent) => this.#advance(callId, event),
    };
    this.#floor = new Floor(own);
    this.handover = new Handover({
      ...own,
      floor: this.#floor,
      mute: (callId, muted) => void this.mute(callId, muted),
      show: () => this.#show(),
    });
    this.#listening = new CallListening({
      calls: own.calls,
      networkOf,
      changed: () => this.#show(),
    });
  }

  get live(): number {
    return [...this.#calls.values()].filter(({ state }) => state !== 'ringing-in').length;
  }

  get views(): readonly CallView[] {
    return [...this.#calls.values()].map((call) => viewOf(call));
  }

  /** The call that is heard: talking and not held. */
  get audible(): string | null {
    return (
      [...this.#calls.values()].find(({ state, apart }) => state === 'talking' && !apart)?.origin
        .id ?? null
    );
  }

  get firstRinging(): string | null {
    return [...this.#calls.values()].find(({ state }) => state === 'ringing-in')?.origin.id ?? null;
  }

  add(origin: CallOrigin, line: LineCall, startedAt: number): void {
    const call = beginCall(origin, line, startedAt);
    this.#follow(call);
    // Not one that is over already.
    if (call.state !== 'ringing-in' && this.#calls.has(origin.id)) this.#floor.give(call);
  }

  /** A call that an earlier run of the program answered and the line is taking back. */
  takeUp(kept: KeptCall, line: LineCall, lastSeenAt: number): void {
    const call = resumeCall(kept, line, lastSeenAt);
    // Two of a talk of three come back one by one.
    const taken = [...this.#calls.values()].some(({ wish }) => wish === 'heard');
    if (taken) call.wish = 'held';
    this.#follow(call);
  }

  name(callId: string, title: string): void {
    const call = this.#calls.get(callId);
    if (call === undefined || call.origin.title === title) return;
    call.origin = { ...call.origin, title };
    this.#show();
  }

  answer(callId: string): Result<null> {
    const asked = this.#ask(callId, { type: 'answer-requested' });
    const call = this.#calls.get(callId);
    if (asked.ok && call !== undefined) this.#floor.give(call);
    return asked;
  }

  decline(callId: string): Result<null> {
    return this.#ask(callId, { type: 'decline-requested' });
  }

  hangUp(callId: string): Result<null> {
    return this.#ask(callId, { type: 'hang-up-requested' });
  }

  hold(callId: string): Result<null> {
    const call = this.#calls.get(callId);
    return call === undefined ? fail('call-unknown') : this.#shown(this.#floor.hold(call));
  }

  resume(callId: string): Result<null> {
    const call = this.#calls.get(callId);
    return call === undefined ? fail('call-unknown') : this.#shown(this.#floor.resume(call));
  }

  /** A wish may change what is shown without a word to a far end. */
  #shown<T>(done: T): T {
    this.#show();
    return done;
  }

  mute(callId: string, muted: boolean): Result<null> {
    const call = this.#calls.get(callId);
    if (call === undefined) return fail('call-unknown');
    const other = call.bridgedWith === null ? undefined : this.#calls.get(call.bridgedWith);
    for (const one of [call, other].filter((it) => it !== undefined)) {
      one.muted = muted;
      one.line.mute(muted);
    }
    this.#show();
    return succeed(null);
  }

  tones(callId: string, tones: string): Result<null> {
    const call = this.#calls.get(callId);
    if (call === undefined) return fail('call-unknown');
    return call.line.sendTones(tones) ? succeed(null) : fail('call-not-in-state');
  }

  /** @param loudness 0 to 1 */
  playOn(speakerId: string, loudness: number): void {
    for (const { line } of this.#calls.values()) line.playOn(speakerId, loudness);
  }

  recordFrom(microphoneId: string): void {
    for (const { line } of this.#calls.values()) line.recordFrom(microphoneId);
  }

  #follow(call: LiveCall): void {
    const { id } = call.origin;
    this.#calls.set(id, call);
    call.line.listen({
      event: (event) => this.#advance(id, event),
      mediaFailed: (code) => {
        call.failure = code;
      },
      named: (identity) => {
        if (becomesAnother(call, identity, this.#deps.listener.handedTo)) this.#show();
      },
    });
    this.#show();
  }

  #ask(callId: string, event: CallEvent): Result<null> {
    if (!this.#calls.has(callId)) return fail('call-unknown');
    return this.#advance(callId, event) ? succeed(null) : fail('call-not-in-state');
  }

  #advance(callId: string, happened: CallEvent): boolean {
    const call = this.#calls.get(callId);
    if (call === undefined) return false;
    const event = afterTransfer(call, happened);
    if (event.type === 'transferred') call.transferredTo = call.transfer?.to ?? null;
    const step = advanceCall(call.state, event);
    if ('ignored' in step) return false;
    const before = call.state;
    call.state = step.state;
    if (event.type === 'rejected') call.sipStatus = event.sipStatus;
    this.#keepTimes(call, before);
    for (const effect of step.effects) call.line.send(effect);
    if (event.type === 'negotiation-failed') this.#floor.refused(call, before);
    if (step.end !== undefined) this.#finish(call, step.end);
    this.#floor.settle();
    this.#show();
    return true;
  }

  #keepTimes(call: LiveCall, before: CallState): void {
    const now = this.#deps.clock.now();
    if (call.state === 'talking' && call.answeredAt === null) {
      call.answeredAt = now;
      call.line.mute(call.muted);
      this.#deps.listener.answered(call.origin.id, toInstant(now));
    }
    countHold(call, before, now);
  }

  #finish(call: LiveCall, end: CallEnd): void {
    this.#calls.delete(call.origin.id);
    this.handover.ended(call);
    this.#floor.freed();
    this.#deps.listener.ended(endedCall(call, end, this.#deps.clock.now()));
  }

  #keep(): void {
    const live = [...this.#calls.values()];
    const calls = live.flatMap((call) => {
      call.dialog = call.line.dialog() ?? call.dialog;
      return keptOf(call) ?? [];
    });
    const kept = { calls, partings: live.flatMap(({ line }) => line.parting() ?? []) };
    const text = JSON.stringify(kept);
    if (text === this.#kept) return;
    this.#kept = text;
    this.#deps.keep(kept);
  }

  #show(): void {
    const views = this.views;
    this.#keep();
    this.#listening.follow();
    this.#deps.show([...views]);
    this.#deps.listener.ringing(views.filter(ringsHere));
  }
}
