/** Promises of an answer that run. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { problemResponses } from '@api/plugins/problems.ts';
import { deadlinesQuerySchema, deadlinesSchema } from '@shared/contracts/http/promises.ts';
import { routes } from '@shared/contracts/routes.ts';
import { runningDeadlines } from './service.ts';

export const deadlineRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.deadlines,
    {
      schema: {
        tags: ['deadlines'],
        summary: 'By when whom is to be reached, of my brands; most urgent first',
        querystring: deadlinesQuerySchema,
        response: { 200: deadlinesSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => ({
      deadlines: await runningDeadlines(hub, signedInOf(request), request.query),
    }),
  );
};
