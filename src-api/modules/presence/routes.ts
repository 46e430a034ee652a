/** The colleagues a call can go to. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { problemResponses } from '@api/plugins/problems.ts';
import { colleaguesSchema } from '@shared/contracts/http/colleagues.ts';
import { routes } from '@shared/contracts/routes.ts';
import { colleaguesOf } from './service.ts';

export const presenceRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.colleagues,
    {
      schema: {
        tags: ['presence'],
        summary: 'Colleagues with a telephone, with their state and since when',
        response: { 200: colleaguesSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => ({ colleagues: await colleaguesOf(hub, signedInOf(request).id) }),
  );
};
