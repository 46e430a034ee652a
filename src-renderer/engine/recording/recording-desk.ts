/**
 * The recordings of her calls: asks the hub at the start of each, and sees to it that what is to be in
 * pause is. It belongs to the engine: a window that crashes in a payment field resumes nothing.
 */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { RecordingView } from '@shared/contracts/engine/recording.ts';
import type { CallView, WorkItem } from '@shared/contracts/engine/views.ts';
import {
  type CallRecording,
  callRecordingSchema,
  type recordableCallSchema,
} from '@shared/contracts/http/recordings.ts';
import { routes } from '@shared/contracts/routes.ts';
import { partOfCall } from '@shared/domain/recording/call-part.ts';
import type { PauseCause } from '@shared/domain/recording/recording-machine.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';

type Facts = z.output<typeof recordableCallSchema>;
export type RecordingDeskDeps = {
  readonly hub: Pick<HubClient, 'ask'>;
  readonly show: (recordings: RecordingView[]) => void;
  readonly work: (callId: string) => WorkItem | undefined;
  readonly callUid: (callId: string) => string | null;
  readonly script: (id: string) => Script | undefined;
  /** Runs later; answers how to call it off. */
  readonly later: (run: () => void, ms: number) => () => void;
};

type Kept = {
  /** What the hub was asked with: asked anew when it is another. */
  asked: string;
  told: CallRecording | null;
  readonly wanted: Set<PauseCause>;
  confirmed: string;
  stopWaiting: () => void;
};

const askWithinMs = 8_000;
const lookAgainMs = 700;
const tryAgainMs = 1_000;

const signOf = (causes: Iterable<PauseCause>): string => [...causes].sort().join(' ');
const shownOrder = ['recording', 'paused', 'announcing'] as const;

/** Of several purposes the one that is recorded now stands for all: they pause together. */
const standing = (told: CallRecording) =>
  shownOrder.flatMap((state) => told.recordings.filter((one) => one.state === state)).at(0) ?? null;

export class RecordingDesk {
  readonly #deps: RecordingDeskDeps;
  readonly #kept = new Map<string, Kept>();
  #shown = '[]';

  constructor(deps: RecordingDeskDeps) {
    this.#deps = deps;
  }

  /** After each change of a call or of its work. */
  follow(calls: readonly CallView[]): void {
    const live = calls.filter(
      ({ phase, consultFor }) => phase === 'talking' && (consultFor ?? null) === null,
    );
    for (const [callId, kept] of this.#kept)
      if (!live.some(({ id }) => id === callId)) this.#leave(callId, kept);
    for (const call of live) this.#followOne(call);
    this.#show();
  }

  async pause(callId: string, cause: PauseCause): Promise<Result<null>> {
    const kept = this.#kept.get(callId);
    if (kept === undefined) return fail('call-not-in-state');
    kept.wanted.add(cause);
    return this.#settle(callId, kept);
  }

  async resume(callId: string, cause: PauseCause): Promise<Result<null>> {
    const kept = this.#kept.get(callId);
    if (kept === undefined) return fail('call-not-in-state');
    kept.wanted.delete(cause);
    return this.#settle(callId, kept);
  }

  async object(callId: string, scope: 'call' | 'always'): Promise<Result<null>> {
    const kept = this.#kept.get(callId);
    const customerId = this.#deps.work(callId)?.customerId ?? null;
    if (kept === undefined) return fail('call-not-in-state');
    const answer = await this.#deps.hub.ask({
      method: 'POST',
      path: `${routes.recordingCalls}/${callId}/objection`,
      body: { scope, customerId },
      answer: callRecordingSchema,
      timeoutMs: askWithinMs,
    });
    if (!answer.ok) return answer;
    kept.told = answer.value;
    this.#show();
    return succeed(null);
  }

  #followOne(call: CallView): void {
    const facts = this.#factsOf(call);
    if (facts === null) return;
    const asked = JSON.stringify({ ...facts, causes: [] });
    const known = this.#kept.get(call.id);
    const kept: Kept = known ?? {
      asked: '',
      told: null,
      wanted: new Set(),
      confirmed: '',
      stopWaiting: () => undefined,
    };
    this.#kept.set(call.id, kept);
    const isHeld = call.hold === 'held' || call.hold === 'holding';
    if (isHeld) kept.wanted.add('hold');
    else kept.wanted.delete('hold');
    if (kept.asked !== asked) {
      kept.asked = asked;
      void this.#ask(call.id, kept, { ...facts, causes: [...kept.wanted] });
    } else if (kept.told !== null && kept.confirmed !== signOf(kept.wanted))
      void this.#settle(call.id, kept);
  }

  #factsOf({ id, number, brandId, training }: CallView): Facts | null {
    const { work, script, callUid } = this.#deps;
    const item = work(id);
    if (brandId === null || item === undefined) return null;
    const { speech } = item.draft;
    const steps = [...(speech?.trace ?? []).map(({ stepId }) => stepId), speech?.stepId ?? ''];
    const told = speech === null ? undefined : script(speech.scriptId);
    return {
      interactionId: id,
      brandId,
      customerId: item.customerId,
      callUid: callUid(id),
      number,
      scriptId: item.script?.id ?? null,
      part: partOfCall(told ?? null, steps),
      training: training || item.training,
      causes: [],
    };
  }

  async #ask(callId: string, kept: Kept, body: Facts): Promise<void> {
    const answer = await this.#deps.hub.ask({
      method: 'POST',
      path: routes.recordingCalls,
      body,
      answer: callRecordingSchema,
      timeoutMs: askWithinMs,
    });
    if (this.#kept.get(callId) !== kept) return;
    if (answer.ok) this.#take(callId, kept, answer.value);
    else
      this.#wait(kept, tryAgainMs, () => {
        void this.#ask(callId, kept, { ...body, causes: [...kept.wanted] });
      });
    this.#show();
  }

  #take(callId: string, kept: Kept, told: CallRecording): void {
    kept.told = told;
    kept.confirmed = signOf(standing(told)?.causes ?? kept.wanted);
    if (kept.confirmed !== signOf(kept.wanted)) void this.#settle(callId, kept);
    else if (told.recordings.some(({ state }) => state === 'announcing'))
      this.#wait(kept, lookAgainMs, () => void this.#look(callId, kept));
  }

  async #look(callId: string, kept: Kept): Promise<void> {
    const answer = await this.#deps.hub.ask({
      method: 'GET',
      path: `${routes.recordingCalls}/${callId}`,
      answer: callRecordingSchema,
      timeoutMs: askWithinMs,
    });
    if (this.#kept.get(callId) !== kept) return;
    if (answer.ok) this.#take(callId, kept, answer.value);
    else this.#wait(kept, tryAgainMs, () => void this.#look(callId, kept));
    this.#show();
  }

  /** Until the switch has done what is wanted now; a later wish is told with the next turn. */
  async #settle(callId: string, kept: Kept): Promise<Result<null>> {
    this.#show();
    if (kept.told === null) return fail('recording-not-changed');
    if (standing(kept.told) === null) {
      kept.confirmed = signOf(kept.wanted);
      this.#show();
      return succeed(null);
    }
    const causes = [...kept.wanted];
    const answer = await this.#deps.hub.ask({
      method: 'PUT',
      path: `${routes.recordingCalls}/${callId}/causes`,
      body: { causes },
      answer: callRecordingSchema,
      timeoutMs: askWithinMs,
    });
    if (this.#kept.get(callId) !== kept) return succeed(null);
    if (answer.ok) this.#take(callId, kept, answer.value);
    else this.#wait(kept, tryAgainMs, () => void this.#settle(callId, kept));
    this.#show();
    return answer.ok ? succeed(null) : fail('recording-not-changed');
  }

  /** Handed over it goes on for her who takes it: only the hold was this call's own. */
  #leave(callId: string, kept: Kept): void {
    kept.stopWaiting();
    this.#kept.delete(callId);
    if (!kept.wanted.delete('hold') || kept.told === null || standing(kept.told) === null) return;
    void this.#deps.hub.ask({
      method: 'PUT',
      path: `${routes.recordingCalls}/${callId}/causes`,
      body: { causes: [...kept.wanted] },
      answer: callRecordingSchema,
      timeoutMs: askWithinMs,
    });
  }

  #wait(kept: Kept, ms: number, run: () => void): void {
    kept.stopWaiting();
    kept.stopWaiting = this.#deps.later(run, ms);
  }

  #show(): void {
    const views = [...this.#kept].map(([callId, kept]) => this.#viewOf(callId, kept));
    const shown = JSON.stringify(views);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#deps.show(views);
  }

  #viewOf(callId: string, { told, wanted, confirmed }: Kept): RecordingView {
    const one = told === null ? null : standing(told);
    const objected = told?.recordings.some(({ state }) => state === 'objected') ?? false;
    const over = objected ? 'objected' : 'none';
    const state = told === null ? 'unknown' : (one?.state ?? over);
    return {
      callId,
      state: state as RecordingView['state'],
      purpose: one?.purpose ?? null,
      because: told?.because ?? null,
      causes: [...wanted],
      pending: confirmed !== signOf(wanted),
    };
  }
}
