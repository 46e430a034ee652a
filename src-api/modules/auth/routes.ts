/** Sign-in, refresh, sign-out, and who I am. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { trainingUrl } from '@api/modules/lines/service.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses, Refusal } from '@api/plugins/problems.ts';
import rateLimit from '@fastify/rate-limit';
import {
  refreshRequestSchema,
  sessionSchema,
  signInRequestSchema,
} from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { userSchema } from '@shared/domain/user/user.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AccessTokens } from './access-tokens.ts';
import { type Caller, refreshSession, signIn, signInDelay, signOut } from './service.ts';

/** One address may ask this often in all; argon2 is meant to be slow, not to be a lever. */
const perAddress = { max: 300, timeWindow: 60_000 };

const callerOf = (request: FastifyRequest): Caller => ({
  address: request.ip,
  trainingAddress: trainingUrl(request.host, request.protocol),
  correlationId: request.id,
});

export const authRoutes = async (
  app: HubApp,
  hub: HubDependencies & { readonly tokens: AccessTokens },
): Promise<void> => {
  const tags = ['auth'];
  await app.register(rateLimit, { global: false });
  const open = { access: 'public' as const, rateLimit: perAddress };
  const response = { 200: sessionSchema, ...problemResponses };
  app.post(
    routes.signIn,
    {
      schema: {
        tags,
        summary: 'Sign in with login and password',
        security: [],
        body: signInRequestSchema,
        response,
      },
      config: open,
    },
    async (request) => {
      const caller = callerOf(request);
      const delay = await signInDelay(hub, request.body.login, caller);
      if (delay > 0) throw new Refusal('rate-limited', undefined, delay);
      return orRefuse(await signIn(hub, request.body, caller));
    },
  );
  app.post(
    routes.refresh,
    {
      schema: { tags, summary: 'Next tokens', security: [], body: refreshRequestSchema, response },
      config: open,
    },
    async (request) => orRefuse(await refreshSession(hub, request.body, callerOf(request))),
  );
  app.post(
    routes.signOut,
    {
      schema: {
        tags,
        summary: 'End the session',
        security: [],
        body: refreshRequestSchema,
        response: { 204: z.void(), ...problemResponses },
      },
      config: open,
    },
    async (request, reply) => {
      await signOut(hub, request.body);
      return reply.code(204).send();
    },
  );
  app.get(
    routes.me,
    {
      schema: {
        tags,
        summary: 'Who I am, in which role, for which brands',
        response: { 200: userSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      const { sessionId: _, ...user } = signedInOf(request);
      return user;
    },
  );
};
