/** WebSocket /sip (RFC 7118) of the training switch, and the line of a user's simulated customer. */
import { createHmac } from 'node:crypto';
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { lineSettingsOf, trainingDomain, trainingUrl } from '@api/modules/lines/service.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { problemResponses, Refusal } from '@api/plugins/problems.ts';
import { customerLineSchema, type TrainingLines } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { User } from '@shared/domain/user/user.ts';
import type { WebSocket } from 'ws';
import { linePassword, loadNumberPlan } from './number-plan-repository.ts';
import type { Peer } from './peer.ts';
import { customerAgent, extensionOfAgent } from './routing.ts';
import { writeSip } from './sip-message.ts';
import { TrainingSwitch } from './switch.ts';

const keepAlive = '\r\n\r\n';
const keepAliveAnswer = '\r\n';

const peerOf = (socket: WebSocket): Peer => ({
  user: null,
  isOpen: () => socket.readyState === socket.OPEN,
  send: (message) => {
    if (socket.readyState === socket.OPEN) socket.send(writeSip(message));
  },
});

const attend = (socket: WebSocket, training: TrainingSwitch, hub: HubDependencies): void => {
  if (socket.protocol !== 'sip') {
    socket.close(1002, 'the sub-protocol is sip');
    return;
  }
  const peer = peerOf(socket);
  socket.on('message', (data: Buffer) => {
    const text = String(data);
    if (text === keepAlive) socket.send(keepAliveAnswer);
    else {
      training.receive(peer, text).catch((error: unknown) => {
        hub.log.warn(
          { cause: error instanceof Error ? error.message : 'unknown' },
          'SIP unanswered',
        );
      });
    }
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => training.disconnect(peer));
};

type Passwords = (extension: string) => string;

/** Fresh at each start: nobody registers as a customer with what an earlier start gave out. */
const customerPasswords =
  (secret: Uint8Array): Passwords =>
  (extension) =>
    createHmac('sha256', secret).update(extension).digest('base64url');

const startSwitch = (hub: HubDependencies, secret: Uint8Array, passwords: Passwords) =>
  new TrainingSwitch({
    domain: trainingDomain,
    clock: hub.clock,
    newId: hub.newId,
    secret,
    passwordOf: async (user) => {
      const extension = extensionOfAgent(user);
      return extension === null ? linePassword(hub.database.db, user) : passwords(extension);
    },
    plan: () => loadNumberPlan(hub.database.db),
  });

const trainingLinesOf = async (
  hub: HubDependencies,
  user: User,
  address: string,
  passwords: Passwords,
): Promise<TrainingLines> => {
  const own = await lineSettingsOf({ ...hub, pbx: null }, user, address);
  if (own === null || !hub.training) return { trainingCustomer: null, trainingAdvisor: null };
  const customer = { user: customerAgent(own.user), password: passwords(own.user) };
  return { trainingCustomer: { ...own, ...customer, displayName: '' }, trainingAdvisor: own };
};

const switchRoute = (app: HubApp, hub: HubDependencies, training: TrainingSwitch): void => {
  app.route({
    method: 'GET',
    url: routes.trainingLine,
    schema: { tags: ['training'], summary: 'WebSocket: SIP of the training switch', security: [] },
    // SIP brings its own proof of identity, a digest.
    config: { access: 'public' },
    handler: async () => {
      throw new Refusal('not-found', 'this is a WebSocket');
    },
    wsHandler: (socket: WebSocket) => attend(socket, training, hub),
  });
};

export const trainingRoutes = (app: HubApp, hub: HubDependencies): void => {
  const secret = hub.random(32);
  const passwords = customerPasswords(secret);
  const training = startSwitch(hub, secret, passwords);
  app.addHook('preClose', async () => training.stop());
  if (hub.training) switchRoute(app, hub, training);
  app.get(
    routes.customerLine,
    {
      schema: {
        tags: ['training'],
        summary: 'My line at the training switch, and that of the simulated customer',
        response: { 200: customerLineSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      const address = trainingUrl(request.host, request.protocol);
      const user = signedInOf(request);
      return trainingLinesOf(hub, user, address, passwords);
    },
  );
};
