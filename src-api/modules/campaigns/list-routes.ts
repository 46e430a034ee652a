/** Lists of campaigns: made, watched, cancelled. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  addToListSchema,
  followedEventsSchema,
  listPathSchema,
  listReportSchema,
  madeListSchema,
  madeListsSchema,
} from '@shared/contracts/http/campaign-lists.ts';
import { campaignPathSchema } from '@shared/contracts/http/campaigns.ts';
import type { Role } from '@shared/domain/user/user.ts';
import type { FastifyRequest } from 'fastify';
import { addToList, cancelList, eventsOf, listsOf, readList } from './list-service.ts';

const tags = ['campaigns'];
const makers: readonly Role[] = ['team-lead', 'brand-manager', 'administrator'];

const whoOf = (request: FastifyRequest) => ({
  user: signedInOf(request),
  actor: actorOf(request),
});

const makingRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    '/v1/campaigns/:campaignId/list',
    {
      schema: {
        tags,
        summary:
          'Add whom a query finds or a file names, or only say who may be called and why the others may not',
        description:
          'Answers when the list is through or `waitSeconds` are over: a list whose `state` is `running` goes on by itself.',
        params: campaignPathSchema,
        body: addToListSchema,
        response: { 200: listReportSchema, ...problemResponses },
      },
      config: { access: makers },
    },
    async (request) =>
      orRefuse(await addToList(hub, whoOf(request), request.params.campaignId, request.body)),
  );
  app.post(
    '/v1/campaigns/:campaignId/lists/:listId/cancel',
    {
      schema: {
        tags,
        summary: 'Stop adding; whoever came onto it stays',
        params: listPathSchema,
        response: { 200: madeListSchema, ...problemResponses },
      },
      config: { access: makers },
    },
    async (request) => {
      const { campaignId, listId } = request.params;
      return orRefuse(await cancelList(hub, whoOf(request), campaignId, listId));
    },
  );
};

const explainingRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/campaigns/:campaignId/lists',
    {
      schema: {
        tags,
        summary: 'How its list was made, the newest part first',
        params: campaignPathSchema,
        response: { 200: madeListsSchema, ...problemResponses },
      },
      config: { access: makers },
    },
    async (request) => orRefuse(await listsOf(hub, signedInOf(request), request.params.campaignId)),
  );
  app.get(
    '/v1/campaigns/:campaignId/lists/:listId',
    {
      schema: {
        tags,
        summary: 'One part of it: how far it is, and why people were left out',
        params: listPathSchema,
        response: { 200: madeListSchema, ...problemResponses },
      },
      config: { access: makers },
    },
    async (request) => {
      const { campaignId, listId } = request.params;
      return orRefuse(await readList(hub, signedInOf(request), campaignId, listId));
    },
  );
  app.get(
    '/v1/campaigns/:campaignId/events',
    {
      schema: {
        tags,
        summary:
          'What happened to people while it ran: whom it made contacts, and whom not and why',
        params: campaignPathSchema,
        response: { 200: followedEventsSchema, ...problemResponses },
      },
      config: { access: makers },
    },
    async (request) =>
      orRefuse(await eventsOf(hub, signedInOf(request), request.params.campaignId)),
  );
};

export const campaignListRoutes = (app: HubApp, hub: HubDependencies): void => {
  makingRoutes(app, hub);
  explainingRoutes(app, hub);
};
