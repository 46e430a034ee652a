/** The board of this hub, with the keeper that hears its desktops. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import type { Desks } from '@api/modules/live/routes.ts';
import { countsOfToday } from '@api/modules/queue-figures/today.ts';
import { LeadBoard } from './board.ts';
import { DeskKeeper } from './desk-keeper.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The whole floor as this hub has it. */
    readonly leadBoard: LeadBoard;
  }
}

export const makeBoard = (
  app: HubApp,
  hub: HubDependencies,
): { readonly board: LeadBoard; readonly desks: Desks } => {
  const countsOf = (nowMs: number) => countsOfToday(hub.database.db, nowMs);
  const board = new LeadBoard({ ...hub, countsOf });
  const keeper = new DeskKeeper(hub, () => board.desksChanged(null));
  keeper.start();
  app.addHook('onClose', () => keeper.stop());
  const desks: Desks = {
    say: (...word) => keeper.say(...word),
    lose: (...loss) => keeper.lose(...loss),
    changed: (userIds) => {
      // The connection that heard of it was away: the database may have died, and its words with it.
      if (userIds === null) keeper.sayAgain();
      board.desksChanged(userIds);
    },
  };
  app.decorate('leadBoard', board);
  return { board, desks };
};
