/** Experiments on speeches. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  experimentPathSchema,
  experimentSchema,
  experimentsSchema,
  newExperimentSchema,
} from '@shared/contracts/http/script-experiments.ts';
import { scriptPathSchema, versionsQuerySchema } from '@shared/contracts/http/scripts.ts';
import type { FastifyRequest } from 'fastify';
import { listExperiments, startExperiment, stopExperiment } from './experiments-service.ts';
import type { Reader } from './reader.ts';

const tags = ['scripts'];
const authors = { access: ['brand-manager', 'administrator'] } as const;

export const experimentRoutes = (
  app: HubApp,
  hub: HubDependencies,
  reader: (request: FastifyRequest) => Promise<Reader>,
): void => {
  app.get(
    '/v1/script-experiments',
    {
      schema: {
        tags,
        summary: 'Experiments on the speeches of my brands, the latest first',
        querystring: versionsQuerySchema,
        response: { 200: experimentsSchema, ...problemResponses },
      },
      config: { access: ['team-lead', 'brand-manager', 'administrator'] },
    },
    async (request) => ({
      experiments: await listExperiments(hub, await reader(request), request.query.scriptId),
    }),
  );
  app.post(
    '/v1/scripts/:scriptId/experiments',
    {
      schema: {
        tags,
        summary: 'Say several versions of a speech to shares of the customers, and compare',
        params: scriptPathSchema,
        body: newExperimentSchema,
        response: { 201: experimentSchema, ...problemResponses },
      },
      config: authors,
    },
    async (request, reply) => {
      const { params, body } = request;
      const started = await startExperiment(hub, await reader(request), params.scriptId, body);
      return reply.code(201).send(orRefuse(started));
    },
  );
  app.post(
    '/v1/script-experiments/:experimentId/stop',
    {
      schema: {
        tags,
        summary: 'End an experiment now; calls that began go on as they are',
        params: experimentPathSchema,
        response: { 200: experimentSchema, ...problemResponses },
      },
      config: authors,
    },
    async (request) =>
      orRefuse(await stopExperiment(hub, await reader(request), request.params.experimentId)),
  );
};
