/** A help whose leg the switch has no more is over, whoever of the three hung up. */
import { startLoop } from '@api/background-loop.ts';
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { announceHelp, endHelp, openHelps } from './repository.ts';

type Hub = Pick<HubDependencies, 'database' | 'clock' | 'centre'>;

/** Her telephone has to be called first. */
const beginsWithinMs = 4_000;
const lookEveryMs = 1_000;

export const settleHelps = async (hub: Hub): Promise<void> => {
  const { centre } = hub;
  if (centre === null || centre.state() === 'away') return;
  const now = hub.clock.now();
  const ended = (await openHelps(hub.database.db)).filter(
    ({ helpId, since }) =>
      centre.helpLeg(helpId) === 'none' && now - Date.parse(since) > beginsWithinMs,
  );
  for (const help of ended)
    await hub.database.db.transaction().execute(async (tx) => {
      if (!(await endHelp(tx, help.helpId, { at: toInstant(now), because: 'over' }))) return;
      await recordAudit(tx, {
        userId: help.leadId,
        action: 'help-ended',
        entity: 'help',
        entityId: help.helpId,
        detail: { advisorId: help.advisorId, callId: help.callId, because: 'over' },
        correlationId: help.helpId,
      });
      await announceHelp(tx, help);
    });
};

/** @returns how to stop it */
export const startSettlingHelps = (
  hub: Hub & Pick<HubDependencies, 'log'>,
): (() => Promise<void>) =>
  startLoop(hub.log, {
    failure: 'helps unsettled',
    afterFailureMs: lookEveryMs,
    turn: async () => {
      await settleHelps(hub);
      return lookEveryMs;
    },
  });
