/** Finds who is calling for a work item: in the cache at once, in the hub behind it. */
import { customerName } from '@renderer/cache/entry-of.ts';
import type { IvrQuery } from '@shared/contracts/http/ivr.ts';
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { CustomerBundle, Reference } from '@shared/contracts/sync/pull.ts';
import { likelyReasons } from '@shared/domain/caller/likely-reasons.ts';
import type { Ivr } from '@shared/domain/ivr/ivr.ts';
import type { ParsedNumber } from '@shared/domain/number/parse-number.ts';
import type { Clock } from '@shared/kernel/clock.ts';
import { type Choosing, withSpeech } from './choose-words.ts';
import { type HandedAsk, HandedFinder } from './handed-finder.ts';
import { matchBundles } from './match-caller.ts';

export type FinderDeps = {
  readonly clock: Clock;
  readonly reference: () => Reference;
  readonly get: (workId: string) => WorkRecord | undefined;
  readonly put: (work: WorkRecord) => void;
  /** An answer of the hub came in: show and keep the item. */
  readonly late: (workId: string) => void;
  readonly showCustomer: (bundle: CustomerBundle) => void;
  readonly named: (callId: string, name: string) => void;
  readonly byPhone: (e164: string) => Promise<CustomerBundle[]>;
  /** Asks the hub for customers of this number; null when it cannot be reached. */
  readonly lookUp: (e164: string) => Promise<CustomerBundle[] | null>;
  /** What a caller said to the voice server; null when nothing is known of it. */
  readonly ivr: (query: IvrQuery) => Promise<Ivr | null>;
  /** The name of whoever has this extension; null when nobody known has it. */
  readonly colleagueAt: (extension: string) => Promise<string | null>;
  readonly handed: HandedAsk;
};

export class CallerFinder {
  readonly #deps: FinderDeps;
  /** Who calls, by work item: what the voice server tells may come after it. */
  readonly #bundles = new Map<string, CustomerBundle>();

  readonly #handed: HandedFinder;

  constructor(deps: FinderDeps) {
    this.#deps = deps;
    this.#handed = new HandedFinder(deps);
  }

  /** Answers when the cache has been asked; the hub's answer comes by `late`. */
  async find(workId: string, e164: string): Promise<void> {
    const local = await this.#deps.byPhone(e164);
    if (!this.#found(workId, local, e164)) void this.#askHub(workId, e164);
  }

  /** Looks up once more whoever could not be; each is told by `late`. */
  async again(items: readonly WorkRecord[]): Promise<void> {
    this.#handed.again(items);
    const unknown = items.filter(
      ({ match, customerId, rolePlay }) =>
        match.status === 'none' && customerId === null && rolePlay === undefined,
    );
    for (const { id, number } of unknown) {
      if (number === null) continue;
      await this.find(id, number);
      this.#deps.late(id);
    }
  }

  /** Asks for what the caller said to the voice server; the answer comes by `late`. */
  async hear(workId: string): Promise<void> {
    void this.#handed.find(workId);
    const begun = this.#deps.get(workId);
    if (begun?.direction !== 'inbound' || begun.ivr !== undefined) return;
    if (begun.rolePlay !== undefined || begun.match.status === 'colleague') return;
    const { brandId, number, facts } = begun;
    if (facts.callUid === null && number === null) return;
    const ivr = await this.#deps.ivr({
      brandId,
      ...(facts.callUid === null ? {} : { callUid: facts.callUid }),
      ...(number === null ? {} : { number }),
    });
    const work = this.#deps.get(workId);
    if (ivr === null || work === undefined) return;
    const bundle = this.#bundles.get(workId);
    const known = bundle?.customer.id === work.customerId ? bundle : undefined;
    this.#deps.put(withSpeech({ ...work, ivr }, this.#choosing(known)));
    this.#deps.late(workId);
  }

  /** Shows a colleague by name. */
  async nameColleague(workId: string): Promise<void> {
    const extension = this.#deps.get(workId)?.numberDisplay ?? '';
    const name = await this.#deps.colleagueAt(extension);
    const work = this.#deps.get(workId);
    // Meanwhile it may have become a customer's call, or be over.
    if (name === null || work?.match.status !== 'colleague') return;
    this.#deps.put({ ...work, customerName: name });
    this.#deps.named(workId, name);
    this.#deps.late(workId);
  }

  /** False when a customer is known already, or may be chosen: that one stays. */
  handedTo(workId: string, { e164, display }: ParsedNumber): boolean {
    const work = this.#deps.get(workId);
    const open = work !== undefined && ['none', 'colleague'].includes(work.match.status);
    if (!open || work.customerId !== null || e164 === null) return false;
    const match = { status: 'none', lookup: 'searching' } as const;
    const named = { number: e164, numberDisplay: display, customerName: display };
    this.#deps.put({ ...work, match, ...named, takenOver: true });
    this.#deps.late(workId);
    void this.find(workId, e164).then(() => {
      this.#deps.late(workId);
      void this.#handed.find(workId);
    });
    return true;
  }

  /** `atOnce`: known from the first moment, so that all of the item's mutations are the customer's. */
  assign(workId: string, bundle: CustomerBundle, atOnce: boolean): void {
    const work = this.#deps.get(workId);
    if (work === undefined) return;
    const { customer } = bundle;
    const name = customerName(customer);
    this.#deps.showCustomer(bundle);
    const orderKey =
      atOnce && !work.facts.recorded ? `customer:${customer.id}` : work.facts.orderKey;
    const known: WorkRecord = {
      ...work,
      // The chooser stays, so that a wrong choice can be corrected.
      match:
        work.match.status === 'several' ? work.match : { status: 'one', customerId: customer.id },
      customerId: customer.id,
      customerName: name,
      likelyReasons: likelyReasons(bundle, work.brandId, this.#deps.clock.now()),
      facts: { ...work.facts, orderKey },
    };
    this.#remember(workId, bundle);
    this.#deps.put(withSpeech(known, this.#choosing(bundle)));
    this.#deps.named(workId, name);
  }

  /** Of the calls that are open: a history is large, and a day has many calls. */
  #remember(workId: string, bundle: CustomerBundle): void {
    for (const id of this.#bundles.keys())
      if (this.#deps.get(id) === undefined) this.#bundles.delete(id);
    this.#bundles.set(workId, bundle);
  }

  #choosing(bundle: CustomerBundle | undefined): Choosing {
    return {
      reference: this.#deps.reference(),
      nowMs: this.#deps.clock.now(),
      customer: bundle?.customer ?? null,
      cases: bundle?.cases ?? [],
    };
  }

  async #askHub(workId: string, e164: string): Promise<void> {
    const remote = await this.#deps.lookUp(e164);
    const work = this.#deps.get(workId);
    // Meanwhile she may have chosen or made the customer herself.
    if (work?.match.status !== 'none' || work.customerId !== null) return;
    if (remote === null || !this.#found(workId, remote, e164)) {
      this.#deps.put({
        ...work,
        match: { status: 'none', lookup: remote === null ? 'offline' : 'not-found' },
      });
    }
    this.#deps.late(workId);
  }

  #found(workId: string, bundles: readonly CustomerBundle[], e164: string): boolean {
    const work = this.#deps.get(workId);
    if (work === undefined) return true;
    const found = matchBundles(bundles, work.brandId, e164, this.#deps.clock.now());
    if (found === null) return false;
    if (found.bundle !== null) this.assign(workId, found.bundle, true);
    else {
      for (const bundle of bundles) this.#deps.showCustomer(bundle);
      this.#deps.put({ ...work, match: found.match });
    }
    return true;
  }
}
