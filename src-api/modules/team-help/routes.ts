/** A team lead in the calls of her advisors. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  helpOrderSchema,
  helpReasonSchema,
  helpSchema,
  helpWayChangeSchema,
  myHelpsSchema,
} from '@shared/contracts/http/team-help.ts';
import { routes } from '@shared/contracts/routes.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import { z } from 'zod';
import { beginHelp, changeWay, helpsOf, stopHelp, takeOver } from './service.ts';

const tags = ['help'];
const leads = { access: ['team-lead'] } as const;
const params = z.object({ helpId: idSchema });
const done = { 204: z.null(), ...problemResponses };

const ownRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    `${routes.teamHelp}/mine`,
    {
      schema: {
        tags,
        summary: 'Who is in my call, as far as I am to be shown it, and in whose call I am',
        response: { 200: myHelpsSchema, ...problemResponses },
      },
      config: { access: ['advisor', 'team-lead'] },
    },
    async (request) => helpsOf(hub, signedInOf(request)),
  );
};

const givenRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    `${routes.teamHelp}/:helpId/way`,
    {
      schema: {
        tags,
        summary: 'Listen, whisper or barge in, in the same call',
        params,
        body: helpWayChangeSchema,
        response: { 200: helpSchema, ...problemResponses },
      },
      config: leads,
    },
    async (request) => {
      const change = { ...request.params, ...request.body, ...actorOf(request) };
      return orRefuse(await changeWay(hub, signedInOf(request), change));
    },
  );
  app.post(
    `${routes.teamHelp}/:helpId/take-over`,
    {
      schema: {
        tags,
        summary: 'The customer stays with me, and the advisor is out',
        params,
        body: helpReasonSchema,
        response: { 200: helpSchema, ...problemResponses },
      },
      config: leads,
    },
    async (request) => {
      const wish = { ...request.params, ...request.body, ...actorOf(request) };
      return orRefuse(await takeOver(hub, signedInOf(request), wish));
    },
  );
  app.post(
    `${routes.teamHelp}/:helpId/end`,
    {
      schema: { tags, summary: 'Leave the call', params, response: done },
      config: leads,
    },
    async (request, reply) => {
      const wish = { ...request.params, ...actorOf(request) };
      orRefuse(await stopHelp(hub, signedInOf(request), wish));
      return reply.code(204).send(null);
    },
  );
};

export const teamHelpRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    routes.teamHelp,
    {
      schema: {
        tags,
        summary: 'Go into the call of an advisor of mine; my telephone rings',
        body: helpOrderSchema,
        response: { 200: helpSchema, ...problemResponses },
      },
      config: leads,
    },
    async (request) => {
      const order = { ...request.body, ...actorOf(request) };
      return orRefuse(await beginHelp(hub, signedInOf(request), order));
    },
  );
  ownRoutes(app, hub);
  givenRoutes(app, hub);
};
