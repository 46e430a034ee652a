/** Who speaks for a company; both cards tell it to every desktop that holds them. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { contactPathSchema, contactSchema } from '@shared/contracts/http/contacts.ts';
import { routes } from '@shared/contracts/routes.ts';
import { z } from 'zod';
import { endContact, saveContact } from './service.ts';

const tags = ['customers'];
const path = `${routes.customers}/:customerId/contacts/:contactId`;

export const contactRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.put(
    path,
    {
      schema: {
        tags,
        summary: 'A person speaks for this company',
        params: contactPathSchema,
        body: contactSchema,
        response: { 204: z.null(), ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request, reply) => {
      const { customerId: companyId, contactId } = request.params;
      const asked = { user: signedInOf(request), companyId, contactId, correlationId: request.id };
      orRefuse(await saveContact(hub, asked, request.body));
      return reply.code(204).send(null);
    },
  );
  app.delete(
    path,
    {
      schema: {
        tags,
        summary: 'The link was a mistake; one that has ended is given its last day instead',
        params: contactPathSchema,
        response: { 204: z.null(), ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request, reply) => {
      const { customerId: companyId, contactId } = request.params;
      const asked = { user: signedInOf(request), companyId, contactId, correlationId: request.id };
      orRefuse(await endContact(hub, asked));
      return reply.code(204).send(null);
    },
  );
};
