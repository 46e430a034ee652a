/** Speeches and their versions. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { interactionPathSchema } from '@shared/contracts/http/interactions.ts';
import {
  asidesSchema,
  contentQuerySchema,
  draftSchema,
  findingsSchema,
  savingSchema,
  scriptPathSchema,
  scriptVersionSchema,
  scriptVersionsSchema,
  versionEventsSchema,
  versionPathSchema,
  versionsQuerySchema,
} from '@shared/contracts/http/scripts.ts';
import { speechEvidenceSchema } from '@shared/contracts/http/speech-evidence.ts';
import { scriptSchema } from '@shared/domain/script/script.ts';
import type { FastifyRequest } from 'fastify';
import { readFindings } from './checks-service.ts';
import { commentRoutes } from './comment-routes.ts';
import { decisionRoutes } from './decision-routes.ts';
import { readEvidence } from './evidence-service.ts';
import { experimentRoutes } from './experiment-routes.ts';
import { listAsides, listEvents } from './notes-service.ts';
import { type Reader, readerOf } from './reader.ts';
import { addDraft, listVersions, readVersion, saveDraft } from './service.ts';

const tags = ['scripts'];
const authors = { access: ['brand-manager', 'administrator'] } as const;

type ReaderOf = (request: FastifyRequest) => Promise<Reader>;

const readingRoutes = (app: HubApp, hub: HubDependencies, reader: ReaderOf): void => {
  app.get(
    '/v1/scripts',
    {
      schema: {
        tags,
        summary: 'The versions of the speeches of my brands, and what I may do with each',
        querystring: versionsQuerySchema,
        response: { 200: scriptVersionsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => listVersions(hub, await reader(request), request.query.scriptId),
  );
  app.get(
    '/v1/scripts/:scriptId/versions/:version',
    {
      schema: {
        tags,
        summary: 'One version, whole',
        params: versionPathSchema,
        querystring: contentQuerySchema,
        response: { 200: scriptSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      const { scriptId: id, version } = request.params;
      const { form } = request.query;
      return orRefuse(await readVersion(hub, await reader(request), { id, version }, form));
    },
  );
};

const judgingRoutes = (app: HubApp, hub: HubDependencies, reader: ReaderOf): void => {
  app.get(
    '/v1/scripts/:scriptId/versions/:version/checks',
    {
      schema: {
        tags,
        summary: 'What the checks find in a version; what blocks keeps it from being submitted',
        params: versionPathSchema,
        response: { 200: findingsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      const { scriptId: id, version } = request.params;
      const found = orRefuse(await readFindings(hub, await reader(request), { id, version }));
      return { findings: found.map((one) => ({ ...one })) };
    },
  );
  app.get(
    '/v1/interactions/:interactionId/speech',
    {
      schema: {
        tags: ['interactions'],
        summary: 'What was said to the customer in an interaction, word for word, with the times',
        params: interactionPathSchema,
        response: { 200: speechEvidenceSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) =>
      orRefuse(await readEvidence(hub, await reader(request), request.params.interactionId)),
  );
  app.get(
    '/v1/scripts/:scriptId/versions/:version/events',
    {
      schema: {
        tags,
        summary:
          'What happened to a version: who wrote, approved, published, withdrew it, and when',
        params: versionPathSchema,
        response: { 200: versionEventsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      const { scriptId: id, version } = request.params;
      return { events: orRefuse(await listEvents(hub, await reader(request), { id, version })) };
    },
  );
};

const writingRoutes = (app: HubApp, hub: HubDependencies, reader: ReaderOf): void => {
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
      const draft = await addDraft(hub, await reader(request), params.scriptId, body);
      return reply.code(201).send(orRefuse(draft));
    },
  );
  app.put(
    '/v1/scripts/:scriptId/versions/:version',
    {
      schema: {
        tags,
        summary:
          'Save a draft that began from the revision named; a text that comes too late is kept aside',
        params: versionPathSchema,
        body: savingSchema,
        response: { 200: scriptVersionSchema, ...problemResponses },
      },
      config: authors,
    },
    async (request) => {
      const { scriptId: id, version } = request.params;
      return orRefuse(await saveDraft(hub, await reader(request), { id, version }, request.body));
    },
  );
  app.get(
    '/v1/scripts/:scriptId/versions/:version/asides',
    {
      schema: {
        tags,
        summary: 'Texts that came when somebody else had saved the draft',
        params: versionPathSchema,
        response: { 200: asidesSchema, ...problemResponses },
      },
      config: authors,
    },
    async (request) => {
      const { scriptId: id, version } = request.params;
      return { asides: orRefuse(await listAsides(hub, await reader(request), { id, version })) };
    },
  );
};

export const scriptRoutes = (app: HubApp, hub: HubDependencies): void => {
  const reader: ReaderOf = (request) => readerOf(hub, signedInOf(request), actorOf(request));
  readingRoutes(app, hub, reader);
  judgingRoutes(app, hub, reader);
  writingRoutes(app, hub, reader);
  decisionRoutes(app, hub, reader);
  commentRoutes(app, hub, reader);
  experimentRoutes(app, hub, reader);
};
