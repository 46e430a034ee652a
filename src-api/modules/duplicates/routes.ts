/** Duplicates: listed, reported, dismissed; merged and parted by the merges module. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { customerPathSchema } from '@shared/contracts/http/customers.ts';
import {
  duplicatesQuerySchema,
  duplicatesSchema,
  likenessesSchema,
  pairSchema,
} from '@shared/contracts/http/duplicates.ts';
import { routes } from '@shared/contracts/routes.ts';
import { z } from 'zod';
import { dismiss, likenessesOf, listDuplicates, report } from './service.ts';

const tags = ['duplicates'];
const deciding = ['team-lead', 'brand-manager', 'administrator'] as const;

const decisions = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    `${routes.duplicates}/dismiss`,
    {
      schema: {
        tags,
        summary: 'Two cards are two customers; it is not proposed again while they look as alike',
        body: pairSchema,
        response: { 204: z.null(), ...problemResponses },
      },
      config: { access: deciding },
    },
    async (request, reply) => {
      orRefuse(await dismiss(hub, signedInOf(request), request.body, request.id));
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${routes.duplicates}/report`,
    {
      schema: {
        tags,
        summary: 'Somebody who knows them says that two cards are one customer',
        body: pairSchema,
        response: { 204: z.null(), ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request, reply) => {
      orRefuse(await report(hub, signedInOf(request), request.body, request.id));
      return reply.code(204).send(null);
    },
  );
};

export const duplicateRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.duplicates,
    {
      schema: {
        tags,
        summary: 'Pairs of cards that may be one customer, with what speaks for and against it',
        querystring: duplicatesQuerySchema,
        response: { 200: duplicatesSchema, ...problemResponses },
      },
      config: { access: deciding },
    },
    (request) => listDuplicates(hub, signedInOf(request), request.query),
  );
  app.get(
    `${routes.customers}/:customerId/likenesses`,
    {
      schema: {
        tags,
        summary: 'Whom this customer may be as well',
        params: customerPathSchema,
        response: { 200: likenessesSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) =>
      orRefuse(await likenessesOf(hub, signedInOf(request), request.params.customerId)),
  );
  decisions(app, hub);
};
