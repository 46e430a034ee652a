/** Sources: made, changed, switched off, their secret rotated. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  newSourceSchema,
  rotationSchema,
  sourceChangeSchema,
  sourcePathSchema,
  sourcesSchema,
  sourceWithSecretSchema,
} from '@shared/contracts/http/sources.ts';
import { routes } from '@shared/contracts/routes.ts';
import { sourceSchema } from '@shared/domain/source/source.ts';
import * as sources from './service.ts';

const tags = ['sources'];
const config = { access: ['administrator'] } as const;

export const sourceRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.sources,
    {
      schema: {
        tags,
        summary: 'The systems that may tell the hub what happened',
        response: { 200: sourcesSchema, ...problemResponses },
      },
      config,
    },
    async () => ({ sources: await sources.listSources(hub) }),
  );
  app.post(
    routes.sources,
    {
      schema: {
        tags,
        summary: 'A new source; its secret is shown this once',
        body: newSourceSchema,
        response: { 201: sourceWithSecretSchema, ...problemResponses },
      },
      config,
    },
    async (request, reply) => {
      const made = orRefuse(await sources.createSource(hub, actorOf(request), request.body));
      return reply.code(201).send(made);
    },
  );
  app.patch(
    `${routes.sources}/:sourceId`,
    {
      schema: {
        tags,
        summary: 'Rename a source, change its brands, switch it off or on',
        params: sourcePathSchema,
        body: sourceChangeSchema,
        response: { 200: sourceSchema, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { params, body } = request;
      return orRefuse(await sources.changeSource(hub, actorOf(request), params.sourceId, body));
    },
  );
  app.post(
    `${routes.sources}/:sourceId/rotate`,
    {
      schema: {
        tags,
        summary: 'A new secret; the old one is taken for a while as well',
        params: sourcePathSchema,
        body: rotationSchema,
        response: { 200: sourceWithSecretSchema, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { params, body } = request;
      const actor = actorOf(request);
      return orRefuse(
        await sources.rotateSource(hub, actor, params.sourceId, body.oldValidMinutes),
      );
    },
  );
};
