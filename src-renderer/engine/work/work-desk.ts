/**
 * The work items: each call with its customer, its speech and what is typed, from the first ring
 * to the end of its wrap-up. Every change is in the journal before it counts as saved.
 */
import type { Slices, WorkDraft } from '@shared/contracts/engine/views.ts';
import type { JournalRecord, WorkRecord } from '@shared/contracts/journal/record.ts';
import type { Mutation, MutationBody } from '@shared/contracts/sync/mutation.ts';
import type { CustomerBundle, Reference } from '@shared/contracts/sync/pull.ts';
import type { ParsedNumber } from '@shared/domain/number/parse-number.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { EndedCall } from '../calls/live-call.ts';
import { CallerFinder, type FinderDeps } from './caller-finder.ts';
import { unlessTakenBack } from './choose-words.ts';
import { atFirst, workItemOf } from './ivr-choice.ts';
import { interactionOf, needsWrapUp, newWork } from './new-work.ts';
import { settleWork } from './settle-work.ts';
import { cutShort, endOf, nobodyKnown, wrappingUp } from './work-end.ts';

export type WorkDeps = Pick<
  FinderDeps,
  'clock' | 'showCustomer' | 'named' | 'byPhone' | 'lookUp' | 'ivr' | 'colleagueAt' | 'handed'
> & {
  readonly newId: () => string;
  readonly advisorId: string;
  readonly reference: () => Reference;
  readonly show: (work: Slices['work']) => void;
  readonly bundle: (customerId: string) => Promise<CustomerBundle | null>;
  readonly write: (records: readonly JournalRecord[]) => Promise<Result<null>>;
  /** A role-play is over: nothing of it goes anywhere else. */
  readonly played: (work: WorkRecord) => void;
};

export type WorkBeginning = Parameters<typeof newWork>[0] & {
  readonly customerId: string | null;
};

const minuteMs = 60_000;

export class WorkDesk {
  readonly #deps: WorkDeps;
  readonly #items = new Map<string, WorkRecord>();
  readonly finder: CallerFinder;
  readonly #writing = new Map<string, Promise<Result<null>>>();

  constructor(deps: WorkDeps) {
    this.#deps = deps;
    this.finder = new CallerFinder({
      ...deps,
      get: (id) => this.#items.get(id),
      put: (work) => this.#items.set(work.id, work),
      late: (id) => {
        this.#show();
        void this.#keep(id);
      },
    });
  }

  get items(): readonly WorkRecord[] {
    return [...this.#items.values()];
  }

  get(workId: string): WorkRecord | undefined {
    return this.#items.get(workId);
  }

  /** Wrap-ups that are open, besides calls that still live. */
  get openWrapUps(): number {
    return this.items.filter(({ phase }) => phase === 'wrap-up').length;
  }

  /**
   * Takes up what a former run of the program left; what had no end yet ends where it was seen.
   * @param alive calls that may still live at the PBX: they are not ended yet
   */
  async restore(records: readonly WorkRecord[], alive: ReadonlySet<string>): Promise<void> {
    for (const record of records) {
      this.#items.set(record.id, record);
      if (!record.facts.recorded && !alive.has(record.id)) await this.stopped(record.id);
    }
    this.#show();
  }

  /** The program died in this call, and it could not be taken back. */
  async stopped(workId: string): Promise<void> {
    const record = this.#items.get(workId);
    if (record === undefined || record.facts.recorded) return;
    await this.#end(cutShort(record));
  }

  async begin({ customerId, ...beginning }: WorkBeginning): Promise<void> {
    const work = newWork(beginning);
    const choosing = { reference: this.#deps.reference(), nowMs: this.#deps.clock.now() };
    this.#items.set(work.id, atFirst(work, choosing));
    const known = customerId === null ? null : await this.#deps.bundle(customerId);
    if (known !== null) this.finder.assign(work.id, known, true);
    else if (work.number !== null && work.rolePlay === undefined)
      await this.finder.find(work.id, work.number);
    else if (work.match.status === 'colleague') void this.finder.nameColleague(work.id);
    this.#show();
    void this.#keep(work.id);
    void this.finder.hear(work.id);
  }

  /** Whom a colleague handed over is looked up like one that rings; false: it is no call for him. */
  handedTo(workId: string, number: ParsedNumber): boolean {
    return this.finder.handedTo(workId, number);
  }

  answered(workId: string, at: string): void {
    const choosing = { reference: this.#deps.reference(), nowMs: this.#deps.clock.now() };
    this.#change(workId, (work) => ({
      ...unlessTakenBack(work, choosing),
      phase: 'talking',
      answeredAt: at,
    }));
    void this.#keep(workId);
  }

  /** The call is over: its interaction goes out now, the wrap-up follows. */
  async ended(call: EndedCall): Promise<void> {
    const work = this.#items.get(call.origin.id);
    if (work !== undefined) await this.#end(endOf(work, call));
  }

  /** A call that she called for and did not get: somebody else has it. */
  async discard(workId: string): Promise<void> {
    if (!this.#items.delete(workId)) return;
    this.#show();
    await this.#writing.get(workId);
    await this.#deps.write([{ t: 'work-done', id: workId }]);
  }

  async save(
    workId: string,
    revision: number,
    draft: WorkDraft,
  ): Promise<Result<{ savedAt: string; saved: 'disk' | 'memory' }>> {
    const work = this.#items.get(workId);
    if (work === undefined) return fail('work-unknown');
    if (revision > work.revision) this.#items.set(workId, { ...work, draft, revision });
    const kept = await this.#keep(workId);
    const savedAt = toInstant(this.#deps.clock.now());
    const saved = kept.ok ? 'disk' : 'memory';
    this.#change(workId, (now) => ({ ...now, savedAt, saved }));
    return succeed({ savedAt, saved });
  }

  async chooseCustomer(workId: string, customerId: string | null): Promise<Result<null>> {
    const work = this.#items.get(workId);
    // Nobody real is in a role-play.
    if (work === undefined || work.rolePlay !== undefined) return fail('work-unknown');
    if (customerId === null) {
      this.#change(workId, nobodyKnown);
    } else {
      const bundle = await this.#deps.bundle(customerId);
      if (bundle === null) return fail('customer-unknown');
      this.finder.assign(workId, bundle, false);
    }
    this.#show();
    return this.#keep(workId);
  }

  extend(workId: string): Result<null> {
    const work = this.#items.get(workId);
    if (work?.wrapUp == null) return fail('work-unknown');
    const wrapUp = { ...work.wrapUp, allowedMs: work.wrapUp.allowedMs + minuteMs };
    this.#change(workId, (one) => ({ ...one, wrapUp }));
    void this.#keep(workId);
    return succeed(null);
  }

  /** Hands the wrap-up to the outbox; the item closes only when that is on the disk or in memory. */
  async finish(workId: string): Promise<Result<null>> {
    const work = this.#items.get(workId);
    if (work === undefined) return fail('work-unknown');
    if (work.phase !== 'wrap-up') return fail('call-not-in-state');
    const made = await settleWork(work, this.#deps);
    if (!made.ok) return made;
    await this.#writing.get(workId);
    // Asked for twice, it is finished once.
    if (!this.#items.delete(workId)) return fail('work-unknown');
    const bodies = work.rolePlay === undefined ? made.value : [];
    const mutations = bodies.map((body) => this.mutation(body, work.facts.orderKey));
    const records = mutations.map((mutation) => ({ t: 'mutation' as const, mutation }));
    await this.#deps.write([...records, { t: 'work-done', id: workId }]);
    this.#show();
    if (work.rolePlay !== undefined) this.#deps.played(work);
    return succeed(null);
  }

  mutation(body: MutationBody, orderKey: string): Mutation {
    return { id: this.#deps.newId(), orderKey, madeAt: toInstant(this.#deps.clock.now()), ...body };
  }

  /** While calls live, the moment they were last seen alive is kept for the case of a sudden end. */
  heartbeat(): void {
    const aliveAt = toInstant(this.#deps.clock.now());
    for (const work of this.items) {
      if (work.phase === 'wrap-up') continue;
      this.#items.set(work.id, { ...work, facts: { ...work.facts, aliveAt } });
      void this.#keep(work.id);
    }
  }

  async #end(work: WorkRecord): Promise<void> {
    const now = toInstant(this.#deps.clock.now());
    const wrapsUp = needsWrapUp(work);
    const brand = this.#deps.reference().brands.find(({ id }) => id === work.brandId);
    const ended = wrappingUp(work, brand, now);
    // On the screen at once; the disk follows.
    if (wrapsUp) this.#items.set(work.id, ended);
    else this.#items.delete(work.id);
    this.#show();
    await this.#writing.get(work.id);
    const latest = this.#items.get(work.id) ?? ended;
    const done: JournalRecord = { t: 'work-done', id: work.id };
    const rest: JournalRecord = wrapsUp ? { t: 'work', work: latest } : done;
    const payload = interactionOf(ended, this.#deps.advisorId);
    const mutation = this.mutation({ kind: 'interaction.record', payload }, work.facts.orderKey);
    const leaves = work.rolePlay === undefined ? [{ t: 'mutation' as const, mutation }] : [];
    await this.#deps.write([...leaves, rest]);
    if (work.rolePlay !== undefined && !wrapsUp) this.#deps.played(ended);
  }

  #change(workId: string, change: (work: WorkRecord) => WorkRecord): void {
    const work = this.#items.get(workId);
    if (work === undefined) return;
    this.#items.set(workId, change(work));
    this.#show();
  }

  /** Writes the newest state of an item; while one write is under way the next takes all since. */
  #keep(workId: string): Promise<Result<null>> {
    const before = this.#writing.get(workId) ?? Promise.resolve(succeed(null));
    const next = before.then(() => {
      const work = this.#items.get(workId);
      return work === undefined ? succeed(null) : this.#deps.write([{ t: 'work', work }]);
    });
    this.#writing.set(workId, next);
    return next;
  }

  #show(): void {
    const { reasons } = this.#deps.reference();
    this.#deps.show(this.items.map((work) => workItemOf(work, reasons)));
  }
}
