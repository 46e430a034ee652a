/** What a person may ask for: her data, its erasure, its restriction. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { customerPathSchema } from '@shared/contracts/http/customers.ts';
import {
  erasureSchema,
  erasuresSchema,
  personalDataSchema,
  reasonSchema,
  restrictionSchema,
} from '@shared/contracts/http/privacy.ts';
import { routes } from '@shared/contracts/routes.ts';
import { z } from 'zod';
import { readableFile } from './readable-file.ts';
import { erase, erasures, personalData, setRestriction } from './service.ts';

const tags = ['privacy'];
const administrator = { access: ['administrator'] } as const;
const path = `${routes.customers}/:customerId`;

const accessRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    `${path}/personal-data`,
    {
      schema: {
        tags,
        summary: 'Everything that is kept of one person, for machines (GDPR 15 and 20)',
        params: customerPathSchema,
        response: { 200: personalDataSchema, ...problemResponses },
      },
      config: administrator,
    },
    async (request) => {
      const { customerId } = request.params;
      return orRefuse(await personalData(hub, signedInOf(request), actorOf(request), customerId));
    },
  );
  app.get(
    `${path}/personal-data.html`,
    {
      schema: {
        tags,
        summary: 'The same, for people',
        params: customerPathSchema,
        response: { 200: z.string(), ...problemResponses },
      },
      config: administrator,
    },
    async (request, reply) => {
      const { customerId } = request.params;
      const data = await personalData(hub, signedInOf(request), actorOf(request), customerId);
      return reply
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
        .header('content-disposition', 'attachment; filename="donnees-personnelles.html"')
        .type('text/html; charset=utf-8')
        .send(readableFile(orRefuse(data)));
    },
  );
};

const erasureRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    `${path}/erase`,
    {
      schema: {
        tags,
        summary: 'Erase a person everywhere, for ever (GDPR 17)',
        params: customerPathSchema,
        body: reasonSchema,
        response: { 200: erasureSchema, ...problemResponses },
      },
      config: administrator,
    },
    async (request) =>
      orRefuse(
        await erase(hub, signedInOf(request), actorOf(request), {
          ...request.params,
          ...request.body,
        }),
      ),
  );
  app.get(
    routes.erasures,
    {
      schema: {
        tags,
        summary: 'Erasures with their proof: rows by table, and which desktop confirmed',
        response: { 200: erasuresSchema, ...problemResponses },
      },
      config: administrator,
    },
    async (request) => ({ erasures: await erasures(hub, signedInOf(request)) }),
  );
};

const restrictionRoutes = (app: HubApp, hub: HubDependencies): void => {
  const change = (method: 'PUT' | 'DELETE', summary: string) =>
    app.route({
      method,
      url: `${path}/restriction`,
      schema: {
        tags,
        summary,
        params: customerPathSchema,
        ...(method === 'PUT' ? { body: reasonSchema } : {}),
        response: { 200: restrictionSchema, ...problemResponses },
      },
      config: administrator,
      handler: async (request) => {
        const { customerId } = customerPathSchema.parse(request.params);
        const reason = method === 'PUT' ? reasonSchema.parse(request.body).reason : null;
        const user = signedInOf(request);
        return orRefuse(await setRestriction(hub, user, actorOf(request), { customerId, reason }));
      },
    });
  change('PUT', 'Keep a person’s data without working with it (GDPR 18)');
  change('DELETE', 'Lift a restriction');
};

export const privacyRoutes = (app: HubApp, hub: HubDependencies): void => {
  accessRoutes(app, hub);
  erasureRoutes(app, hub);
  restrictionRoutes(app, hub);
};
