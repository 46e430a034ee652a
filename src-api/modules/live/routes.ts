/** WebSocket /v1/live: says that something changed, to the desktops it concerns, never what. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { livingSessions } from '@api/modules/auth/service.ts';
import type { SignedIn, TokenReader } from '@api/plugins/access.ts';
import { Refusal } from '@api/plugins/problems.ts';
import {
  type LiveFromHub,
  liveCloseCodes,
  liveFromDesktopSchema,
} from '@shared/contracts/live/live.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { ProtocolRange } from '@shared/contracts/sync/protocol.ts';
import type { DeskNow } from '@shared/domain/lead-board/desk-now.ts';
import type { WebSocket } from 'ws';
import { Announcer, type Listening } from './announcer.ts';

export const liveLimits = {
  helloMs: 10_000,
  pingMs: 25_000,
  /** A desktop that reads nothing is cut off; it pulls everything when it comes back. */
  bufferedBytes: 64 * 1024,
} as const;

type Listener = {
  readonly id: string;
  readonly socket: WebSocket;
  user: SignedIn | null;
  answered: boolean;
  /** What it said that it shows: a desktop of before is told nothing of it. */
  shows: readonly string[];
};

/** Where goes what desktops say of now, and that one is heard no more. */
export type Desks = {
  readonly say: (userId: string, connectionId: string, now: DeskNow) => void;
  readonly lose: (userId: string, connectionId: string) => void;
  readonly changed: (userIds: readonly string[] | null) => void;
};

/** How a hello is read and answered. */
type Greeting = {
  readonly read: TokenReader;
  readonly protocols: ProtocolRange;
  readonly newId: () => string;
  readonly desks: Desks;
};

const parse = (data: unknown) => {
  try {
    return liveFromDesktopSchema.safeParse(JSON.parse(String(data)));
  } catch {
    return liveFromDesktopSchema.safeParse(null);
  }
};

const tell = ({ socket }: Listener, message: LiveFromHub): void => {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > liveLimits.bufferedBytes) {
    socket.close(liveCloseCodes.tooSlow, 'too slow');
    return;
  }
  socket.send(JSON.stringify(message));
};

const welcome = async (
  listener: Listener,
  token: string,
  { read, protocols }: Greeting,
): Promise<void> => {
  const user = await read(token).catch(() => null);
  if (user === null || user.wipeOrdered) {
    listener.socket.close(liveCloseCodes.signInRequired, 'sign in');
    return;
  }
  listener.user = user;
  tell(listener, { type: 'welcome', protocols, hears: ['now', 'messages', 'show'] });
};

const receive = (listener: Listener, data: unknown, greeting: Greeting): void => {
  const message = parse(data);
  if (!message.success) {
    listener.socket.close(liveCloseCodes.malformed, 'malformed');
    return;
  }
  listener.answered = true;
  if (message.data.type === 'hello') void welcome(listener, message.data.accessToken, greeting);
  else if (listener.user === null) listener.socket.close(liveCloseCodes.signInRequired, 'sign in');
  else if (message.data.type === 'now') {
    listener.shows = message.data.now.hears ?? [];
    greeting.desks.say(listener.user.id, listener.id, message.data.now);
  }
};

const pingAll = (listeners: ReadonlySet<Listener>): void => {
  for (const listener of listeners) {
    if (!listener.answered) {
      listener.socket.terminate();
      continue;
    }
    listener.answered = false;
    tell(listener, { type: 'ping' });
  }
};

const endSessions = (
  listeners: ReadonlySet<Listener>,
  lives: (sessionId: string) => boolean,
): void => {
  for (const { socket, user } of listeners) {
    if (user !== null && !lives(user.sessionId)) {
      socket.close(liveCloseCodes.signInRequired, 'the session ended');
    }
  }
};

const attend = (socket: WebSocket, listeners: Set<Listener>, greeting: Greeting): void => {
  const listener: Listener = {
    id: greeting.newId(),
    socket,
    user: null,
    answered: true,
    shows: [],
  };
  listeners.add(listener);
  const hello = setTimeout(() => {
    if (listener.user === null) socket.close(liveCloseCodes.signInRequired, 'no hello');
  }, liveLimits.helloMs);
  socket.on('message', (data: unknown) => receive(listener, data, greeting));
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearTimeout(hello);
    listeners.delete(listener);
    if (listener.user !== null) greeting.desks.lose(listener.user.id, listener.id);
  });
};

/** Who is told what: one line for each kind of news. `null`: it may concern anybody. */
const announcing = (listeners: ReadonlySet<Listener>): Omit<Listening, 'desks' | 'ended'> => {
  const tellWho = (
    type: LiveFromHub['type'],
    isFor: (user: SignedIn) => boolean,
    needs: string | null = null,
  ) => {
    for (const listener of listeners)
      if (listener.user !== null && isFor(listener.user))
        if (needs === null || listener.shows.includes(needs))
          tell(listener, { type } as LiveFromHub);
  };
  const serves = (brandIds: ReadonlySet<string> | null) => (user: SignedIn) =>
    brandIds === null || user.brandIds.some((brandId) => brandIds.has(brandId));
  return {
    changed: (brandIds) => tellWho('changed', serves(brandIds)),
    campaigns: (id) => tellWho('campaigns', serves(id === null ? null : new Set([id]))),
    teamCalls: (id) =>
      tellWho('team-calls', (user) => id === null || user.teamId === id || user.id === id),
    helps: (ids) => tellWho('help', (user) => ids === null || ids.includes(user.id)),
    alerts: () => tellWho('alerts', (user) => user.role !== 'advisor'),
    messages: (ids) =>
      tellWho('messages', (user) => ids === null || ids.includes(user.id), 'messages'),
    views: (id) => tellWho('show', (user) => id === null || user.id === id, 'show'),
    orders: (id) => tellWho('orders', (user) => id === null || user.id === id),
    schedules: (id) => tellWho('schedules', (user) => id === null || user.teamId === id),
  };
};

export const liveRoutes = async (
  app: HubApp,
  hub: HubDependencies,
  { read, desks }: { readonly read: TokenReader; readonly desks: Desks },
): Promise<void> => {
  const listeners = new Set<Listener>();
  const checkSessions = () => {
    const ids = [...listeners].flatMap(({ user }) => user?.sessionId ?? []);
    livingSessions(hub, ids).then(
      (living) => endSessions(listeners, (id) => living.has(id) || !ids.includes(id)),
      () => hub.log.warn('sessions unchecked'),
    );
  };
  const announcer = new Announcer(hub.database, hub.log, {
    ...announcing(listeners),
    desks: desks.changed,
    ended: (sessionId) => {
      if (sessionId === null) checkSessions();
      else endSessions(listeners, (id) => id !== sessionId);
    },
  });
  await announcer.start();
  const pinging = setInterval(() => {
    pingAll(listeners);
    checkSessions();
  }, liveLimits.pingMs);
  app.addHook('preClose', async () => {
    clearInterval(pinging);
    for (const { socket } of listeners) socket.close(1001, 'the hub stops');
    await announcer.stop();
  });
  app.route({
    method: 'GET',
    url: routes.live,
    schema: { tags: ['live'], summary: 'WebSocket: something changed', security: [] },
    // The token comes in the first message, so that no address holds it.
    config: { access: 'public' },
    handler: async () => {
      throw new Refusal('not-found', 'this is a WebSocket');
    },
    wsHandler: (socket: WebSocket) =>
      attend(socket, listeners, { read, protocols: hub.wire.range, newId: hub.newId, desks }),
  });
};
