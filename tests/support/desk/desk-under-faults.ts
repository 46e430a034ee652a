/** The desks of a shift as it joins them, on a line that a test breaks. */

import { randomUUID } from 'node:crypto';
import { AdvisorDesk } from '@renderer/engine/advisor/advisor-desk.ts';
import { Board } from '@renderer/engine/board/board.ts';
import { CallDesk } from '@renderer/engine/calls/call-desk.ts';
import type { EndedCall } from '@renderer/engine/calls/live-call.ts';
import { LawGate } from '@renderer/engine/law/law-gate.ts';
import { LineDesk } from '@renderer/engine/shift/line-desk.ts';
import { Outbox } from '@renderer/engine/sync/outbox.ts';
import { emptyDraft } from '@renderer/engine/work/new-work.ts';
import { WorkDesk } from '@renderer/engine/work/work-desk.ts';
import type { RefusedCall } from '@shared/contracts/engine/refused-call.ts';
import type { CallView } from '@shared/contracts/engine/views.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';
import type { DialDecision } from '@shared/domain/law/dial-decision.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { MemoryJournal } from './memory-journal.ts';
import { sampleBundle, sampleNow, sampleReference } from './samples.ts';
import { type SimulatedCall, SimulatedLine } from './simulated-line.ts';

const settings = {
  urls: ['ws://pbx'],
  user: '6001',
  password: 'x',
  domain: 'pbx',
  displayName: 'Camille',
  iceServers: [],
  calledNumberHeaders: [],
  tones: 'rfc4733' as const,
  autoAnswer: 'asked' as const,
  doNotDisturb: 'busy' as const,
  parking: { places: ['701', '702'], backAfterS: 60 },
  pickUp: '*8',
  training: false,
};

const withOpenCase = (bundle: CustomerBundle): CustomerBundle => ({
  ...bundle,
  cases: [
    {
      id: randomUUID(),
      reference: 'R-20817',
      customerId: bundle.customer.id,
      brandId: 'kerdoual',
      kind: 'complaint',
      title: 'Pied cassé',
      detail: '',
      status: 'open',
      openedAt: new Date(sampleNow).toISOString(),
      updatedAt: new Date(sampleNow).toISOString(),
    },
  ],
});

export class DeskUnderFaults {
  readonly line: SimulatedLine;
  readonly calls: CallDesk;
  readonly work: WorkDesk;
  readonly advisor: AdvisorDesk;
  readonly lineDesk: LineDesk;
  readonly outbox = new Outbox(new MemoryJournal(), () => undefined);
  /** Which line call is which call, whatever became of it. */
  readonly lines = new Map<string, SimulatedCall>();
  readonly reference = sampleReference();
  readonly ended: EndedCall[] = [];
  /** Calls with a work item of their own; a question to a colleague has none. */
  readonly begun = new Set<string>();
  /** Calls to make that were taken in the hub. */
  readonly taken: string[] = [];
  /** Whom her desktop knows by any number; somebody with an open case, unless a test says otherwise. */
  people: readonly CustomerBundle[] = [withOpenCase(sampleBundle())];
  /** Calls to make, by id, where a test has some. */
  readonly callbacks = new Map<string, Pick<Callback, 'kind'>>();
  /** What was decided before calls, and what she reads of the last refused one. */
  readonly decisions: DialDecision[] = [];
  refused: RefusedCall | null = null;
  diskFails = false;
  /** Kept over the end of the program: since when she is not to be disturbed. */
  quietSince: number | null = null;
  shown: readonly CallView[] = [];
  readonly #clock = { now: () => sampleNow };

  constructor() {
    const { reference } = this;
    const clock = this.#clock;
    const known = sampleBundle();
    this.work = new WorkDesk({
      clock,
      newId: randomUUID,
      advisorId: randomUUID(),
      reference: () => reference,
      show: () => undefined,
      showCustomer: () => undefined,
      named: (id, name) => this.calls.name(id, name),
      bundle: async () => known,
      byPhone: async () => [known],
      ivr: async () => null,
      colleagueAt: async () => null,
      handed: { ask: async () => [], pause: async () => undefined },
      lookUp: async () => [],
      write: (records) => this.outbox.write(records),
      played: () => undefined,
    });
    this.calls = this.#makeCalls();
    this.advisor = new AdvisorDesk({
      clock,
      show: () => undefined,
      record: () => undefined,
      changed: () => undefined,
      keepQuiet: (since) => {
        this.quietSince = since;
      },
    });
    this.line = new SimulatedLine(
      (status) => this.lineDesk.onStatus(status),
      (call, headers) => this.lineDesk.onIncoming(call, headers),
    );
    this.lineDesk = new LineDesk({
      clock,
      newId: randomUUID,
      line: this.line,
      calls: this.calls,
      work: this.work,
      settings: () => settings,
      reference: () => reference,
      ownBrands: ['kerdoual'],
      hasMicrophone: () => true,
      board: new Board(),
      law: this.#makeGate(),
      takeCallback: async (callbackId) => {
        if (callbackId !== null) this.taken.push(callbackId);
        return succeed(null);
      },
      beep: async () => undefined,
      rolePlay: () => undefined,
      started: (about) => void this.advisor.take({ type: 'call-started', about }),
    });
    this.advisor.take({ type: 'signed-in' });
    this.line.back();
  }

  /** All calls that ever were, oldest first, with their ids. */
  note(): void {
    for (const { id, consultFor } of this.shown) {
      if (consultFor === null && !this.lines.has(id)) this.begun.add(id);
      const next = this.line.calls[this.lines.size];
      if (!this.lines.has(id) && next !== undefined) this.lines.set(id, next);
    }
  }

  #makeGate(): LawGate {
    return new LawGate({
      clock: this.#clock,
      newId: randomUUID,
      reference: () => this.reference,
      training: () => settings.training,
      bundle: async (id) => this.people.find(({ customer }) => customer.id === id) ?? null,
      byPhone: async () => this.people,
      callback: (id) => this.callbacks.get(id),
      record: async ({ payload, kind }) => {
        if (this.diskFails) return fail('journal-unwritable');
        if (kind === 'dial.decided') this.decisions.push(payload as DialDecision);
        return succeed(null);
      },
      show: (refused) => {
        this.refused = refused;
      },
    });
  }

  #makeCalls(): CallDesk {
    return new CallDesk({
      clock: this.#clock,
      show: (calls) => {
        this.shown = calls;
        this.note();
      },
      keep: () => undefined,
      listener: {
        answered: (id, at) => {
          this.work.answered(id, at);
          const about = this.work.get(id)?.customerName ?? null;
          this.advisor.take({ type: 'call-started', about });
        },
        ended: (call) => {
          this.ended.push(call);
          void this.work.ended(call);
          this.advisor.take({
            type: 'call-ended',
            about: null,
            liveCalls: this.calls.live,
            openWork: this.work.openWrapUps,
          });
        },
        ringing: () => undefined,
        handedTo: () => false,
      },
    });
  }

  /** As the shift does it, and twice at once as an impatient hand does. */
  async finish(workId: string): Promise<void> {
    const draft = { ...emptyDraft, dispositionCode: 'echange', reasonCode: 'livraison' };
    await this.work.save(workId, 1, draft);
    await Promise.all([this.work.finish(workId), this.work.finish(workId)]);
    this.advisor.take({
      type: 'wrap-up-finished',
      liveCalls: this.calls.live,
      openWork: this.work.openWrapUps,
    });
  }
}
