/** WebSocket /v1/board: the live board, for team leads. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { sessionUserOf } from '@api/modules/auth/service.ts';
import { leadScopeOf } from '@api/modules/lead/lead-scope.ts';
import { signedInOf, type TokenReader } from '@api/plugins/access.ts';
import { orRefuse, problemResponses, Refusal } from '@api/plugins/problems.ts';
import { seatContextSchema } from '@shared/contracts/http/seat-context.ts';
import { liveCloseCodes, liveFromDesktopSchema } from '@shared/contracts/live/live.ts';
import { routes } from '@shared/contracts/routes.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { LeadBoard } from './board.ts';
import { SeenOnce, seatContextOf } from './context-service.ts';
import type { Watcher } from './watchers.ts';

const helloMs = 10_000;
/** Sessions that ended are noticed within it, and whoever leads another team now sees another board. */
const checkMs = 5_000;

type Opened = {
  readonly hub: HubDependencies;
  readonly board: LeadBoard;
  readonly read: TokenReader;
};

const helloIn = (data: unknown) => {
  try {
    const message = liveFromDesktopSchema.safeParse(JSON.parse(String(data)));
    return message.success && message.data.type === 'hello' ? message.data : null;
  } catch {
    return null;
  }
};

const greet = async (
  { hub, board, read }: Opened,
  socket: WebSocket,
  accessToken: string,
): Promise<Watcher | null> => {
  const user = await read(accessToken).catch(() => null);
  if (user === null || user.wipeOrdered) {
    socket.close(liveCloseCodes.signInRequired, 'sign in');
    return null;
  }
  if (user.role !== 'team-lead') {
    socket.close(liveCloseCodes.notAllowed, 'not a lead');
    return null;
  }
  try {
    const scope = await leadScopeOf(hub.database.db, user);
    const { id: userId, sessionId } = user;
    const watcher = { socket, userId, sessionId, scope, isBehind: false, sentAt: 0 };
    await board.attach(watcher);
    return watcher;
  } catch {
    socket.close(liveCloseCodes.unavailable, 'the database is away');
    return null;
  }
};

const attend = (opened: Opened, socket: WebSocket): void => {
  let watcher: Watcher | null = null;
  let isGreeted = false;
  const late = setTimeout(() => socket.close(liveCloseCodes.signInRequired, 'no hello'), helloMs);
  socket.on('message', (data: unknown) => {
    const hello = helloIn(data);
    if (hello === null || isGreeted) {
      socket.close(liveCloseCodes.malformed, 'malformed');
      return;
    }
    isGreeted = true;
    clearTimeout(late);
    void greet(opened, socket, hello.accessToken).then((greeted) => {
      watcher = greeted;
      if (greeted !== null && socket.readyState !== socket.OPEN) opened.board.detach(greeted);
    });
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearTimeout(late);
    if (watcher !== null) opened.board.detach(watcher);
  });
};

/** Who has signed out, leads no more or leads another team sees what is hers now, or nothing. */
const checkAgain = async ({ hub, board }: Opened): Promise<void> => {
  for (const watcher of [...board.watchers]) {
    const user = await sessionUserOf(hub, watcher.userId, watcher.sessionId);
    if (user === null || user.role !== 'team-lead')
      watcher.socket.close(liveCloseCodes.signInRequired, 'the session ended');
    else board.rescope(watcher, await leadScopeOf(hub.database.db, user));
  }
};

const seatRoute = (app: HubApp, hub: HubDependencies): void => {
  const seen = new SeenOnce();
  app.get(
    `${routes.seats}/:userId`,
    {
      schema: {
        tags: ['lead'],
        summary: 'The call and the day of an advisor of mine',
        params: z.object({ userId: idSchema }),
        response: { 200: seatContextSchema, ...problemResponses },
      },
      config: { access: ['team-lead'] },
    },
    async (request) => {
      const asked = { userId: request.params.userId, correlationId: request.id, seen };
      return orRefuse(await seatContextOf(hub, signedInOf(request), asked));
    },
  );
};

export const boardRoutes = (app: HubApp, opened: Opened): void => {
  seatRoute(app, opened.hub);
  const checking = setInterval(
    () => void checkAgain(opened).catch(() => opened.hub.log.warn('sessions unchecked')),
    checkMs,
  );
  app.addHook('preClose', async () => {
    clearInterval(checking);
    for (const { socket } of opened.board.watchers) socket.close(1001, 'the hub stops');
    opened.board.stop();
  });
  app.route({
    method: 'GET',
    url: routes.board,
    schema: { tags: ['live'], summary: "WebSocket: a team lead's board", security: [] },
    // The token comes in the first message, so that no address holds it.
    config: { access: 'public' },
    handler: async () => {
      throw new Refusal('not-found', 'this is a WebSocket');
    },
    wsHandler: (socket: WebSocket) => attend(opened, socket),
  });
};
