/** Comments on a version of a speech and on its steps. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  commentPathSchema,
  commentSchema,
  commentsSchema,
  newCommentSchema,
  resolvingSchema,
  versionPathSchema,
} from '@shared/contracts/http/scripts.ts';
import type { FastifyRequest } from 'fastify';
import { addComment, listComments, resolveComment } from './notes-service.ts';
import type { Reader } from './reader.ts';

const tags = ['scripts'];
const commentators = { access: ['team-lead', 'brand-manager', 'administrator'] } as const;

export const commentRoutes = (
  app: HubApp,
  hub: HubDependencies,
  reader: (request: FastifyRequest) => Promise<Reader>,
): void => {
  app.get(
    '/v1/scripts/:scriptId/versions/:version/comments',
    {
      schema: {
        tags,
        summary: 'What was remarked on a version, oldest first',
        params: versionPathSchema,
        response: { 200: commentsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      const { scriptId: id, version } = request.params;
      const found = await listComments(hub, await reader(request), { id, version });
      return { comments: orRefuse(found) };
    },
  );
  app.post(
    '/v1/scripts/:scriptId/versions/:version/comments',
    {
      schema: {
        tags,
        summary: 'Remark something on a step or on the whole, or answer a remark',
        params: versionPathSchema,
        body: newCommentSchema,
        response: { 201: commentSchema, ...problemResponses },
      },
      config: commentators,
    },
    async (request, reply) => {
      const { scriptId: id, version } = request.params;
      const added = await addComment(hub, await reader(request), { id, version }, request.body);
      return reply.code(201).send(orRefuse(added));
    },
  );
  app.put(
    '/v1/scripts/:scriptId/versions/:version/comments/:commentId/resolved',
    {
      schema: {
        tags,
        summary: 'A remark is settled, or open again',
        params: commentPathSchema,
        body: resolvingSchema,
        response: { 200: commentSchema, ...problemResponses },
      },
      config: commentators,
    },
    async (request) => {
      const { scriptId: id, version, commentId } = request.params;
      const wanted = request.body.resolved ? ('resolved' as const) : ('open' as const);
      const key = { id, version, commentId };
      return orRefuse(await resolveComment(hub, await reader(request), key, wanted));
    },
  );
};
