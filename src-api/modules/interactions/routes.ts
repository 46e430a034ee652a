/** One interaction over REST; many are read with their customer. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  handedCallsQuerySchema,
  handedCallsSchema,
  interactionPathSchema,
  revisionsSchema,
} from '@shared/contracts/http/interactions.ts';
import { routes } from '@shared/contracts/routes.ts';
import { lastCallsOf, readRevisions } from './service.ts';

export const interactionRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/interactions/:interactionId/revisions',
    {
      schema: {
        tags: ['interactions'],
        summary: 'What an interaction was before each change: by whom, when and why',
        params: interactionPathSchema,
        response: { 200: revisionsSchema, ...problemResponses },
      },
      config: { access: ['team-lead', 'administrator'] },
    },
    async (request) =>
      orRefuse(await readRevisions(hub, signedInOf(request), request.params.interactionId)),
  );
  app.get(
    routes.handedCalls,
    {
      schema: {
        tags: ['interactions'],
        summary: 'The last answered calls of a number with a brand, within forty minutes',
        description:
          'For whoever takes over a call of somebody who is not known: the answers of its speech go on in hers.',
        querystring: handedCallsQuerySchema,
        response: { 200: handedCallsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => orRefuse(await lastCallsOf(hub, signedInOf(request), request.query)),
  );
};
