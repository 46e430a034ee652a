/** How a campaign is dialled now, and whose calls I take. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { campaignPathSchema } from '@shared/contracts/http/campaigns.ts';
import {
  campaignSignInSchema,
  diallingViewSchema,
  signInToCampaignSchema,
} from '@shared/contracts/http/dialling.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Role } from '@shared/domain/user/user.ts';
import { signedInTo, signInToCampaign, signOutOfCampaign } from './sign-in-service.ts';
import { diallingOfCampaign } from './view-service.ts';

const tags = ['campaigns'];
const callers: readonly Role[] = ['advisor', 'team-lead'];

export const diallerRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    `${routes.campaigns}/:campaignId/dialling`,
    {
      schema: {
        tags,
        summary:
          'How it is dialled at this moment and why, who takes its calls, how many found nobody',
        params: campaignPathSchema,
        response: { 200: diallingViewSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) =>
      orRefuse(await diallingOfCampaign(hub, signedInOf(request), request.params.campaignId)),
  );
  app.get(
    routes.campaignSignIn,
    {
      schema: {
        tags,
        summary: 'The campaign whose calls the dialler puts through to me',
        response: { 200: campaignSignInSchema, ...problemResponses },
      },
      config: { access: callers },
    },
    (request) => signedInTo(hub, signedInOf(request)),
  );
  app.put(
    routes.campaignSignIn,
    {
      schema: {
        tags,
        summary: 'Take the calls of this campaign, and of no other; until I go offline',
        body: signInToCampaignSchema,
        response: { 200: campaignSignInSchema, ...problemResponses },
      },
      config: { access: callers },
    },
    async (request) =>
      orRefuse(await signInToCampaign(hub, signedInOf(request), request.body.campaignId)),
  );
  app.delete(
    routes.campaignSignIn,
    {
      schema: {
        tags,
        summary: 'Take no calls of a campaign any more',
        response: { 200: campaignSignInSchema, ...problemResponses },
      },
      config: { access: callers },
    },
    (request) => signOutOfCampaign(hub, signedInOf(request)),
  );
};
