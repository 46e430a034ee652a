/** Webhooks out: subscriptions, and what was told or could not be. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  deliveriesQuerySchema,
  deliveriesSchema,
  newSubscriptionSchema,
  redeliveredSchema,
  redeliverySchema,
  subscriptionChangeSchema,
  subscriptionPathSchema,
  subscriptionSchema,
  subscriptionsSchema,
  subscriptionWithSecretSchema,
} from '@shared/contracts/http/webhooks.ts';
import { routes } from '@shared/contracts/routes.ts';
import { z } from 'zod';
import * as webhooks from './service.ts';

const subscribing = {
  summary: 'A new subscription; its secret is shown this once',
  description:
    'The hub then posts {type, timestamp, data: {id, facts}} to the url, signed after Standard Webhooks like the events of a source: webhook-id (the same at each try), webhook-timestamp, webhook-signature. 200 to 299 within ten seconds is a yes; anything else is tried again for three days.',
};
const tags = ['webhooks'];
const config = { access: ['administrator'] } as const;
const one = `${routes.webhooks}/:subscriptionId`;
const params = subscriptionPathSchema;

const deliveryRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    `${one}/deliveries`,
    {
      schema: {
        tags,
        summary: 'What waits, was told, or nobody took, oldest first',
        params,
        querystring: deliveriesQuerySchema,
        response: { 200: deliveriesSchema, ...problemResponses },
      },
      config,
    },
    async (request) =>
      orRefuse(await webhooks.listDeliveries(hub, request.params.subscriptionId, request.query)),
  );
  app.post(
    `${one}/redeliver`,
    {
      schema: {
        tags,
        summary: 'Tell again what nobody took',
        params,
        body: redeliverySchema,
        response: { 200: redeliveredSchema, ...problemResponses },
      },
      config,
    },
    (request) => {
      const { params: path, body } = request;
      return webhooks.redeliver(hub, actorOf(request), path.subscriptionId, body.ids);
    },
  );
};

export const webhookRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.webhooks,
    {
      schema: {
        tags,
        summary: 'Who is told of what',
        response: { 200: subscriptionsSchema, ...problemResponses },
      },
      config,
    },
    async () => ({ subscriptions: await webhooks.listSubscriptions(hub) }),
  );
  app.post(
    routes.webhooks,
    {
      schema: {
        tags,
        ...subscribing,
        body: newSubscriptionSchema,
        response: { 201: subscriptionWithSecretSchema, ...problemResponses },
      },
      config,
    },
    async (request, reply) =>
      reply.code(201).send(orRefuse(await webhooks.subscribe(hub, actorOf(request), request.body))),
  );
  app.patch(
    one,
    {
      schema: {
        tags,
        summary: 'Change a subscription, switch it off or on',
        params,
        body: subscriptionChangeSchema,
        response: { 200: subscriptionSchema, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { params: path, body } = request;
      const { subscriptionId } = path;
      return orRefuse(
        await webhooks.changeSubscription(hub, actorOf(request), subscriptionId, body),
      );
    },
  );
  app.delete(
    one,
    {
      schema: {
        tags,
        summary: 'End a subscription with all that waits for it',
        params,
        response: { 204: z.void(), ...problemResponses },
      },
      config,
    },
    async (request, reply) => {
      const { subscriptionId } = request.params;
      orRefuse(await webhooks.unsubscribe(hub, actorOf(request), subscriptionId));
      return reply.code(204).send();
    },
  );
  deliveryRoutes(app, hub);
};
