/** Where exchanges break and go on, over all customers. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { channelMapQuerySchema, channelMapSchema } from '@shared/contracts/http/channel-map.ts';
import { routes } from '@shared/contracts/routes.ts';
import { channelMap } from './service.ts';

export const channelMapRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.channelMap,
    {
      schema: {
        tags: ['measures'],
        summary: 'Where exchanges break and go on, what customers want, and how they differ',
        querystring: channelMapQuerySchema,
        response: { 200: channelMapSchema, ...problemResponses },
      },
      config: { access: ['team-lead', 'brand-manager', 'administrator'] },
    },
    async (request) => orRefuse(await channelMap(hub, signedInOf(request), request.query)),
  );
};
