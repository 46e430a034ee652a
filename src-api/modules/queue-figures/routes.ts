/** Figures of the queues of the switch. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  queueFiguresAnswerSchema,
  queueFiguresQuerySchema,
} from '@shared/contracts/http/queue-figures.ts';
import { routes } from '@shared/contracts/routes.ts';
import { queueFiguresFor } from './service.ts';

export const queueFigureRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.queueFigures,
    {
      schema: {
        tags: ['figures'],
        summary: 'What queues achieved, by queue, brand, day, week or month',
        querystring: queueFiguresQuerySchema,
        response: { 200: queueFiguresAnswerSchema, ...problemResponses },
      },
      config: { access: ['team-lead', 'brand-manager', 'administrator'] },
    },
    async (request) => orRefuse(await queueFiguresFor(hub, signedInOf(request), request.query)),
  );
};
