/**
 * The one gate through which calls leave the desktop. Extensions of the house, short and emergency
 * numbers pass; every other call is judged by the law, with what this desktop knows, also offline. What
 * was decided is on the disk before anything rings.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RefusedCall } from '@shared/contracts/engine/refused-call.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import type { CustomerBundle, Reference } from '@shared/contracts/sync/pull.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';
import { nameOf } from '@shared/domain/customer/name-of.ts';
import { purposeOf } from '@shared/domain/law/call-purpose.ts';
import type { DialDecision } from '@shared/domain/law/dial-decision.ts';
import { canonicalJson } from '@shared/domain/law/facts-of-call.ts';
import { type Judged, judgeByReference } from '@shared/domain/law/judge-call.ts';
import type { CallPurpose } from '@shared/domain/law/purpose.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { DialRequest } from '../shift/dial-request.ts';
import type { Dialable } from '../shift/dialable.ts';
import type { Passage } from '../telephony/line.ts';
import { passTo } from '../telephony/passage.ts';

export type CallAsked = {
  readonly target: Dialable;
  readonly brandId: string;
  readonly customerId: string | null;
  readonly callbackId: string | null;
  /** What she says of it. */
  readonly said: CallPurpose | undefined;
  /** For which campaign it is an attempt; its offer may relate to a contract that runs. */
  readonly campaign: Pick<
    NonNullable<DialRequest['campaign']>,
    'id' | 'offerRelated' | 'presented'
  > | null;
  /** How the same call is asked for again. */
  readonly again: RefusedCall['again'];
};

export type Passed = {
  readonly address: Passage;
  /** Null: a call that the law does not look at. */
  readonly purpose: CallPurpose | null;
};

export type LawGateDeps = {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly reference: () => Reference;
  readonly training: () => boolean;
  readonly bundle: (customerId: string) => Promise<CustomerBundle | null>;
  readonly byPhone: (e164: string) => Promise<readonly CustomerBundle[]>;
  readonly callback: (callbackId: string) => Pick<Callback, 'kind'> | undefined;
  readonly record: (body: MutationBody, orderKey: string) => Promise<Result<null>>;
  readonly show: (refused: RefusedCall | null) => void;
};

type Of = { readonly asked: CallAsked; readonly bundle: CustomerBundle | null };
type Answer = Of & Judged & ReturnType<typeof purposeOf>;

const ways = {
  'call.dial': 'dial',
  'call.consult': 'consult',
  'call.transfer': 'transfer',
} as const;

export class LawGate {
  readonly #deps: LawGateDeps;

  constructor(deps: LawGateDeps) {
    this.#deps = deps;
  }

  async pass(asked: CallAsked): Promise<Result<Passed>> {
    const { show } = this.#deps;
    show(null);
    const { target, again } = asked;
    if (target.e164 === null) return succeed({ address: passTo(target.address), purpose: null });
    const people = await this.#people(asked, target.e164);
    // Asking or handing over to a number that is no customer's is no call to a customer.
    const elsewhere = people.length === 0 && again.command !== 'call.dial';
    const whom = people.length === 0 ? [null] : people;
    const answers = whom.map((bundle) => this.#judge({ asked, bundle }, elsewhere));
    const answer = answers.find(({ decision }) => !decision.allowed) ?? answers[0];
    if (answer === undefined) return fail('internal', 'nobody was judged');
    const kept = await this.#keep(answer);
    // Without its evidence a call that sells is not placed; one that serves is more than its record.
    if (!kept.ok && answer.purpose === 'commercial') return kept;
    if (!answer.decision.allowed) {
      show(this.#refusedOf(answer));
      return fail('call-refused-by-law', answer.decision.rule);
    }
    return succeed({ address: passTo(target.address), purpose: answer.purpose });
  }

  /** A cache that cannot be read knows nobody: then only a service call passes. */
  async #people({ customerId }: CallAsked, e164: string): Promise<readonly CustomerBundle[]> {
    const { bundle, byPhone } = this.#deps;
    const own = customerId === null ? null : await bundle(customerId).catch(() => null);
    const others = await byPhone(e164).catch(() => []);
    return own === null
      ? others
      : [own, ...others.filter(({ customer }) => customer.id !== own.customer.id)];
  }

  #judge({ asked, bundle }: Of, elsewhere: boolean): Answer {
    const { clock, reference, callback } = this.#deps;
    const { brandId, callbackId, target } = asked;
    const nowMs = clock.now();
    const said = purposeOf({
      said: asked.said ?? (elsewhere ? 'service' : undefined),
      callbackKind: callbackId === null ? undefined : callback(callbackId)?.kind,
      cases: bundle?.cases ?? [],
      interactions: bundle?.interactions ?? [],
      brandId,
      nowMs,
    });
    const judged = judgeByReference(reference(), {
      person: bundle,
      brandId,
      purpose: said.purpose,
      offerRelated: asked.campaign?.offerRelated,
      ...(asked.campaign?.presented == null ? {} : { presented: asked.campaign.presented }),
      calledNumber: target.e164,
      nowMs,
    });
    const isSupposed = elsewhere && asked.said === undefined;
    return { asked, bundle, ...said, ...judged, ...(isSupposed ? { saidBy: 'nobody' } : {}) };
  }

  #keep({
    asked,
    bundle,
    purpose,
    saidBy,
    decision,
    facts,
    waived,
  }: Answer): Promise<Result<null>> {
    const { clock, newId, record, training } = this.#deps;
    const customerId = bundle?.customer.id ?? null;
    const payload: DialDecision = {
      id: newId(),
      at: toInstant(clock.now()),
      brandId: asked.brandId,
      customerId,
      callbackId: asked.callbackId,
      campaignId: asked.campaign?.id ?? null,
      way: ways[asked.again.command],
      purpose,
      saidBy,
      ...outcomeOf(decision),
      factsDigest: bytesToHex(sha256(utf8ToBytes(canonicalJson(facts)))),
      training: training(),
      waived: [...waived],
    };
    const orderKey = customerId === null ? 'law' : `customer:${customerId}`;
    return record({ kind: 'dial.decided', payload }, orderKey);
  }

  #refusedOf({ asked, bundle, purpose, saidBy, decision }: Answer): RefusedCall {
    const texts = decision.allowed
      ? { article: '', source: '' }
      : { article: decision.article, source: decision.source };
    return {
      id: this.#deps.newId(),
      again: asked.again,
      numberDisplay: asked.target.display,
      customerName: bundle === null ? null : nameOf(bundle.customer),
      purpose,
      mayServe: saidBy === 'nobody',
      ...texts,
      ...outcomeOf(decision),
    };
  }
}

const outcomeOf = (decision: Judged['decision']) =>
  decision.allowed
    ? { allowed: true, rule: null, reason: null, allowedFrom: null }
    : {
        allowed: false,
        rule: decision.rule,
        reason: decision.reason,
        allowedFrom: decision.allowedFromMs === null ? null : toInstant(decision.allowedFromMs),
      };
