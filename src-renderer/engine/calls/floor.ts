/**
 * Who is heard. One call has the floor, or the two of a talk of three; all others wait: they are
 * put on hold as soon as that can be asked for, and until then (or when it is refused) no voice
 * passes. What she wished is kept, so that a late answer of a far end does not undo it.
 */
import type { CallEvent, CallState } from '@shared/domain/call/call-machine.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { LiveCall } from './live-call.ts';

export type FloorDeps = {
  readonly calls: () => readonly LiveCall[];
  readonly get: (callId: string) => LiveCall | undefined;
  readonly advance: (callId: string, event: CallEvent) => boolean;
};

const canTake: ReadonlySet<CallState> = new Set([
  'dialing',
  'ringing-out',
  'connecting',
  'talking',
  'holding',
  'held',
  'resuming',
]);

export class Floor {
  readonly #deps: FloorDeps;
  readonly #bridges = new Map<string, () => void>();

  constructor(deps: FloorDeps) {
    this.#deps = deps;
  }

  /** Somebody is heard, or will be as soon as the far end has agreed. */
  get isTaken(): boolean {
    return this.#deps.calls().some((call) => call.wish === 'heard' && canTake.has(call.state));
  }

  /** From now on she talks with this one, and with whom it is bridged; everybody else waits. */
  give(call: LiveCall): void {
    for (const other of this.#deps.calls()) {
      if (other !== call && other.bridgedWith !== call.origin.id) this.#wait(other);
    }
    call.wish = 'heard';
    call.holdRefused = false;
    this.settle();
  }

  /** She wants to hear it (again). */
  resume(call: LiveCall): Result<null> {
    if (!canTake.has(call.state) || call.wish === 'heard') return fail('call-not-in-state');
    this.give(call);
    return succeed(null);
  }

  hold(call: LiveCall): Result<null> {
    const holds = call.state === 'talking' || call.state === 'resuming';
    if (!holds || call.wish === 'held') return fail('call-not-in-state');
    this.#wait(call);
    this.settle();
    return succeed(null);
  }

  /** What a far end refuses: a hold is dropped, unless somebody else is heard meanwhile. */
  refused(call: LiveCall, before: CallState): void {
    if (before === 'resuming') this.#wait(call);
    else if (this.isTaken) call.holdRefused = true;
    else call.wish = 'heard';
  }

  /** Nobody has the floor: who could not be put on hold is heard again. */
  freed(): void {
    if (this.isTaken) return;
    const waiting = this.#deps.calls().find((call) => call.holdRefused && call.state === 'talking');
    if (waiting !== undefined) this.give(waiting);
  }

  /** Asks for what is wished and not yet so. */
  settle(): void {
    for (const call of this.#deps.calls()) {
      const apart = call.wish === 'held' && call.state !== 'ringing-in';
      if (apart !== call.apart) {
        call.apart = apart;
        call.line.setApart(apart);
      }
      const { id } = call.origin;
      if (call.state === 'talking' && apart && !call.holdRefused)
        this.#deps.advance(id, { type: 'hold-requested' });
      else if (call.state === 'held' && !apart)
        this.#deps.advance(id, { type: 'resume-requested' });
    }
  }

  /** The far ends of both hear each other too. */
  bridge(one: LiveCall, two: LiveCall): void {
    one.bridgedWith = two.origin.id;
    two.bridgedWith = one.origin.id;
    two.wish = 'heard';
    this.#bridges.set(one.origin.id, one.line.bridge(two.line));
    this.give(one);
  }

  /** Ends the talk of three that this call is part of. */
  part(call: LiveCall): void {
    const other = call.bridgedWith === null ? undefined : this.#deps.get(call.bridgedWith);
    for (const one of [call, other]) {
      if (one === undefined) continue;
      one.bridgedWith = null;
      this.#bridges.get(one.origin.id)?.();
      this.#bridges.delete(one.origin.id);
    }
  }

  #wait(call: LiveCall): void {
    if (call.state === 'ringing-in') return;
    this.part(call);
    call.wish = 'held';
    call.holdRefused = false;
  }
}
