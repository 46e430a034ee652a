/** How role-plays went. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { runsSchema } from '@shared/contracts/http/role-plays.ts';
import { routes } from '@shared/contracts/routes.ts';
import { playRunSchema } from '@shared/domain/role-play/run.ts';
import { z } from 'zod';
import { keepRun, runsFor } from './run-service.ts';

const tags = ['role-plays'];

export const runRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.rolePlayRuns,
    {
      schema: {
        tags,
        summary: 'My reports, and for a team lead those of her team, newest first',
        response: { 200: runsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => ({ runs: await runsFor(hub, signedInOf(request)) }),
  );
  app.post(
    routes.rolePlayRuns,
    {
      schema: {
        tags,
        summary: 'The report of a role-play that I played',
        body: playRunSchema,
        response: { 204: z.void(), ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request, reply) => {
      orRefuse(await keepRun(hub, signedInOf(request), request.body));
      return reply.code(204).send();
    },
  );
};
