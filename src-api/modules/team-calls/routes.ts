/** Calls that wait for the team. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { refuseForeignBrand, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { teamCallOfferSchema, teamCallsSchema } from '@shared/contracts/http/team-calls.ts';
import { routes } from '@shared/contracts/routes.ts';
import { teamCallSchema } from '@shared/domain/team-call/team-call.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import { z } from 'zod';
import { closeTeamCall, offerTeamCall, takeTeamCall, teamCallsOf } from './service.ts';

const access = ['advisor', 'team-lead'] as const;
const params = z.object({ callId: idSchema });
const tags = ['presence'];

export const teamCallRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.teamCalls,
    {
      schema: {
        tags,
        summary: 'Calls that are parked by, or ring at, somebody of my team',
        response: { 200: teamCallsSchema, ...problemResponses },
      },
      config: { access },
    },
    async (request) => ({ calls: await teamCallsOf(hub, signedInOf(request)) }),
  );
  app.post(
    routes.teamCalls,
    {
      schema: {
        tags,
        summary: 'Tell my team of a call, and get a free place to park it at',
        body: teamCallOfferSchema,
        response: { 200: teamCallSchema, ...problemResponses },
      },
      config: { access },
    },
    async (request) => {
      refuseForeignBrand(request, request.body.brandId);
      return orRefuse(await offerTeamCall(hub, signedInOf(request), request.body));
    },
  );
  app.post(
    `${routes.teamCalls}/:callId/take`,
    {
      schema: {
        tags,
        summary: 'Take one, so that nobody else does',
        params,
        response: { 200: teamCallSchema, ...problemResponses },
      },
      config: { access },
    },
    async (request) =>
      orRefuse(await takeTeamCall(hub, signedInOf(request), request.params.callId)),
  );
  app.post(
    `${routes.teamCalls}/:callId/close`,
    {
      schema: {
        tags,
        summary: 'It waits no more',
        params,
        response: { 204: z.null(), ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) => {
      await closeTeamCall(hub, signedInOf(request), request.params.callId);
      return reply.code(204).send(null);
    },
  );
};
