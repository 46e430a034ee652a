/** Where other systems tell what happened: public, for the signature is the authentication. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { makeGate } from '@api/modules/intake/gate.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { hookEventSchema } from '@shared/contracts/hooks/event.ts';
import { hookAnswerSchema, hookLimits, sourcePathSchema } from '@shared/contracts/http/sources.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { receive } from './service.ts';

/** Of the pool's twelve connections: events of one thing wait for each other, desktops for nobody. */
const takenAtOnce = 3;
/** Of one sender to one source; a flood from elsewhere does not use it up. */
const perSender = { max: 1_200, timeWindow: 60_000 };

/** For the document; that they are missing or wrong is for the signature to say. */
const signedHeadersSchema = z.object({
  'webhook-id': z.string().meta({
    description: 'Of this message, the same at each try: up to 200 signs of ASCII',
    examples: ['msg_2048'],
  }),
  'webhook-timestamp': z.string().meta({
    description: `When it is sent, in seconds since 1970; ${hookLimits.toleranceSeconds} seconds off at most`,
    examples: ['1796032800'],
  }),
  'webhook-signature': z.string().meta({
    description:
      'v1, and base64 of HMAC-SHA-256 over "id.timestamp.body", keyed by the bytes whose base64 follows whsec_ in the secret',
  }),
});

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

const senderOf = (request: FastifyRequest): string =>
  `${request.ip} ${(request.params as { sourceId?: string }).sourceId ?? ''}`;

/** Needs the rate limit of the auth routes: register after them. */
export const hookRoutes = async (app: HubApp, hub: HubDependencies): Promise<void> => {
  const gate = makeGate(takenAtOnce);
  await app.register(async (scope: HubApp) => {
    // The signature is over the bytes: whatever they are, they are kept as they came.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    scope.post(
      `${routes.hooks}/:sourceId`,
      {
        bodyLimit: hookLimits.bodyBytes,
        schema: {
          tags: ['hooks'],
          summary:
            'One event of a source, signed after Standard Webhooks, once in effect by its id',
          description: `Signed after Standard Webhooks (standardwebhooks.com), ${hookLimits.bodyBytes / 1024} KB at most. What is signed is always kept: 200 when it took effect, 202 when it waits in quarantine for somebody to correct it.`,
          security: [],
          headers: signedHeadersSchema,
          params: sourcePathSchema,
          body: hookEventSchema,
          response: { 200: hookAnswerSchema, 202: hookAnswerSchema, ...problemResponses },
        },
        // Nothing is checked before the signature is.
        validatorCompiler: () => (value) => ({ value }),
        config: {
          access: 'public',
          rateLimit: { ...perSender, keyGenerator: senderOf },
        },
      },
      async (request, reply) => {
        const body: unknown = request.body;
        const answer = orRefuse(
          await receive(hub, gate, {
            sourceId: request.params.sourceId,
            messageId: header(request, 'webhook-id'),
            timestamp: header(request, 'webhook-timestamp'),
            signature: header(request, 'webhook-signature'),
            body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
          }),
        );
        return reply.code(answer.status === 'applied' ? 200 : 202).send(answer);
      },
    );
  });
};
