/** Customers, found and read; what is written to them goes through the sync routes. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  customerDetailSchema,
  customerHistorySchema,
  customerPathSchema,
  customerSearchSchema,
  customersSchema,
  interactionPageQuerySchema,
  interactionPageSchema,
} from '@shared/contracts/http/customers.ts';
import { routes } from '@shared/contracts/routes.ts';
import { readCustomer, readHistory, readInteractions, searchCustomers } from './service.ts';

const tags = ['customers'];

const oneCustomer = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    `${routes.customers}/:customerId/interactions`,
    {
      schema: {
        tags,
        summary: 'Exchanges over all channels, newest first',
        params: customerPathSchema,
        querystring: interactionPageQuerySchema,
        response: { 200: interactionPageSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      const { customerId } = request.params;
      return orRefuse(await readInteractions(hub, signedInOf(request), customerId, request.query));
    },
  );
  app.get(
    `${routes.customers}/:customerId/history`,
    {
      schema: {
        tags,
        summary: 'Who changed which field, when, from what',
        params: customerPathSchema,
        response: { 200: customerHistorySchema, ...problemResponses },
      },
      config: { access: ['team-lead', 'administrator'] },
    },
    async (request) =>
      orRefuse(await readHistory(hub, signedInOf(request), request.params.customerId)),
  );
};

export const customerRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.customers,
    {
      schema: {
        tags,
        summary: 'Find customers by name, number, e-mail or case',
        querystring: customerSearchSchema,
        response: { 200: customersSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => orRefuse(await searchCustomers(hub, signedInOf(request), request.query)),
  );
  app.get(
    `${routes.customers}/:customerId`,
    {
      schema: {
        tags,
        summary: 'A customer with cases, consents and callbacks',
        params: customerPathSchema,
        response: { 200: customerDetailSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      const { customerId } = request.params;
      return orRefuse(await readCustomer(hub, signedInOf(request), customerId, request.id));
    },
  );
  oneCustomer(app, hub);
};
