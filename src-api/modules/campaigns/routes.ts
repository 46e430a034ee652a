/** Campaigns of the user's brands. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  campaignPathSchema,
  campaignsQuerySchema,
  campaignsSchema,
  campaignViewSchema,
  changeCampaignSchema,
  copyCampaignSchema,
  moveCampaignSchema,
} from '@shared/contracts/http/campaigns.ts';
import { campaignSettingsSchema } from '@shared/domain/campaign/campaign.ts';
import {
  campaignForecastSchema,
  campaignPlanSchema,
  forecastCampaign,
} from '@shared/domain/campaign/forecast.ts';
import type { Role } from '@shared/domain/user/user.ts';
import type { FastifyRequest } from 'fastify';
import { allFiguresRoutes } from './all-figures-routes.ts';
import { campaignFiguresRoutes } from './figures-routes.ts';
import { campaignListRoutes } from './list-routes.ts';
import {
  changeCampaign,
  copyCampaign,
  createCampaign,
  listCampaigns,
  moveCampaign,
  readCampaign,
} from './service.ts';

const tags = ['campaigns'];
const makers: readonly Role[] = ['team-lead', 'brand-manager', 'administrator'];

const whoOf = (request: FastifyRequest) => ({
  user: signedInOf(request),
  actor: actorOf(request),
});

const readingRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/campaigns',
    {
      schema: {
        tags,
        summary: 'Campaigns of my brands, the newest first, with their counts',
        querystring: campaignsQuerySchema,
        response: { 200: campaignsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => ({
      campaigns: await listCampaigns(hub, signedInOf(request), request.query.status),
    }),
  );
  app.get(
    '/v1/campaigns/:campaignId',
    {
      schema: {
        tags,
        summary: 'One campaign, with what keeps it from being started',
        params: campaignPathSchema,
        response: { 200: campaignViewSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) =>
      orRefuse(await readCampaign(hub, signedInOf(request), request.params.campaignId)),
  );
  app.post(
    '/v1/campaigns/forecast',
    {
      schema: {
        tags,
        summary: 'What a campaign would bring, with intervals; nothing is kept',
        body: campaignPlanSchema,
        response: { 200: campaignForecastSchema, ...problemResponses },
      },
      config: { access: makers },
    },
    async (request) => forecastCampaign(request.body),
  );
};

const settingsRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    '/v1/campaigns',
    {
      schema: {
        tags,
        summary: 'A new campaign, as a draft',
        body: campaignSettingsSchema,
        response: { 200: campaignViewSchema, ...problemResponses },
      },
      config: { access: makers },
    },
    async (request) => orRefuse(await createCampaign(hub, whoOf(request), request.body)),
  );
  app.put(
    '/v1/campaigns/:campaignId',
    {
      schema: {
        tags,
        summary: 'Change a campaign; its pace and rules hold from the next call on',
        params: campaignPathSchema,
        body: changeCampaignSchema,
        response: { 200: campaignViewSchema, ...problemResponses },
      },
      config: { access: makers },
    },
    async (request) =>
      orRefuse(await changeCampaign(hub, whoOf(request), request.params.campaignId, request.body)),
  );
};

const lifeRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    '/v1/campaigns/:campaignId/move',
    {
      schema: {
        tags,
        summary: 'Start, pause or stop it; what keeps it from being started is said all at once',
        params: campaignPathSchema,
        body: moveCampaignSchema,
        response: { 200: campaignViewSchema, ...problemResponses },
      },
      config: { access: makers },
    },
    async (request) => {
      const { campaignId } = request.params;
      return orRefuse(await moveCampaign(hub, whoOf(request), campaignId, request.body.move));
    },
  );
  app.post(
    '/v1/campaigns/:campaignId/copy',
    {
      schema: {
        tags,
        summary: 'A new draft with the settings of another, without its people',
        params: campaignPathSchema,
        body: copyCampaignSchema,
        response: { 200: campaignViewSchema, ...problemResponses },
      },
      config: { access: makers },
    },
    async (request) => {
      const { campaignId } = request.params;
      return orRefuse(await copyCampaign(hub, whoOf(request), campaignId, request.body.name));
    },
  );
};

export const campaignRoutes = (app: HubApp, hub: HubDependencies): void => {
  readingRoutes(app, hub);
  settingsRoutes(app, hub);
  lifeRoutes(app, hub);
  campaignFiguresRoutes(app, hub);
  allFiguresRoutes(app, hub);
  campaignListRoutes(app, hub);
};
