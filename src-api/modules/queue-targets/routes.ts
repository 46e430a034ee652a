/** What queues are to achieve. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  keptQueueTargetSchema,
  queueTargetChangeSchema,
  queueTargetsSchema,
} from '@shared/contracts/http/queue-targets.ts';
import { routes } from '@shared/contracts/routes.ts';
import { z } from 'zod';
import { decideTarget, targetsFor } from './service.ts';

const tags = ['figures'];

export const queueTargetRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.queueTargets,
    {
      schema: {
        tags,
        summary: 'What each queue of my brands is to achieve',
        response: { 200: queueTargetsSchema, ...problemResponses },
      },
      config: { access: ['team-lead', 'brand-manager', 'administrator'] },
    },
    async (request) => targetsFor(hub, signedInOf(request)),
  );
  app.put(
    `${routes.queueTargets}/:queue`,
    {
      schema: {
        tags,
        summary: 'Decide it; figures and boards follow within seconds',
        params: z.object({ queue: z.string().min(1).max(80) }),
        body: queueTargetChangeSchema,
        response: { 200: keptQueueTargetSchema, ...problemResponses },
      },
      config: { access: ['team-lead', 'administrator'] },
    },
    async (request) => {
      const change = { ...request.params, ...request.body, correlationId: request.id };
      return orRefuse(await decideTarget(hub, signedInOf(request), change));
    },
  );
};
