/** Who else is on a customer now. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { customerPathSchema } from '@shared/contracts/http/customers.ts';
import { viewersSchema } from '@shared/contracts/http/viewers.ts';
import { routes } from '@shared/contracts/routes.ts';
import { z } from 'zod';
import { leave, view } from './service.ts';

const tags = ['customers'];
const path = `${routes.customers}/:customerId/viewing`;

export const viewerRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.put(
    path,
    {
      schema: {
        tags,
        summary: 'I have this customer on screen; who else has?',
        params: customerPathSchema,
        response: { 200: viewersSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      const asked = { customerId: request.params.customerId, correlationId: request.id };
      return orRefuse(await view(hub, signedInOf(request), asked));
    },
  );
  app.delete(
    path,
    {
      schema: {
        tags,
        summary: 'I have it on screen no more',
        params: customerPathSchema,
        response: { 204: z.void(), ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request, reply) => {
      await leave(hub, signedInOf(request), request.params.customerId);
      return reply.code(204).send();
    },
  );
};
