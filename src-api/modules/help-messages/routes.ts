/** What advisors and their leads write to one another. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  helpMessageSchema,
  helpMessagesSchema,
  messageOrderSchema,
  messagesReadSchema,
} from '@shared/contracts/http/help-messages.ts';
import { routes } from '@shared/contracts/routes.ts';
import { z } from 'zod';
import { messagesFor, readMessages, sendMessage } from './service.ts';

const tags = ['help'];
const both = { access: ['advisor', 'team-lead'] } as const;

export const helpMessageRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.helpMessages,
    {
      schema: {
        tags,
        summary: 'What was written in the last hours to me, by me and among those whom I lead',
        response: { 200: helpMessagesSchema, ...problemResponses },
      },
      config: both,
    },
    async (request) => ({ messages: await messagesFor(hub, signedInOf(request)) }),
  );
  app.post(
    routes.helpMessages,
    {
      schema: {
        tags,
        summary: 'Write to my leads, to an advisor of mine, or to a team of mine',
        body: messageOrderSchema,
        response: { 200: helpMessageSchema, ...problemResponses },
      },
      config: both,
    },
    async (request) => {
      const order = { ...request.body, correlationId: request.id };
      return orRefuse(await sendMessage(hub, signedInOf(request), order));
    },
  );
  app.post(
    `${routes.helpMessages}/read`,
    {
      schema: {
        tags,
        summary: 'I have read these',
        body: messagesReadSchema,
        response: { 204: z.null(), ...problemResponses },
      },
      config: both,
    },
    async (request, reply) => {
      await readMessages(hub, signedInOf(request), request.body.ids);
      return reply.code(204).send(null);
    },
  );
};
