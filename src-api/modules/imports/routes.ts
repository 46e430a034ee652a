/** Imports: a file in, its columns confirmed, tried, run, cancelled, undone. */
import type { Readable } from 'node:stream';
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, refuseForeignBrand, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses, Refusal } from '@api/plugins/problems.ts';
import {
  importMediaTypes,
  importPathSchema,
  importQuerySchema,
  importRunSchema,
  importSchema,
  importsQuerySchema,
  importsSchema,
  mappingBodySchema,
  newImportQuerySchema,
} from '@shared/contracts/http/imports.ts';
import { routes } from '@shared/contracts/routes.ts';
import { importLimits } from '@shared/domain/import/progress.ts';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { importLineRoutes } from './line-routes.ts';
import * as service from './service.ts';
import { takeFile, tooLarge } from './upload.ts';

const tags = ['imports'];
export const importing = ['brand-manager', 'administrator'] as const;
const config = { access: importing };
const answers = { response: { 200: importSchema, ...problemResponses } };
const one = `${routes.imports}/:importId`;

const uploads = async (app: HubApp, hub: HubDependencies): Promise<void> => {
  await app.register(async (scope: HubApp) => {
    scope.removeAllContentTypeParsers();
    // Whatever it is called, the file is known by its bytes.
    scope.addContentTypeParser('*', (_request, body, done) => done(null, body));
    scope.post(
      routes.imports,
      {
        schema: {
          tags,
          summary: 'A CSV or XLSX file of customers, consents or interactions, as it is',
          description: `The body is the file (--data-binary @file.csv), at most ${importLimits.bytes / 1024 / 1024} MB and ${importLimits.lines} lines. It is read in the background: ask for the import until it is no longer "reading".`,
          consumes: [...importMediaTypes],
          querystring: newImportQuerySchema,
          body: z.string().meta({ description: 'The file itself', format: 'binary' }),
          response: { 201: importSchema, ...problemResponses },
        },
        validatorCompiler: (route) =>
          route.httpPart === 'body'
            ? (value) => ({ value })
            : validatorCompiler(route as unknown as Parameters<typeof validatorCompiler>[0]),
        config,
      },
      async (request, reply) => {
        refuseForeignBrand(request, request.query.brandId);
        const body = request.body as unknown as Readable | null | undefined;
        if (request.headers['content-type']?.startsWith('multipart/')) {
          throw new Refusal(
            'media-type-unsupported',
            'the body is the file itself and no form: curl --data-binary @file.csv',
          );
        }
        if (Number(request.headers['content-length']) > importLimits.bytes) throw tooLarge();
        if (body === null || body === undefined) {
          throw new Refusal('input-malformed', 'the body is empty: send the file as it is');
        }
        const user = signedInOf(request);
        try {
          const sent = { query: request.query, body, userId: user.id, correlationId: request.id };
          const id = await takeFile(hub, sent);
          return reply.code(201).send(orRefuse(await service.viewAgain(hub, user, id)));
        } catch (error) {
          // The rest of the body is not read: this connection cannot carry another request.
          reply.header('connection', 'close');
          body.resume();
          throw error;
        }
      },
    );
  });
};

const readings = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.imports,
    {
      schema: {
        tags,
        summary: 'Imports of the last time, newest first, with what they wrote',
        querystring: importsQuerySchema,
        response: { 200: importsSchema, ...problemResponses },
      },
      config,
    },
    async (request) => ({
      imports: await service.listImports(hub, signedInOf(request), request.query.limit),
    }),
  );
  app.get(
    one,
    {
      schema: {
        tags,
        summary: 'One import: its columns, how far it is, what its lines come to',
        params: importPathSchema,
        querystring: importQuerySchema,
        ...answers,
      },
      config,
    },
    async (request) => {
      const { importId } = request.params;
      const user = signedInOf(request);
      return orRefuse(await service.viewWhenDone(hub, user, importId, request.query.wait));
    },
  );
};

const steps = {
  'dry-run': { summary: 'Try every line; nothing is written', take: service.tryImport },
  cancel: { summary: 'Stop; what was written stays and can be undone', take: service.cancelImport },
  undo: {
    summary: 'Take back what it wrote, within seven days, unless somebody worked on it since',
    take: service.undoImport,
  },
} as const;

export const importRoutes = async (app: HubApp, hub: HubDependencies): Promise<void> => {
  await uploads(app, hub);
  readings(app, hub);
  app.put(
    `${one}/mapping`,
    {
      schema: {
        tags,
        summary:
          'What each column becomes (null: it is left out), and what is the same on every line',
        params: importPathSchema,
        body: mappingBodySchema,
        ...answers,
      },
      config,
    },
    async (request) => {
      const which = { id: request.params.importId, actor: actorOf(request) };
      return orRefuse(await service.setMapping(hub, signedInOf(request), which, request.body));
    },
  );
  app.post(
    `${one}/run`,
    {
      schema: {
        tags,
        summary: 'Write what was tried; doubtful lines wait, or follow the rule that is given',
        params: importPathSchema,
        body: importRunSchema,
        ...answers,
      },
      config,
    },
    async (request) => {
      const which = { id: request.params.importId, actor: actorOf(request) };
      return orRefuse(await service.runImport(hub, signedInOf(request), which, request.body));
    },
  );
  for (const [name, { summary, take }] of Object.entries(steps)) {
    app.post(
      `${one}/${name}`,
      { schema: { tags, summary, params: importPathSchema, ...answers }, config },
      async (request) => {
        const which = { id: request.params.importId, actor: actorOf(request) };
        return orRefuse(await take(hub, signedInOf(request), which));
      },
    );
  }
  importLineRoutes(app, hub);
};
