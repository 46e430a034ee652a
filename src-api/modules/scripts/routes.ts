/** Speeches and their versions. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  draftSchema,
  scriptPathSchema,
  scriptVersionSchema,
  scriptVersionsSchema,
  versionPathSchema,
} from '@shared/contracts/http/scripts.ts';
import { scriptSchema } from '@shared/domain/script/script.ts';
import { addDraft, listVersions, publish, readVersion, withdraw } from './service.ts';

const tags = ['scripts'];
const authors = { access: ['brand-manager', 'administrator'] } as const;
const versionResponse = { 200: scriptVersionSchema, ...problemResponses };

const decisionRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    '/v1/scripts/:scriptId/versions/:version/publish',
    {
      schema: {
        tags,
        summary: 'From now on this is what is said',
        params: versionPathSchema,
        response: versionResponse,
      },
      config: authors,
    },
    async (request) => {
      const { scriptId, version } = request.params;
      const user = signedInOf(request);
      return orRefuse(await publish(hub, user, actorOf(request), scriptId, version));
    },
  );
  app.post(
    '/v1/scripts/:scriptId/versions/:version/withdraw',
    {
      schema: {
        tags,
        summary: 'Must not be said any more',
        params: versionPathSchema,
        response: versionResponse,
      },
      config: authors,
    },
    async (request) => {
      const { scriptId, version } = request.params;
      const user = signedInOf(request);
      return orRefuse(await withdraw(hub, user, actorOf(request), scriptId, version));
    },
  );
};

export const scriptRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/scripts',
    {
      schema: {
        tags,
        summary: 'All versions of the speeches of my brands',
        response: { 200: scriptVersionsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => ({ versions: await listVersions(hub, signedInOf(request)) }),
  );
  app.get(
    '/v1/scripts/:scriptId/versions/:version',
    {
      schema: {
        tags,
        summary: 'One version, whole',
        params: versionPathSchema,
        response: { 200: scriptSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      const { scriptId, version } = request.params;
      return orRefuse(await readVersion(hub, signedInOf(request), scriptId, version));
    },
  );
  app.post(
    '/v1/scripts/:scriptId/versions',
    {
      schema: {
        tags,
        summary: 'A draft of the next version',
        params: scriptPathSchema,
        body: draftSchema,
        response: { 201: scriptVersionSchema, ...problemResponses },
      },
      config: authors,
    },
    async (request, reply) => {
      const { params, body } = request;
      const user = signedInOf(request);
      const draft = await addDraft(hub, user, actorOf(request), params.scriptId, body);
      return reply.code(201).send(orRefuse(draft));
    },
  );
  decisionRoutes(app, hub);
};
