/** What the next two hours bring to each queue. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { problemResponses } from '@api/plugins/problems.ts';
import { queueForecastsSchema } from '@shared/contracts/http/queue-forecasts.ts';
import { routes } from '@shared/contracts/routes.ts';
import { queueForecastsOf } from './service.ts';

export const queueForecastRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.queueForecasts,
    {
      schema: {
        tags: ['lead'],
        summary: 'The queues of my brands two hours back and two ahead, and the advisors they need',
        response: { 200: queueForecastsSchema, ...problemResponses },
      },
      config: { access: ['team-lead'] },
    },
    (request) => queueForecastsOf(hub, signedInOf(request)),
  );
};
