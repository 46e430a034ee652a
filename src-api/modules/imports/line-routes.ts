/** Lines of an import that need somebody, the file of what was refused, and what undoing left. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  importErrorsQuerySchema,
  importKeptSchema,
  importLineChangeSchema,
  importLinePathSchema,
  importLineSchema,
  importLinesQuerySchema,
  importLinesSchema,
  importPathSchema,
  importRemedySchema,
  importSchema,
} from '@shared/contracts/http/imports.ts';
import { routes } from '@shared/contracts/routes.ts';
import { z } from 'zod';
import { errorsFile } from './errors-file.ts';
import { changeLine, listLines, remedyAll } from './lines-service.ts';
import { keptOf } from './service.ts';

const tags = ['imports'];
const config = { access: ['brand-manager', 'administrator'] as const };
const one = `${routes.imports}/:importId`;

const errors = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    `${one}/errors`,
    {
      schema: {
        tags,
        summary: 'The refused lines as a file that can be corrected and sent again as it is',
        produces: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
        params: importPathSchema,
        querystring: importErrorsQuerySchema,
        response: {
          200: z.any().meta({ description: 'The file', type: 'string', format: 'binary' }),
          ...problemResponses,
        },
      },
      config,
    },
    async (request, reply) => {
      const { importId } = request.params;
      const which = { id: importId, actor: actorOf(request) };
      const file = orRefuse(await errorsFile(hub, signedInOf(request), which, request.query));
      reply.header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      );
      return reply.type(file.mediaType).send(file.body);
    },
  );
  app.get(
    `${one}/kept`,
    {
      schema: {
        tags,
        summary: 'What undoing left as it is, and why',
        params: importPathSchema,
        response: { 200: importKeptSchema, ...problemResponses },
      },
      config,
    },
    async (request) => orRefuse(await keptOf(hub, signedInOf(request), request.params.importId)),
  );
};

export const importLineRoutes = (app: HubApp, hub: HubDependencies): void => {
  errors(app, hub);
  app.get(
    `${one}/lines`,
    {
      schema: {
        tags,
        summary:
          'Lines with what became of them: refused ones with their reasons, doubts with whom',
        params: importPathSchema,
        querystring: importLinesQuerySchema,
        response: { 200: importLinesSchema, ...problemResponses },
      },
      config,
    },
    async (request) =>
      orRefuse(await listLines(hub, signedInOf(request), request.params.importId, request.query)),
  );
  app.patch(
    `${one}/lines/:line`,
    {
      schema: {
        tags,
        summary: 'Correct a line in place, leave it out, or say whom a doubtful one means',
        params: importLinePathSchema,
        body: importLineChangeSchema,
        response: { 200: importLineSchema, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { importId: id, line } = request.params;
      return orRefuse(await changeLine(hub, signedInOf(request), { id, line }, request.body));
    },
  );
  app.post(
    `${one}/remedies`,
    {
      schema: {
        tags,
        summary: 'The same remedy for every line that is refused for one reason in one column',
        params: importPathSchema,
        body: importRemedySchema,
        response: { 200: importSchema, ...problemResponses },
      },
      config,
    },
    async (request) =>
      orRefuse(await remedyAll(hub, signedInOf(request), request.params.importId, request.body)),
  );
};
