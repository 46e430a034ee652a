/** The people of a campaign: who is next, what came of it. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  campaignPathSchema,
  contactPathSchema,
  contactSchema,
  contactsQuerySchema,
  contactsSchema,
  giveBackSchema,
  ownContactsQuerySchema,
  reservedSchema,
  reserveSchema,
  toldAttemptSchema,
} from '@shared/contracts/http/campaigns.ts';
import type { Role } from '@shared/domain/user/user.ts';
import { z } from 'zod';
import { tellAttempt } from './attempt-service.ts';
import { contactsOf } from './contacts-service.ts';
import { giveBack, leasedTo, reserve } from './next-service.ts';

const tags = ['campaigns'];
const callers: readonly Role[] = ['advisor', 'team-lead'];

const listRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/campaign-contacts/mine',
    {
      schema: {
        tags,
        summary:
          'The people that are kept for me now; with nothing left to tell, whose time is over is free',
        querystring: ownContactsQuerySchema,
        response: { 200: contactsSchema, ...problemResponses },
      },
      config: { access: callers },
    },
    async (request) => ({
      contacts: await leasedTo(hub, signedInOf(request), request.query.unsent),
    }),
  );
  app.get(
    '/v1/campaigns/:campaignId/contacts',
    {
      schema: {
        tags,
        summary: 'The people of a campaign: waiting, over, or kept apart as control',
        params: campaignPathSchema,
        querystring: contactsQuerySchema,
        response: { 200: contactsSchema, ...problemResponses },
      },
      config: { access: ['team-lead', 'brand-manager', 'administrator'] },
    },
    async (request) =>
      orRefuse(
        await contactsOf(hub, signedInOf(request), request.params.campaignId, request.query),
      ),
  );
};

const callRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    '/v1/campaigns/:campaignId/reserve',
    {
      schema: {
        tags,
        summary:
          'The next people to call, kept for me alone; nobody when the law allows nobody now',
        params: campaignPathSchema,
        body: reserveSchema,
        response: { 200: reservedSchema, ...problemResponses },
      },
      config: { access: callers },
    },
    async (request) => ({
      contacts: orRefuse(
        await reserve(hub, signedInOf(request), request.params.campaignId, request.body),
      ),
    }),
  );
  app.post(
    '/v1/campaigns/:campaignId/contacts/:contactId/release',
    {
      schema: {
        tags,
        summary: 'Give somebody back, uncalled: for later, or passed over with a reason',
        params: contactPathSchema,
        body: giveBackSchema,
        response: { 200: z.object({ released: z.literal(true) }), ...problemResponses },
      },
      config: { access: callers },
    },
    async (request) => {
      const who = { user: signedInOf(request), actor: actorOf(request) };
      const { contactId } = request.params;
      orRefuse(await giveBack(hub, who, contactId, request.body?.reason ?? null));
      return { released: true as const };
    },
  );
  app.post(
    '/v1/campaigns/:campaignId/contacts/:contactId/attempts',
    {
      schema: {
        tags,
        summary: 'What came of an attempt; told twice it counts once',
        params: contactPathSchema,
        body: toldAttemptSchema,
        response: { 200: contactSchema, ...problemResponses },
      },
      config: { access: callers },
    },
    async (request) =>
      orRefuse(await tellAttempt(hub, signedInOf(request), request.params, request.body)),
  );
};

export const campaignContactRoutes = (app: HubApp, hub: HubDependencies): void => {
  listRoutes(app, hub);
  callRoutes(app, hub);
};
