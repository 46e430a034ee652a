/** What a lead is told of outside the board, as the hub has it. */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import {
  type LeadAlert,
  leadAlertSchema,
  leadAlertsSchema,
} from '@shared/contracts/http/lead-alerts.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Result } from '@shared/kernel/result.ts';
import type { Board } from '../board/board.ts';

type Deps = { readonly hub: Pick<HubClient, 'ask'>; readonly board: Board };

export class AlertDesk {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
    deps.board.follow(({ session }) => {
      if (session?.status === 'signed-out') deps.board.patch('alerts', { open: [] });
    });
  }

  async look(): Promise<void> {
    const { hub, board } = this.#deps;
    const { user } = board.get('session');
    if (user === null || user.role === 'advisor') return;
    const path = `${routes.leadAlerts}/mine`;
    const answer = await hub.ask({ method: 'GET', path, answer: leadAlertsSchema });
    // Signed out while it was asked: it is nobody's any more.
    if (answer.ok && board.get('session').user?.id === user.id)
      board.patch('alerts', { open: answer.value.alerts });
  }

  async take(id: string): Promise<Result<LeadAlert>> {
    const path = `${routes.leadAlerts}/${id}/take`;
    const answer = await this.#deps.hub.ask({ method: 'POST', path, answer: leadAlertSchema });
    await this.look();
    return answer;
  }
}
