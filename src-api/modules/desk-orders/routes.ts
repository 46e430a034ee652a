/** What a lead has a desktop do, and what the desktop answers. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  deskOrderDoneSchema,
  deskOrderSchema,
  deskOrdersSchema,
  givenDeskOrderSchema,
} from '@shared/contracts/http/desk-orders.ts';
import { routes } from '@shared/contracts/routes.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import { z } from 'zod';
import { answerOrder, giveOrder, ordersFor } from './service.ts';

const tags = ['lead'];

export const deskOrderRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    `${routes.deskOrders}/:userId`,
    {
      schema: {
        tags,
        summary:
          "Have an advisor's desktop change its state, sign out, or let go what it is stuck in",
        params: z.object({ userId: idSchema }),
        body: deskOrderSchema,
        response: { 200: givenDeskOrderSchema, ...problemResponses },
      },
      config: { access: ['team-lead'] },
    },
    async (request) =>
      orRefuse(
        await giveOrder(hub, signedInOf(request), {
          userId: request.params.userId,
          order: request.body,
          correlationId: request.id,
        }),
      ),
  );
  app.get(
    `${routes.deskOrders}/mine`,
    {
      schema: {
        tags,
        summary: 'What my lead has my desktop do now',
        response: { 200: deskOrdersSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => ({ orders: await ordersFor(hub, signedInOf(request).id) }),
  );
  app.post(
    `${routes.deskOrders}/:orderId/answer`,
    {
      schema: {
        tags,
        summary: 'It is done, or cannot be',
        params: z.object({ orderId: idSchema }),
        body: deskOrderDoneSchema,
        response: { 204: z.null(), ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request, reply) => {
      const { orderId: id } = request.params;
      const userId = signedInOf(request).id;
      orRefuse(await answerOrder(hub, { id, userId, outcome: request.body.outcome }));
      return reply.code(204).send(null);
    },
  );
};
