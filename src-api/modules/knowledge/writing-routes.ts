/** Articles are written, reviewed, published and withdrawn. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  articlePathSchema,
  articleVersionPathSchema,
  confirmationSchema,
  remarkSchema,
} from '@shared/contracts/http/articles.ts';
import { routes } from '@shared/contracts/routes.ts';
import { articleContentSchema, articleSchema } from '@shared/domain/article/article.ts';
import type { ArticleDeed } from '@shared/domain/article/article-life.ts';
import type { FastifyRequest } from 'fastify';
import { decide, rewriteDraft, writeDraft } from './writing-service.ts';

const tags = ['knowledge'];
const authors = { access: ['brand-manager', 'administrator'] } as const;
const one = `${routes.articles}/:articleId/versions/:version`;
const response = { 200: articleSchema, ...problemResponses };

type VersionPath = { readonly articleId: string; readonly version: number };
const keyOf = ({ articleId, version }: VersionPath) => ({ id: articleId, version });

const draftRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    routes.articles,
    {
      schema: {
        tags,
        summary: 'A new article, as a draft',
        body: articleContentSchema,
        response: { 201: articleSchema, ...problemResponses },
      },
      config: authors,
    },
    async (request, reply) => {
      const written = writeDraft(hub, signedInOf(request), actorOf(request), null, request.body);
      return reply.code(201).send(orRefuse(await written));
    },
  );
  app.post(
    `${routes.articles}/:articleId/versions`,
    {
      schema: {
        tags,
        summary: 'The next version of an article, as a draft; one is written at a time',
        params: articlePathSchema,
        body: articleContentSchema,
        response: { 201: articleSchema, ...problemResponses },
      },
      config: authors,
    },
    async (request, reply) => {
      const { params, body } = request;
      const user = signedInOf(request);
      const written = writeDraft(hub, user, actorOf(request), params.articleId, body);
      return reply.code(201).send(orRefuse(await written));
    },
  );
  app.put(
    one,
    {
      schema: {
        tags,
        summary: 'Rewrites a draft; whoever did is its author and does not approve it',
        params: articleVersionPathSchema,
        body: articleContentSchema,
        response,
      },
      config: authors,
    },
    async (request) => {
      const { params, body } = request;
      const user = signedInOf(request);
      return orRefuse(await rewriteDraft(hub, user, actorOf(request), keyOf(params), body));
    },
  );
};

const plainTurns = [
  ['submit', 'submitted', 'Asks for a review'],
  ['approve', 'approved', 'From its first day on this is what is said; never by its author'],
] as const;
const turnsWithWord = [
  ['send-back', 'sent-back', 'Back to its author, with a word'],
  ['withdraw', 'withdrawn', 'Must not be said any more, nor any older version'],
] as const;

export const articleWritingRoutes = (app: HubApp, hub: HubDependencies): void => {
  draftRoutes(app, hub);
  const turn = async (
    request: FastifyRequest,
    params: VersionPath,
    decision: { readonly deed: ArticleDeed; readonly remark?: string; readonly reviewBy?: string },
  ) => orRefuse(await decide(hub, signedInOf(request), actorOf(request), keyOf(params), decision));
  const base = { tags, params: articleVersionPathSchema, response };
  for (const [name, deed, summary] of plainTurns) {
    app.post(`${one}/${name}`, { schema: { ...base, summary }, config: authors }, (request) =>
      turn(request, request.params, { deed }),
    );
  }
  for (const [name, deed, summary] of turnsWithWord) {
    app.post(
      `${one}/${name}`,
      { schema: { ...base, summary, body: remarkSchema }, config: authors },
      (request) => turn(request, request.params, { deed, remark: request.body.remark }),
    );
  }
  app.post(
    `${one}/confirm`,
    {
      schema: {
        ...base,
        summary: 'It still holds, until another day',
        body: confirmationSchema,
      },
      config: authors,
    },
    (request) =>
      turn(request, request.params, { deed: 'confirmed', reviewBy: request.body.reviewBy }),
  );
};
