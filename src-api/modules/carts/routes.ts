/** Carts that were broken off. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { problemResponses } from '@api/plugins/problems.ts';
import { cartsQuerySchema, cartsSchema } from '@shared/contracts/http/carts.ts';
import { listCarts } from './service.ts';

export const cartRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/carts',
    {
      schema: {
        tags: ['carts'],
        summary: 'Carts that were broken off: to call, called, bought, over, or why nobody calls',
        querystring: cartsQuerySchema,
        response: { 200: cartsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => ({ carts: await listCarts(hub, signedInOf(request), request.query) }),
  );
};
