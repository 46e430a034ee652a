/** What is decided about a version of a speech. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  ofRevisionSchema,
  publishingSchema,
  reasonedSchema,
  scriptVersionSchema,
  versionPathSchema,
} from '@shared/contracts/http/scripts.ts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Reader } from './reader.ts';
import { decide } from './service.ts';

const tags = ['scripts'];
const authors = { access: ['brand-manager', 'administrator'] } as const;
const params = versionPathSchema;
const response = { 200: scriptVersionSchema, ...problemResponses };

type ReaderOf = (request: FastifyRequest) => Promise<Reader>;

const reviewRoutes = (app: HubApp, hub: HubDependencies, reader: ReaderOf): void => {
  const keyOf = ({ scriptId: id, version }: z.output<typeof params>) => ({ id, version });
  app.post(
    '/v1/scripts/:scriptId/versions/:version/submit',
    {
      schema: {
        tags,
        summary: 'Ask for the review of a draft, as it is in the revision named',
        params,
        body: ofRevisionSchema,
        response,
      },
      config: authors,
    },
    async (request) => {
      const deciding = { deed: 'submit' as const, ...request.body };
      return orRefuse(await decide(hub, await reader(request), keyOf(request.params), deciding));
    },
  );
  app.post(
    '/v1/scripts/:scriptId/versions/:version/recall',
    {
      schema: { tags, summary: 'Take a version back from review, to write on', params, response },
      config: authors,
    },
    async (request) => {
      const key = keyOf(request.params);
      return orRefuse(await decide(hub, await reader(request), key, { deed: 'recall' }));
    },
  );
  app.post(
    '/v1/scripts/:scriptId/versions/:version/refuse',
    {
      schema: {
        tags,
        summary: 'Send a version back to its writers, with the reason; not by one of them',
        params,
        body: reasonedSchema,
        response,
      },
      config: authors,
    },
    async (request) => {
      const deciding = { deed: 'refuse' as const, ...request.body };
      return orRefuse(await decide(hub, await reader(request), keyOf(request.params), deciding));
    },
  );
  app.post(
    '/v1/scripts/:scriptId/versions/:version/approve',
    {
      schema: {
        tags,
        summary: 'Approve the revision named, as it stands; not by one of its writers',
        params,
        body: ofRevisionSchema,
        response,
      },
      config: authors,
    },
    async (request) => {
      const deciding = { deed: 'approve' as const, ...request.body };
      return orRefuse(await decide(hub, await reader(request), keyOf(request.params), deciding));
    },
  );
};

const sayingRoutes = (app: HubApp, hub: HubDependencies, reader: ReaderOf): void => {
  const keyOf = ({ scriptId: id, version }: z.output<typeof params>) => ({ id, version });
  app.post(
    '/v1/scripts/:scriptId/versions/:version/publish',
    {
      schema: {
        tags,
        summary: 'From now on, or from a date, this is what is said',
        params,
        body: publishingSchema,
        response,
      },
      config: authors,
    },
    async (request) => {
      const deciding = { deed: 'publish' as const, from: request.body?.from };
      return orRefuse(await decide(hub, await reader(request), keyOf(request.params), deciding));
    },
  );
  app.post(
    '/v1/scripts/:scriptId/versions/:version/withdraw',
    {
      schema: {
        tags,
        summary: 'Must not be said any more, at once, and why',
        params,
        body: reasonedSchema,
        response,
      },
      config: authors,
    },
    async (request) => {
      const deciding = { deed: 'withdraw' as const, ...request.body };
      return orRefuse(await decide(hub, await reader(request), keyOf(request.params), deciding));
    },
  );
};

export const decisionRoutes = (app: HubApp, hub: HubDependencies, reader: ReaderOf): void => {
  reviewRoutes(app, hub, reader);
  sayingRoutes(app, hub, reader);
};
