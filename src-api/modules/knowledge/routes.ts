/** Articles are read, searched, suggested, held by desktops, sent and judged. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, everyone, signedInOf } from '@api/plugins/access.ts';
import { packed } from '@api/plugins/packing.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  articleManifestSchema,
  articlePathSchema,
  articleSearchQuerySchema,
  articlesQuerySchema,
  articlesSchema,
  articleVersionPathSchema,
  articleVersionsSchema,
  foundArticlesSchema,
  heldArticlesQuerySchema,
  heldArticlesRequestSchema,
  heldArticlesSchema,
  notesSchema,
  sendingSchema,
  sentSchema,
  suggestionQuerySchema,
} from '@shared/contracts/http/articles.ts';
import { routes } from '@shared/contracts/routes.ts';
import { z } from 'zod';
import * as reading from './reading-service.ts';
import type { Shelf } from './shelf.ts';
import { keepNotes, sendArticle } from './using-service.ts';

const tags = ['knowledge'];
const config = { access: everyone } as const;

const findingRoutes = (app: HubApp, hub: HubDependencies, shelf: Shelf): void => {
  app.get(
    `${routes.articles}/search`,
    {
      schema: {
        tags,
        summary: 'Articles that are shown today and answer a text, best first',
        querystring: articleSearchQuerySchema,
        response: { 200: foundArticlesSchema, ...problemResponses },
      },
      config,
    },
    async (request) => ({
      articles: await reading.searchArticles(hub, shelf, signedInOf(request), request.query),
    }),
  );
  app.get(
    `${routes.articles}/suggested`,
    {
      schema: {
        tags,
        summary: 'Articles of a reason and of a step of a speech, three at most',
        querystring: suggestionQuerySchema,
        response: { 200: foundArticlesSchema, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { brandId, language, reasonCode = null, scriptId, stepId } = request.query;
      const step = scriptId === undefined || stepId === undefined ? null : { scriptId, stepId };
      const moment = { brandId, language, reasonCode, step };
      return {
        articles: await reading.suggestionsFor(hub, shelf, signedInOf(request), moment),
      };
    },
  );
};

const heldRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.heldArticles,
    {
      ...packed,
      schema: {
        tags: ['sync'],
        summary: 'Which versions a desktop holds, and the stamp they are of',
        querystring: heldArticlesQuerySchema,
        response: { 200: articleManifestSchema, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const manifest = await reading.manifestOf(hub, signedInOf(request));
      return { ...manifest, protocols: hub.wire.range };
    },
  );
  app.post(
    routes.heldArticles,
    {
      ...packed,
      schema: {
        tags: ['sync'],
        summary: 'Published versions whole, of those a desktop lacks',
        querystring: heldArticlesQuerySchema,
        body: heldArticlesRequestSchema,
        response: { 200: heldArticlesSchema, ...problemResponses },
      },
      config,
    },
    async (request) => ({
      articles: await reading.heldArticles(hub, signedInOf(request), request.body.articles),
    }),
  );
};

const usingRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    `${routes.articles}/:articleId/versions/:version/send`,
    {
      schema: {
        tags,
        summary: 'Sends the customer’s version: an outgoing exchange, once by its id',
        description:
          'It is kept as an interaction of the customer and told to webhooks (interaction.created); the hub itself carries no e-mail and no SMS. An opposition to the channel refuses it.',
        params: articleVersionPathSchema,
        body: sendingSchema,
        response: { 201: sentSchema, ...problemResponses },
      },
      config,
    },
    async (request, reply) => {
      const { articleId: id, version } = request.params;
      const user = signedInOf(request);
      const sent = sendArticle(hub, user, actorOf(request), { id, version }, request.body);
      return reply.code(201).send(orRefuse(await sent));
    },
  );
  app.post(
    `${routes.articles}/notes`,
    {
      schema: {
        tags,
        summary: 'What was read, copied, what helped or did not, and what is missing; once by id',
        body: notesSchema,
        response: { 204: z.null(), ...problemResponses },
      },
      config,
    },
    async (request, reply) => {
      await keepNotes(hub, signedInOf(request), request.body.notes);
      return reply.code(204).send(null);
    },
  );
};

export const articleRoutes = (app: HubApp, hub: HubDependencies, shelf: Shelf): void => {
  app.get(
    routes.articles,
    {
      schema: {
        tags,
        summary: 'The newest version of each article, without its texts',
        querystring: articlesQuerySchema,
        response: { 200: articlesSchema, ...problemResponses },
      },
      config,
    },
    (request) => reading.listArticles(hub, shelf, signedInOf(request), request.query),
  );
  findingRoutes(app, hub, shelf);
  app.get(
    `${routes.articles}/:articleId`,
    {
      schema: {
        tags,
        summary: 'Every version of an article, newest first',
        params: articlePathSchema,
        response: { 200: articleVersionsSchema, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { articleId } = request.params;
      return {
        versions: orRefuse(await reading.readVersions(hub, signedInOf(request), articleId)),
      };
    },
  );
  heldRoutes(app, hub);
  usingRoutes(app, hub);
};
