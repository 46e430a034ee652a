/** Who serves which queue of the switch. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  distributionSchema,
  keptQueueRuleSchema,
  qualificationsSchema,
  queueMoveOrderSchema,
  queueMoveSchema,
  queuePauseOrderSchema,
  queuePauseSchema,
} from '@shared/contracts/http/distribution.ts';
import { routes } from '@shared/contracts/routes.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import { z } from 'zod';
import {
  changeQualifications,
  changeRule,
  distributionFor,
  endOf,
  movePerson,
  pausePerson,
} from './service.ts';

const tags = ['distribution'];
const leads = { access: ['team-lead', 'administrator'] } as const;
const none = { 204: z.null(), ...problemResponses };

const orderRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    `${routes.distribution}/moves`,
    {
      schema: {
        tags,
        summary: 'Put somebody into a queue, or out of it, until a time',
        body: queueMoveOrderSchema,
        response: { 200: queueMoveSchema, ...problemResponses },
      },
      config: leads,
    },
    async (request) => {
      const { userId: personId } = request.body;
      const order = { ...request.body, personId, ...actorOf(request) };
      return orRefuse(await movePerson(hub, signedInOf(request), order));
    },
  );
  app.post(
    `${routes.distribution}/pauses`,
    {
      schema: {
        tags,
        summary: 'Pause somebody in a queue, or in all, until a time',
        body: queuePauseOrderSchema,
        response: { 200: queuePauseSchema, ...problemResponses },
      },
      config: leads,
    },
    async (request) => {
      const { userId: personId } = request.body;
      const order = { ...request.body, personId, ...actorOf(request) };
      return orRefuse(await pausePerson(hub, signedInOf(request), order));
    },
  );
  for (const what of ['move', 'pause'] as const)
    app.post(
      `${routes.distribution}/${what}s/:id/end`,
      {
        schema: {
          tags,
          summary: `End a ${what} before its time`,
          params: z.object({ id: idSchema }),
          response: none,
        },
        config: leads,
      },
      async (request, reply) => {
        const wish = { what, ...request.params, ...actorOf(request) };
        orRefuse(await endOf(hub, signedInOf(request), wish));
        return reply.code(204).send(null);
      },
    );
};

export const distributionRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.distribution,
    {
      schema: {
        tags,
        summary: 'Which of my people serve which queue, and why',
        response: { 200: distributionSchema, ...problemResponses },
      },
      config: leads,
    },
    async (request) => distributionFor(hub, signedInOf(request)),
  );
  app.put(
    `${routes.distribution}/queues/:queue`,
    {
      schema: {
        tags,
        summary: 'Say by which principles a queue is served',
        params: z.object({ queue: z.string().max(80) }),
        body: keptQueueRuleSchema,
        response: { 200: keptQueueRuleSchema, ...problemResponses },
      },
      config: { access: ['administrator'] },
    },
    async (request) => {
      const change = { ...request.params, rule: request.body, ...actorOf(request) };
      return orRefuse(await changeRule(hub, change));
    },
  );
  app.put(
    `${routes.distribution}/people/:personId`,
    {
      schema: {
        tags,
        summary: 'Say what somebody is good at',
        params: z.object({ personId: idSchema }),
        body: qualificationsSchema,
        response: none,
      },
      config: leads,
    },
    async (request, reply) => {
      const change = { ...request.params, ...request.body, ...actorOf(request) };
      orRefuse(await changeQualifications(hub, signedInOf(request), change));
      return reply.code(204).send(null);
    },
  );
  orderRoutes(app, hub);
};
