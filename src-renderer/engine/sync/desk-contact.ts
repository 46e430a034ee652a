/**
 * The desktop tells the hub what it holds, and hears by which rules. A hub that knows no such question
 * changes nothing: the usual rules hold.
 */
import type { Cache } from '@renderer/cache/cache.ts';
import type { HubClient } from '@renderer/platform/hub-client.ts';
import { type CheckedIn, type CheckIn, checkedInSchema } from '@shared/contracts/http/devices.ts';
import type { Machine } from '@shared/contracts/ipc/channels.ts';
import { routes } from '@shared/contracts/routes.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import {
  type DesktopRules,
  desktopRulesSchema,
  usualDesktopRules,
} from '@shared/domain/desktop/desktop-rules.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { type Result, succeed } from '@shared/kernel/result.ts';
import type { Outbox } from './outbox.ts';

export type ContactDeps = {
  readonly hub: HubClient;
  readonly clock: Clock;
  readonly machine: Machine;
  readonly program: string;
  readonly cache: Cache;
  readonly outbox: Pick<Outbox, 'pending' | 'parked'>;
};

const key = 'desktop-rules';
const atMostEveryMs = 30_000;
const withinMs = 10_000;

export class DeskContact {
  readonly #deps: ContactDeps;
  #rules: DesktopRules = usualDesktopRules;
  #last = Number.NEGATIVE_INFINITY;

  constructor(deps: ContactDeps) {
    this.#deps = deps;
  }

  get rules(): DesktopRules {
    return this.#rules;
  }

  /** What was heard the last time. */
  async open(): Promise<void> {
    const kept = desktopRulesSchema.safeParse(await this.#deps.cache.read(key));
    if (kept.success) this.#rules = kept.data;
  }

  /** null: it was told a moment ago, or the hub is too old to be told. */
  async checkIn(asked: 'again' | 'now'): Promise<Result<CheckedIn | null>> {
    const { hub, clock, machine, program, cache, outbox } = this.#deps;
    const since = clock.now() - this.#last;
    if (asked === 'again' && since >= 0 && since < atMostEveryMs) return succeed(null);
    const body: CheckIn = {
      customers: await cache.count(),
      waiting: outbox.pending.length,
      parked: outbox.parked.length,
      locked: false,
      machineName: machine.name,
      machine: machine.mark,
      platform: machine.platform,
      program,
      protocol: currentProtocol,
      clock: toInstant(clock.now()),
    };
    const answer = await hub.ask({
      method: 'POST',
      path: routes.checkIn,
      body,
      answer: checkedInSchema,
      timeoutMs: withinMs,
    });
    if (!answer.ok) return answer.error.code === 'not-found' ? succeed(null) : answer;
    this.#last = clock.now();
    this.#rules = answer.value.rules;
    await cache.keep(key, this.#rules);
    return answer;
  }
}
