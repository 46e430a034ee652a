/** Other systems' interactions: NDJSON in, counts and refused rows out. */

import type { Readable } from 'node:stream';
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { problemResponses, Refusal } from '@api/plugins/problems.ts';
import {
  intakeAnswerSchema,
  intakeLimits,
  intakeMediaType,
} from '@shared/contracts/http/intake.ts';
import { routes } from '@shared/contracts/routes.ts';
import { interactionSchema } from '@shared/domain/interaction/interaction.ts';
import { makeGate } from './gate.ts';
import { takeInBody } from './service.ts';

/** Of the pool's twelve connections: desktops always find some free. */
const storingAtOnce = 4;
const perUser = { max: 3_000, timeWindow: 60_000 };

/** Needs the rate limit of the auth routes: register after them. */
export const intakeRoutes = async (app: HubApp, hub: HubDependencies): Promise<void> => {
  const gate = makeGate(storingAtOnce);
  await app.register(async (scope: HubApp) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(intakeMediaType, (_request, body, done) => done(null, body));
    scope.post(
      routes.intake,
      {
        schema: {
          tags: ['intake'],
          summary: 'Interactions of other systems, one a line, each once in effect by its id',
          consumes: [intakeMediaType],
          body: interactionSchema,
          response: { 200: intakeAnswerSchema, ...problemResponses },
        },
        // The schema is each line's; lines are parsed as they arrive.
        validatorCompiler: () => (value) => ({ value }),
        config: {
          access: ['brand-manager', 'administrator'],
          rateLimit: { ...perUser, keyGenerator: (request) => signedInOf(request).id },
        },
      },
      async (request, reply) => {
        if (Number(request.headers['content-length']) > intakeLimits.bytes) {
          throw new Refusal('payload-too-large');
        }
        const body = request.body as unknown as Readable;
        try {
          const intake = { user: signedInOf(request), body, correlationId: request.id };
          return await takeInBody(hub, gate, intake);
        } catch (error) {
          // The rest of the body is not read: this connection cannot carry another request.
          reply.header('connection', 'close');
          body.resume();
          throw error;
        }
      },
    );
  });
};
