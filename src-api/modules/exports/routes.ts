/** Exports: asked for, looked at, cancelled, taken. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  exportPathSchema,
  exportSchema,
  exportsQuerySchema,
  exportsSchema,
  newExportSchema,
} from '@shared/contracts/http/exports.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import * as service from './service.ts';

const tags = ['exports'];
const config = { access: ['brand-manager', 'administrator'] } as const;
const one = `${routes.exports}/:exportId`;
const params = exportPathSchema;
const whoOf = (request: FastifyRequest) => ({ user: signedInOf(request), actor: actorOf(request) });

const jobRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.exports,
    {
      schema: {
        tags,
        summary: 'Exports of the last time, newest first',
        querystring: exportsQuerySchema,
        response: { 200: exportsSchema, ...problemResponses },
      },
      config,
    },
    async (request) => ({
      exports: await service.listExports(hub, signedInOf(request), request.query.limit),
    }),
  );
  app.post(
    routes.exports,
    {
      schema: {
        tags,
        summary: 'Ask for customers, consents or exchanges of a brand as a table',
        description:
          'It is made in the background: ask for it until it is "done", then take its file within a day.',
        body: newExportSchema,
        response: { 201: exportSchema, ...problemResponses },
      },
      config,
    },
    async (request, reply) =>
      reply.code(201).send(orRefuse(await service.askForExport(hub, whoOf(request), request.body))),
  );
  app.get(
    one,
    {
      schema: {
        tags,
        summary: 'One export, and how far it is',
        params,
        response: { 200: exportSchema, ...problemResponses },
      },
      config,
    },
    async (request) =>
      orRefuse(await service.exportOf(hub, signedInOf(request), request.params.exportId)),
  );
  app.post(
    `${one}/cancel`,
    {
      schema: {
        tags,
        summary: 'Stop it, or throw its file away',
        params,
        response: { 200: exportSchema, ...problemResponses },
      },
      config,
    },
    async (request) =>
      orRefuse(await service.cancelExport(hub, whoOf(request), request.params.exportId)),
  );
};

export const exportRoutes = (app: HubApp, hub: HubDependencies): void => {
  jobRoutes(app, hub);
  app.get(
    `${one}/file`,
    {
      schema: {
        tags,
        summary: 'The file, streamed; who took it is noted',
        params,
        produces: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
        response: { 200: z.any().meta({ format: 'binary' }), ...problemResponses },
      },
      config,
    },
    async (request, reply) => {
      const { exportId } = request.params;
      const file = orRefuse(await service.exportFile(hub, whoOf(request), exportId));
      return reply
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .header('cache-control', 'no-store')
        .type(file.mediaType)
        .send(file.content);
    },
  );
};
