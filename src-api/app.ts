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
import { makeAccessTokens } from './modules/auth/access-tokens.ts';
import { readAccessToken } from './modules/auth/service.ts';
import { installAccess } from './plugins/access.ts';
import { installCrossOrigin } from './plugins/cross-origin.ts';
import { installDocumentation } from './plugins/documentation.ts';
import { installPacking } from './plugins/packing.ts';
import { installProblems } from './plugins/problems.ts';
import { installRequestLog } from './plugins/request-log.ts';
import { registerRoutes } from './register-routes.ts';

/** 200 mutations of 4,000-character notes fit; a larger body is `payload-too-large`. */
const bodyLimitBytes = 8 * 1024 * 1024;
const webSocketLimitBytes = 64 * 1024;
const correlationPattern = /^[A-Za-z0-9._-]{8,64}$/;

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
  await installPacking(app);
  await app.register(websocket, { options: { maxPayload: webSocketLimitBytes } });
  await installDocumentation(app);
  await registerRoutes(app, hub, readToken);
  return app;
};
