/** How long what is kept, and the proof of every purge. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf } from '@api/plugins/access.ts';
import { problemResponses } from '@api/plugins/problems.ts';
import {
  purgesSchema,
  retentionChangeSchema,
  retentionKindSchema,
  retentionSchema,
} from '@shared/contracts/http/privacy.ts';
import { routes } from '@shared/contracts/routes.ts';
import { z } from 'zod';
import { changeRetention, purgeAll, purges, retentionOf } from './retention-service.ts';

const tags = ['privacy'];
const administrator = { access: ['administrator'] } as const;

export const retentionRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.retention,
    {
      schema: {
        tags,
        summary: 'How long each kind of data is kept, how much is due, and the last proof',
        response: { 200: retentionSchema, ...problemResponses },
      },
      config: administrator,
    },
    async () => retentionOf(hub),
  );
  app.put(
    `${routes.retention}/:kind`,
    {
      schema: {
        tags,
        summary: 'Keep one kind of data for so many days, with the reason',
        params: z.object({ kind: retentionKindSchema }),
        body: retentionChangeSchema,
        response: { 200: retentionSchema, ...problemResponses },
      },
      config: administrator,
    },
    async (request) => {
      await changeRetention(hub, actorOf(request), request.params.kind, request.body);
      return retentionOf(hub);
    },
  );
  app.get(
    `${routes.retention}/purges`,
    {
      schema: {
        tags,
        summary: 'Every purge with its link of the chain, newest first',
        response: { 200: purgesSchema, ...problemResponses },
      },
      config: administrator,
    },
    async () => ({ purges: await purges(hub) }),
  );
  app.post(
    `${routes.retention}/purges`,
    {
      schema: {
        tags,
        summary: 'Purge now what is due; it also happens each night',
        response: { 200: purgesSchema, ...problemResponses },
      },
      config: administrator,
    },
    async () => ({ purges: await purgeAll(hub) }),
  );
};
