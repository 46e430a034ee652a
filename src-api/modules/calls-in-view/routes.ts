/** A lead has an advisor's call in view. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { SeenOnce } from '@api/modules/lead-board/context-service.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { seatCallSchema, toldCallSchema } from '@shared/contracts/http/seat-call.ts';
import { routes } from '@shared/contracts/routes.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import { z } from 'zod';
import { endSeatCall, seatCallOf, tellCall } from './service.ts';

const leads = { access: ['team-lead'] } as const;
const params = z.object({ userId: idSchema });
const done = { 204: z.null(), ...problemResponses };

export const callInViewRoutes = (app: HubApp, hub: HubDependencies): void => {
  const seen = new SeenOnce();
  app.get(
    `${routes.seats}/:userId/call`,
    {
      schema: {
        tags: ['lead'],
        summary: 'The call that an advisor of mine is in, while I look at it: read only, and kept',
        params,
        response: { 200: seatCallSchema, ...problemResponses },
      },
      config: leads,
    },
    async (request) => {
      const asked = { userId: request.params.userId, correlationId: request.id, seen };
      return orRefuse(await seatCallOf(hub, signedInOf(request), asked));
    },
  );
  app.delete(
    `${routes.seats}/:userId/call`,
    {
      schema: { tags: ['lead'], summary: 'I look at it no more', params, response: done },
      config: leads,
    },
    async (request, reply) => {
      await endSeatCall(hub, signedInOf(request), request.params.userId);
      return reply.code(204).send(null);
    },
  );
  app.put(
    routes.myCall,
    {
      schema: {
        tags: ['help'],
        summary: 'What only my desktop knows of my call, while a lead of mine has it in view',
        body: toldCallSchema,
        response: done,
      },
      config: { access: ['advisor'] },
    },
    async (request, reply) => {
      orRefuse(await tellCall(hub, signedInOf(request), request.body));
      return reply.code(204).send(null);
    },
  );
};
