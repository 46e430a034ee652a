/** Callbacks that wait. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { callbacksQuerySchema, callbacksSchema } from '@shared/contracts/http/customers.ts';
import { callbackSchema } from '@shared/domain/callback/callback.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import { z } from 'zod';
import { openCallbacks, takeCallback } from './service.ts';

export const callbackRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/callbacks',
    {
      schema: {
        tags: ['callbacks'],
        summary: 'Open callbacks of my brands, the next one due first',
        querystring: callbacksQuerySchema,
        response: { 200: callbacksSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => ({
      callbacks: await openCallbacks(hub, signedInOf(request), request.query.limit),
    }),
  );
  app.post(
    '/v1/callbacks/:callbackId/take',
    {
      schema: {
        tags: ['callbacks'],
        summary: 'Take a call to make, so that nobody else makes it',
        params: z.object({ callbackId: idSchema }),
        response: { 200: callbackSchema, ...problemResponses },
      },
      config: { access: ['advisor', 'team-lead'] },
    },
    async (request) =>
      orRefuse(await takeCallback(hub, signedInOf(request), request.params.callbackId)),
  );
};
