/**
 * The desktop tells the hub what it holds, and hears by which rules. A hub that knows no such question
 * changes nothing: the usual rules hold.
 */
import type { Cache } from '@renderer/cache/cache.ts';
import type { HubClient } from '@renderer/platform/hub-client.ts';
import { type CheckIn, checkedInSchema, type WipeOrder } from '@shared/contracts/http/devices.ts';
import type { Machine } from '@shared/contracts/ipc/channels.ts';
import { routes } from '@shared/contracts/routes.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import {
  type DesktopRules,
  desktopRulesSchema,
  usualDesktopRules,
} from '@shared/domain/desktop/desktop-rules.ts';
import type { Heard } from '@shared/domain/desktop/expiry.ts';
import { correctionOf } from '@shared/domain/time/clock-offset.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import type { Outbox } from './outbox.ts';

export type ContactDeps = {
  readonly hub: HubClient;
  readonly clock: Clock;
  readonly machine: Machine;
  readonly program: string;
  readonly cache: Cache;
  readonly outbox: Pick<Outbox, 'pending' | 'parked'>;
  /** How far the hub's clock is from this machine's. */
  readonly correct?: (correctionMs: number) => void;
  readonly keepHeard: (heard: Heard) => Promise<unknown>;
};

const key = 'desktop-rules';
const atMostEveryMs = 30_000;
const withinMs = 10_000;
const noteEveryMs = 5 * 60_000;

export class DeskContact {
  readonly #deps: ContactDeps;
  #rules: DesktopRules = usualDesktopRules;
  #last = Number.NEGATIVE_INFINITY;
  #heard: Heard | null = null;
  #noted = Number.NEGATIVE_INFINITY;
  #customers = 0;

  constructor(deps: ContactDeps) {
    this.#deps = deps;
  }

  get rules(): DesktopRules {
    return this.#rules;
  }

  /** What was heard the last time. */
  async open(heard: Heard | null): Promise<void> {
    this.#heard = heard;
    const kept = desktopRulesSchema.safeParse(await this.#deps.cache.read(key));
    if (kept.success) this.#rules = kept.data;
  }

  /** When the hub was heard last, as the expiry goes by it. */
  get heard(): Heard | null {
    return this.#heard;
  }

  /** @returns an order to wipe; null: none, or the hub was not asked, or does not know of orders. */
  async checkIn(asked: 'again' | 'now'): Promise<WipeOrder | null> {
    const { hub, clock, machine, program, cache, outbox } = this.#deps;
    const since = clock.now() - this.#last;
    if (asked === 'again' && since >= 0 && since < atMostEveryMs) return null;
    const body: CheckIn = {
      customers: await this.#count(),
      waiting: outbox.pending.length,
      parked: outbox.parked.length,
      locked: cache.locked,
      machineName: machine.name,
      machine: machine.mark,
      platform: machine.platform,
      program,
      protocol: currentProtocol,
      clock: toInstant(clock.now()),
    };
    const sentAtMs = clock.now();
    const answer = await hub.ask({
      method: 'POST',
      path: routes.checkIn,
      body,
      answer: checkedInSchema,
      timeoutMs: withinMs,
    });
    if (!answer.ok) return null;
    const gotAtMs = clock.now();
    this.#last = gotAtMs;
    const hubMs = Date.parse(answer.value.hubTime);
    this.#deps.correct?.(correctionOf({ sentAtMs, gotAtMs, hubMs }));
    this.#rules = answer.value.rules;
    if (!cache.locked) await cache.keep(key, this.#rules);
    return answer.value.wipe;
  }

  /** An exchange went through, or time passes: told to whoever guards the keys, now and then. */
  async note(what: 'heard' | 'passed'): Promise<void> {
    const now = this.#deps.clock.now();
    const before = this.#heard;
    if (what === 'passed' && before === null) return;
    const expiresAfterHours = this.#rules.expiresAfterHours;
    const latestMs = Math.max(now, before?.latestMs ?? now);
    const atMs = what === 'heard' || before === null ? now : before.atMs;
    // A clock that was wrong and is right again: what the hub answers now is what counts.
    this.#heard = { atMs, latestMs: what === 'heard' ? now : latestMs, expiresAfterHours };
    const isNews =
      before?.expiresAfterHours !== expiresAfterHours || now - this.#noted >= noteEveryMs;
    if (!isNews && now >= this.#noted) return;
    this.#noted = now;
    await this.#deps.keepHeard(this.#heard);
  }

  async #count(): Promise<number> {
    const { cache } = this.#deps;
    if (!cache.locked) this.#customers = await cache.count();
    return this.#customers;
  }
}
