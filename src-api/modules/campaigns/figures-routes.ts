/** How a campaign goes, for those who run it. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { csvMediaType, csvOf } from '@api/sheets/write-csv.ts';
import {
  experimentReportSchema,
  powerAnswerSchema,
  powerQuerySchema,
} from '@shared/contracts/http/campaign-experiments.ts';
import {
  campaignFiguresSchema,
  campaignPeopleSchema,
  campaignResultsSchema,
  peopleQuerySchema,
  resultsQuerySchema,
} from '@shared/contracts/http/campaign-figures.ts';
import { listPathSchema } from '@shared/contracts/http/campaign-lists.ts';
import { campaignPathSchema } from '@shared/contracts/http/campaigns.ts';
import { areaBodySchema, areaSchema } from '@shared/contracts/http/communes.ts';
import type { Role } from '@shared/domain/user/user.ts';
import { z } from 'zod';
import { areaOf } from './area-service.ts';
import { excludedOf } from './excluded-service.ts';
import { experimentOf, planned } from './experiment-service.ts';
import { figuresOf } from './figures-service.ts';
import { peopleOf } from './people-service.ts';
import { resultsOf } from './results-service.ts';

const tags = ['campaigns'];
const runners: readonly Role[] = ['team-lead', 'brand-manager', 'administrator'];

const experimentRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/campaigns/:campaignId/experiment',
    {
      schema: {
        tags,
        summary:
          'What its experiment found, with intervals and in plain words; sealed while it must be',
        params: campaignPathSchema,
        response: { 200: experimentReportSchema, ...problemResponses },
      },
      config: { access: runners },
    },
    async (request) =>
      orRefuse(await experimentOf(hub, signedInOf(request), request.params.campaignId)),
  );
  app.post(
    '/v1/campaigns/power',
    {
      schema: {
        tags,
        summary: 'How many people an experiment needs, and what some number of them finds',
        body: powerQuerySchema,
        response: { 200: powerAnswerSchema, ...problemResponses },
      },
      config: { access: runners },
    },
    async (request) => planned(request.body),
  );
};

const goingRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/campaigns/:campaignId/figures',
    {
      schema: {
        tags,
        summary:
          'How a campaign goes now: against its plan, by hour, by ending, by arm, by advisor',
        params: campaignPathSchema,
        response: { 200: campaignFiguresSchema, ...problemResponses },
      },
      config: { access: runners },
    },
    async (request) =>
      orRefuse(await figuresOf(hub, signedInOf(request), request.params.campaignId)),
  );
  app.get(
    '/v1/campaigns/:campaignId/results',
    {
      schema: {
        tags,
        summary: 'What a campaign brought and cost, by advisor, team, hour, area, speech or day',
        params: campaignPathSchema,
        querystring: resultsQuerySchema,
        response: { 200: campaignResultsSchema, ...problemResponses },
      },
      config: { access: runners },
    },
    async (request) => {
      const { campaignId } = request.params;
      return orRefuse(await resultsOf(hub, signedInOf(request), campaignId, request.query.by));
    },
  );
};

const peopleRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/campaigns/:campaignId/people',
    {
      schema: {
        tags,
        summary: 'The people of a campaign, a page at a time, each with what the law says now',
        params: campaignPathSchema,
        querystring: peopleQuerySchema,
        response: { 200: campaignPeopleSchema, ...problemResponses },
      },
      config: { access: runners },
    },
    async (request) => {
      const { campaignId } = request.params;
      return orRefuse(await peopleOf(hub, signedInOf(request), campaignId, request.query));
    },
  );
  app.post(
    '/v1/campaigns/:campaignId/area',
    {
      schema: {
        tags,
        summary: 'Households of some communes, and how many of them the law lets the campaign call',
        params: campaignPathSchema,
        body: areaBodySchema,
        response: { 200: areaSchema, ...problemResponses },
      },
      config: { access: runners },
    },
    async (request) => {
      const { campaignId } = request.params;
      return orRefuse(await areaOf(hub, signedInOf(request), campaignId, request.body));
    },
  );
};

const excludedRoute = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/campaigns/:campaignId/lists/:listId/excluded',
    {
      schema: {
        tags,
        summary: 'Whom the list leaves out, one by one with the rule and article, as CSV',
        params: listPathSchema,
        produces: ['text/csv'],
        response: { 200: z.any().meta({ format: 'binary' }), ...problemResponses },
      },
      config: { access: runners },
    },
    async (request, reply) => {
      const { campaignId, listId } = request.params;
      const rows = orRefuse(await excludedOf(hub, signedInOf(request), campaignId, listId));
      return reply
        .type(csvMediaType)
        .header('content-disposition', 'attachment; filename="exclus.csv"')
        .send(csvOf(rows));
    },
  );
};

export const campaignFiguresRoutes = (app: HubApp, hub: HubDependencies): void => {
  experimentRoutes(app, hub);
  goingRoutes(app, hub);
  peopleRoutes(app, hub);
  excludedRoute(app, hub);
};
