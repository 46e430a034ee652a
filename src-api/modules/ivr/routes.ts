/** What the caller said before somebody answered. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { refuseForeignBrand } from '@api/plugins/access.ts';
import { problemResponses } from '@api/plugins/problems.ts';
import { ivrAnswerSchema, ivrQuerySchema } from '@shared/contracts/http/ivr.ts';
import { routes } from '@shared/contracts/routes.ts';
import { readIvr } from './service.ts';

export const ivrRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.ivr,
    {
      schema: {
        tags: ['ivr'],
        summary: 'What the caller typed and said to the voice server, by call or by number',
        querystring: ivrQuerySchema,
        response: { 200: ivrAnswerSchema, ...problemResponses },
      },
      config: { access: ['advisor', 'team-lead'] },
    },
    async (request) => {
      refuseForeignBrand(request, request.query.brandId);
      return { ivr: await readIvr(hub, request.query) };
    },
  );
};
