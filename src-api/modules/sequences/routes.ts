/** How far the people of a campaign are in its sequence. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { campaignPathSchema } from '@shared/contracts/http/campaigns.ts';
import { sequenceStandingSchema } from '@shared/contracts/http/letters.ts';
import { routes } from '@shared/contracts/routes.ts';
import { sequenceStanding } from './service.ts';

export const sequenceRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    `${routes.campaigns}/:campaignId/sequence`,
    {
      schema: {
        tags: ['campaigns'],
        summary: 'How many steps went out, which were left out and why, whose call is not due yet',
        params: campaignPathSchema,
        response: { 200: sequenceStandingSchema, ...problemResponses },
      },
      config: { access: ['team-lead', 'brand-manager', 'administrator'] },
    },
    async (request) =>
      orRefuse(await sequenceStanding(hub, signedInOf(request), request.params.campaignId)),
  );
};
