/** Callbacks that wait. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { problemResponses } from '@api/plugins/problems.ts';
import { callbacksQuerySchema, callbacksSchema } from '@shared/contracts/http/customers.ts';
import { openCallbacks } from './service.ts';

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
};
