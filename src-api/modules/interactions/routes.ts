/** One interaction over REST; many are read with their customer. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { interactionPathSchema, revisionsSchema } from '@shared/contracts/http/interactions.ts';
import { readRevisions } from './service.ts';

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
};
