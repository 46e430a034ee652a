/** Builds the application out of its dependencies; it does not listen, so tests can inject. */

import helmet from '@fastify/helmet';
import websocket from '@fastify/websocket';
import { correlationHeader } from '@shared/contracts/http/problem.ts';
import Fastify, { LogController } from 'fastify';
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { HubApp, HubDependencies } from './hub-app.ts';
import { auditRoutes } from './modules/audit/routes.ts';
import { makeAccessTokens } from './modules/auth/access-tokens.ts';
import { authRoutes } from './modules/auth/routes.ts';
import { readAccessToken } from './modules/auth/service.ts';
import { brandRuleRoutes } from './modules/brand-rules/routes.ts';
import { brandRoutes } from './modules/brands/routes.ts';
import { wordingRoutes } from './modules/brands/wording-routes.ts';
import { callbackRoutes } from './modules/callbacks/routes.ts';
import { cartRoutes } from './modules/carts/routes.ts';
import { contactRoutes } from './modules/contacts/routes.ts';
import { customerRoutes } from './modules/customers/routes.ts';
import { deadlineRoutes } from './modules/deadlines/routes.ts';
import { directoryRoutes } from './modules/directory/routes.ts';
import { duplicateRoutes } from './modules/duplicates/routes.ts';
import { favouriteRoutes } from './modules/favourites/routes.ts';
import { grantRoutes } from './modules/grants/routes.ts';
import { healthRoutes } from './modules/health/routes.ts';
import { quarantineRoutes } from './modules/hooks/quarantine-routes.ts';
import { hookRoutes } from './modules/hooks/routes.ts';
import { intakeRoutes } from './modules/intake/routes.ts';
import { interactionRoutes } from './modules/interactions/routes.ts';
import { ivrRoutes } from './modules/ivr/routes.ts';
import { liveRoutes } from './modules/live/routes.ts';
import { mergeRoutes } from './modules/merges/routes.ts';
import { presenceRoutes } from './modules/presence/routes.ts';
import { rolePlayRoutes } from './modules/role-plays/routes.ts';
import { runRoutes } from './modules/role-plays/run-routes.ts';
import { scriptRoutes } from './modules/scripts/routes.ts';
import { sourceRoutes } from './modules/sources/routes.ts';
import { syncRoutes } from './modules/sync/routes.ts';
import { teamCallRoutes } from './modules/team-calls/routes.ts';
import { installAccess } from './plugins/access.ts';
import { installCrossOrigin } from './plugins/cross-origin.ts';
import { installDocumentation } from './plugins/documentation.ts';
import { installProblems } from './plugins/problems.ts';
import { installRequestLog } from './plugins/request-log.ts';
import { trainingRoutes } from './training/routes.ts';

/** 200 mutations of 4,000-character notes fit; a larger body is `payload-too-large`. */
const bodyLimitBytes = 8 * 1024 * 1024;
const webSocketLimitBytes = 64 * 1024;
const correlationPattern = /^[A-Za-z0-9._-]{8,64}$/;

/** Who the customers are, and what they and the brands have with each other. */
const aboutCustomers = (app: HubApp, hub: HubDependencies): void => {
  customerRoutes(app, hub);
  contactRoutes(app, hub);
  duplicateRoutes(app, hub);
  mergeRoutes(app, hub);
  callbackRoutes(app, hub);
};

/** What other systems tell, and what it comes to. */
const toldRoutes = async (app: HubApp, hub: HubDependencies): Promise<void> => {
  await intakeRoutes(app, hub);
  await hookRoutes(app, hub);
  sourceRoutes(app, hub);
  quarantineRoutes(app, hub);
  interactionRoutes(app, hub);
  ivrRoutes(app, hub);
  cartRoutes(app, hub);
};

export const buildApp = async (dependencies: HubDependencies): Promise<HubApp> => {
  const tokens = makeAccessTokens(dependencies.tokenSecret, dependencies.clock);
  const hub = { ...dependencies, tokens };
  const app: HubApp = Fastify({
    loggerInstance: dependencies.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    requestIdHeader: false,
    genReqId: (request) => {
      const given = request.headers[correlationHeader];
      return typeof given === 'string' && correlationPattern.test(given)
        ? given
        : dependencies.newId();
    },
    forceCloseConnections: 'idle',
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  installProblems(app);
  installRequestLog(app);
  installCrossOrigin(app, dependencies.allowedOrigins);
  const readToken = (token: string) => readAccessToken(hub, token);
  installAccess(app, readToken);
  await app.register(helmet, { global: true, contentSecurityPolicy: false });
  await app.register(websocket, { options: { maxPayload: webSocketLimitBytes } });
  await installDocumentation(app);
  healthRoutes(app, hub);
  await authRoutes(app, hub);
  syncRoutes(app, hub);
  await toldRoutes(app, hub);
  await liveRoutes(app, hub, readToken);
  aboutCustomers(app, hub);
  brandRoutes(app, hub);
  brandRuleRoutes(app, hub);
  deadlineRoutes(app, hub);
  grantRoutes(app, hub);
  wordingRoutes(app, hub);
  scriptRoutes(app, hub);
  directoryRoutes(app, hub);
  presenceRoutes(app, hub);
  favouriteRoutes(app, hub);
  teamCallRoutes(app, hub);
  auditRoutes(app, hub);
  rolePlayRoutes(app, hub);
  runRoutes(app, hub);
  trainingRoutes(app, hub);
  return app;
};
