/** Which words work: of a speech by version and arm, and of one advisor for coaching. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { readerOf } from '@api/modules/scripts/reader.ts';
import { actorOf, everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { scriptPathSchema } from '@shared/contracts/http/scripts.ts';
import {
  coachingQuerySchema,
  coachingSchema,
  measuresQuerySchema,
  speechMeasuresSchema,
} from '@shared/contracts/http/speech-measures.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { FastifyRequest } from 'fastify';
import { coachingOf } from './coaching-service.ts';
import { speechMeasures } from './service.ts';

const tags = ['measures'];

export const speechMeasureRoutes = (app: HubApp, hub: HubDependencies): void => {
  const reader = (request: FastifyRequest) => readerOf(hub, signedInOf(request), actorOf(request));
  app.get(
    '/v1/scripts/:scriptId/measures',
    {
      schema: {
        tags,
        summary: 'Which words work: by version and by arm of experiments, with intervals',
        params: scriptPathSchema,
        querystring: measuresQuerySchema,
        response: { 200: speechMeasuresSchema, ...problemResponses },
      },
      config: { access: ['team-lead', 'brand-manager', 'administrator'] },
    },
    async (request) => {
      const { scriptId } = request.params;
      return orRefuse(await speechMeasures(hub, await reader(request), scriptId, request.query));
    },
  );
  app.get(
    routes.speechCoaching,
    {
      schema: {
        tags,
        summary: 'My own figures; to a team lead those of one of her team, two days later',
        querystring: coachingQuerySchema,
        response: { 200: coachingSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      const who = { user: signedInOf(request), reader: await reader(request) };
      return orRefuse(await coachingOf(hub, who, request.query));
    },
  );
};
