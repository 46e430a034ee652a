/** Other systems that are asked about a customer, and the cards they fill. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  connectorChangeSchema,
  connectorPathSchema,
  connectorSchema,
  connectorsQuerySchema,
  connectorsSchema,
  newConnectorBodySchema,
  outsideListQuerySchema,
  outsidePathSchema,
  outsideQuerySchema,
  outsideViewSchema,
  outsideViewsSchema,
  trialSchema,
} from '@shared/contracts/http/connectors.ts';
import { customerPathSchema } from '@shared/contracts/http/customers.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { makeAsk } from './ask.ts';
import { Askers } from './askers.ts';
import * as cards from './cards-service.ts';
import * as connectors from './service.ts';

type Hub = HubDependencies & { readonly askers: Askers };
const tags = ['connectors'];
const config = { access: ['administrator'] } as const;
const one = `${routes.connectors}/:connectorId`;
const params = connectorPathSchema;
const whoOf = (request: FastifyRequest) => ({
  user: signedInOf(request),
  actor: actorOf(request),
});

const cardRoutes = (app: HubApp, hub: Hub): void => {
  app.get(
    `${routes.customers}/:customerId/outside`,
    {
      schema: {
        tags,
        summary: 'Cards of other systems as they are kept; nobody is asked',
        params: customerPathSchema,
        querystring: outsideListQuerySchema,
        response: { 200: outsideViewsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      const asked = { ...request.params, ...request.query };
      return orRefuse(await cards.outsideCardsOf(hub, signedInOf(request), asked));
    },
  );
  app.get(
    `${routes.customers}/:customerId/outside/:connectorId`,
    {
      schema: {
        tags,
        summary: 'One card, asked for now; answers within the system’s time limit',
        params: outsidePathSchema,
        querystring: outsideQuerySchema,
        response: { 200: outsideViewSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      const asked = { ...request.params, ...request.query };
      return orRefuse(await cards.askOutsideCard(hub, signedInOf(request), asked));
    },
  );
  app.post(
    `${one}/try`,
    {
      schema: {
        tags,
        summary: 'Ask a system about one customer, to see whether it works',
        params,
        body: trialSchema,
        response: { 200: outsideViewSchema, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const asked = { ...request.params, ...request.body };
      return orRefuse(await cards.tryConnector(hub, signedInOf(request), asked));
    },
  );
};

const declarationRoutes = (app: HubApp, hub: Hub): void => {
  app.get(
    routes.connectors,
    {
      schema: {
        tags,
        summary: 'The systems that are asked about customers, and how they last answered',
        querystring: connectorsQuerySchema,
        response: { 200: connectorsSchema, ...problemResponses },
      },
      config,
    },
    async (request) => ({
      connectors: await connectors.listConnectors(hub, signedInOf(request), request.query.brandId),
    }),
  );
  app.post(
    routes.connectors,
    {
      schema: {
        tags,
        summary: 'Declare a system; its secret is sealed and shown by no answer',
        body: newConnectorBodySchema,
        response: { 201: connectorSchema, ...problemResponses },
      },
      config,
    },
    async (request, reply) => {
      const made = await connectors.createConnector(hub, whoOf(request), request.body);
      return reply.code(201).send(orRefuse(made));
    },
  );
  app.patch(
    one,
    {
      schema: {
        tags,
        summary: 'Change a system, switch it off or on, give it another secret',
        params,
        body: connectorChangeSchema,
        response: { 200: connectorSchema, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { connectorId } = request.params;
      return orRefuse(
        await connectors.changeConnector(hub, whoOf(request), connectorId, request.body),
      );
    },
  );
  app.delete(
    one,
    {
      schema: {
        tags,
        summary: 'Take a system away, with all it answered',
        params,
        response: { 204: z.void(), ...problemResponses },
      },
      config,
    },
    async (request, reply) => {
      orRefuse(await connectors.removeConnector(hub, whoOf(request), request.params.connectorId));
      return reply.code(204).send();
    },
  );
};

export const connectorRoutes = (app: HubApp, dependencies: HubDependencies): void => {
  const askers = new Askers(makeAsk(dependencies.connectorNetwork), dependencies.clock);
  const hub = { ...dependencies, askers };
  declarationRoutes(app, hub);
  cardRoutes(app, hub);
};
