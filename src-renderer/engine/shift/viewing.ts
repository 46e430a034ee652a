/**
 * Whom she has on screen: the hub is told, and says who else. When it cannot be told it is kept once
 * for each stay, and goes out with the rest: who saw whom has no gap.
 */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import { type Viewers, viewersSchema } from '@shared/contracts/http/viewers.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { z } from 'zod';

type Deps = {
  readonly hub: Pick<HubClient, 'ask'>;
  readonly clock: Clock;
  readonly record: (body: MutationBody) => Promise<unknown>;
};

const withinMs = 4_000;
const nobody: Viewers = { others: [] };

export class Viewing {
  readonly #deps: Deps;
  /** Stays that are in the hub or on their way. */
  readonly #told = new Set<string>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Asked again and again while she stays. */
  async stays(customerId: string): Promise<Viewers> {
    const path = this.#path(customerId);
    const { hub, clock, record } = this.#deps;
    const at = toInstant(clock.now());
    const answer = await hub.ask({
      method: 'PUT',
      path,
      answer: viewersSchema,
      timeoutMs: withinMs,
    });
    const isKnown = this.#told.has(customerId);
    this.#told.add(customerId);
    if (answer.ok) return answer.value;
    if (!isKnown) await record({ kind: 'customer.seen', payload: { customerId, at } });
    return nobody;
  }

  async leaves(customerId: string): Promise<void> {
    this.#told.delete(customerId);
    const path = this.#path(customerId);
    await this.#deps.hub.ask({ method: 'DELETE', path, answer: z.null(), timeoutMs: withinMs });
  }

  #path(customerId: string): string {
    return `${routes.customers}/${customerId}/viewing`;
  }
}
