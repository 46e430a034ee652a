/** How a campaign goes, for those who run it. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
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
import { campaignPathSchema } from '@shared/contracts/http/campaigns.ts';
import type { Role } from '@shared/domain/user/user.ts';
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

export const campaignFiguresRoutes = (app: HubApp, hub: HubDependencies): void => {
  experimentRoutes(app, hub);
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
};
