/** What her lead has this desktop do: done once, answered, and shown with who and why. */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import {
  type DeskOrder,
  deskOrdersSchema,
  type GivenDeskOrder,
} from '@shared/contracts/http/desk-orders.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Result } from '@shared/kernel/result.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { z } from 'zod';
import type { Board } from '../board/board.ts';
import type { Shift } from '../shift/shift.ts';

type Deps = {
  readonly hub: Pick<HubClient, 'ask'>;
  readonly board: Board;
  readonly session: {
    readonly shift: Pick<Shift, 'advisor' | 'calls' | 'reconnect'> | null;
    readonly signOut: () => Promise<Result<null>>;
  };
};

export class OrderDesk {
  readonly #deps: Deps;
  /** Told twice, an order is done once. */
  readonly #taken = new Set<string>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async look(): Promise<void> {
    const answer = await this.#deps.hub.ask({
      method: 'GET',
      path: `${routes.deskOrders}/mine`,
      answer: deskOrdersSchema,
    });
    if (!answer.ok) return;
    for (const given of answer.value.orders) {
      if (this.#taken.has(given.id)) continue;
      this.#taken.add(given.id);
      await this.#carryOut(given);
    }
  }

  async #carryOut(given: GivenDeskOrder): Promise<void> {
    const { board, hub, session } = this.#deps;
    const possible = this.#isPossible(given.order);
    const outcome = possible.ok ? ('done' as const) : ('refused' as const);
    board.patch('help', { ordered: { ...given, outcome } });
    // Answered first: signed out, nothing can be any more.
    await hub.ask({
      method: 'POST',
      path: `${routes.deskOrders}/${given.id}/answer`,
      body: { outcome },
      answer: z.null(),
    });
    if (possible.ok) this.#do(given.order);
    if (possible.ok && given.order.kind === 'sign-out') await session.signOut();
  }

  /** Nobody is signed out of a talk with a customer. */
  #isPossible({ kind }: DeskOrder): Result<null> {
    const { shift } = this.#deps.session;
    if (shift === null) return fail('sign-in-required');
    return kind === 'sign-out' && shift.calls.live > 0 ? fail('call-not-in-state') : succeed(null);
  }

  #do(order: DeskOrder): void {
    const { shift } = this.#deps.session;
    if (shift === null || order.kind === 'sign-out') return;
    if (order.kind === 'change-state') {
      const { state, pauseReason } = order;
      shift.advisor.take({ type: 'chosen', rest: { state, pauseReason } });
      return;
    }
    for (const { id, phase } of shift.calls.views) if (phase !== 'ended') shift.calls.hangUp(id);
    shift.reconnect();
  }
}
