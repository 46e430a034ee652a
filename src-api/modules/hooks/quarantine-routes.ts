/** The quarantine: listed, tried again, corrected, given up; many at once. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, signedInOf } from '@api/plugins/access.ts';
import { problemResponses } from '@api/plugins/problems.ts';
import {
  givingUpSchema,
  quarantineQuerySchema,
  quarantineSchema,
  replaySchema,
  settledSchema,
} from '@shared/contracts/http/sources.ts';
import { routes } from '@shared/contracts/routes.ts';
import * as quarantine from './quarantine-service.ts';

const tags = ['quarantine'];
const config = { access: ['brand-manager', 'administrator'] } as const;

export const quarantineRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.quarantine,
    {
      schema: {
        tags,
        summary: 'Events that could not take effect, oldest first, with what is wrong',
        querystring: quarantineQuerySchema,
        response: { 200: quarantineSchema, ...problemResponses },
      },
      config,
    },
    (request) => quarantine.listQuarantine(hub, signedInOf(request), request.query),
  );
  app.post(
    `${routes.quarantine}/replay`,
    {
      schema: {
        tags,
        summary: 'Try events again, as they are or corrected',
        body: replaySchema,
        response: { 200: settledSchema, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { items } = request.body;
      return {
        items: await quarantine.replay(hub, signedInOf(request), actorOf(request), items),
      };
    },
  );
  app.post(
    `${routes.quarantine}/give-up`,
    {
      schema: {
        tags,
        summary: 'Give events up, with the reason',
        body: givingUpSchema,
        response: { 200: settledSchema, ...problemResponses },
      },
      config,
    },
    async (request) => ({
      items: await quarantine.giveUp(hub, signedInOf(request), actorOf(request), request.body),
    }),
  );
};
