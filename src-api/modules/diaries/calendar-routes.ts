/** Diaries out as calendars, and other calendars in as busy times. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  calendarPathSchema,
  diarySourcesSchema,
  feedPathSchema,
  feedSchema,
  newDiarySourceSchema,
  readSourceSchema,
  removingCalendarSchema,
  representativePathSchema,
} from '@shared/contracts/http/diaries.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Role } from '@shared/domain/user/user.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { makeAskCalendar } from './calendar/ask-calendar.ts';
import { closeFeed, openFeed, readFeed } from './feed-service.ts';
import { addSource, listSources, readAgain, removeSource } from './sources-service.ts';

const tags = ['diaries'];
const one = `${routes.representatives}/:representativeId`;
const makers: readonly Role[] = ['team-lead', 'brand-manager', 'administrator'];
const config = { access: makers };
const largestFile = 6 * 1024 * 1024;

const whoOf = (request: FastifyRequest) => ({
  user: signedInOf(request),
  actor: actorOf(request),
});

export const feedRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    `${one}/feed`,
    {
      schema: {
        tags,
        summary: 'A new secret address of his appointments as a calendar; an older one ends',
        params: representativePathSchema,
        response: { 200: feedSchema, ...problemResponses },
      },
      config,
    },
    async (request) =>
      orRefuse(await openFeed(hub, whoOf(request), request.params.representativeId)),
  );
  app.delete(
    `${one}/feed`,
    {
      schema: {
        tags,
        summary: 'His appointments are no calendar any more',
        params: representativePathSchema,
        response: { 204: z.void(), ...problemResponses },
      },
      config,
    },
    async (request, reply) => {
      orRefuse(await closeFeed(hub, whoOf(request), request.params.representativeId));
      return reply.code(204).send();
    },
  );
  app.get(
    '/v1/calendars/:file',
    {
      schema: {
        tags,
        summary: 'Appointments as iCalendar, for whoever knows the secret address',
        params: feedPathSchema,
        response: { 200: z.string(), ...problemResponses },
      },
      config: { access: 'public' },
    },
    async (request, reply) => {
      const text = orRefuse(await readFeed(hub, request.params.file.slice(0, -'.ics'.length)));
      return reply
        .type('text/calendar; charset=utf-8')
        .header('cache-control', 'private, max-age=300')
        .serializer((body: unknown) => String(body))
        .send(text);
    },
  );
};

const removal = (app: HubApp, hub: HubDependencies): void => {
  app.delete(
    `${one}/calendars/:calendarId`,
    {
      schema: {
        tags,
        summary: 'Take it away, with the time that it fills, and, asked so, our appointments on it',
        params: calendarPathSchema,
        querystring: removingCalendarSchema,
        response: { 204: z.void(), ...problemResponses },
      },
      config,
    },
    async (request, reply) => {
      const { params, query } = request;
      orRefuse(await removeSource(hub, whoOf(request), params, query.appointments));
      return reply.code(204).send();
    },
  );
};

export const calendarRoutes = (app: HubApp, hub: HubDependencies): void => {
  const ask = makeAskCalendar(hub.connectorNetwork);
  app.get(
    `${one}/calendars`,
    {
      schema: {
        tags,
        summary: 'His other calendars, when they were read and what was wrong with them',
        params: representativePathSchema,
        response: { 200: diarySourcesSchema, ...problemResponses },
      },
      config,
    },
    async (request) => orRefuse(await listSources(hub, signedInOf(request), request.params)),
  );
  app.post(
    `${one}/calendars`,
    {
      bodyLimit: largestFile,
      schema: {
        tags,
        summary:
          'Another calendar of his: an .ics file, an address that is read again and again, or CalDAV',
        params: representativePathSchema,
        body: newDiarySourceSchema,
        response: { 201: readSourceSchema, ...problemResponses },
      },
      config,
    },
    async (request, reply) => {
      const { params, body } = request;
      const added = await addSource(hub, whoOf(request), params, body, ask);
      return reply.code(201).send(orRefuse(added));
    },
  );
  app.post(
    `${one}/calendars/:calendarId/read`,
    {
      schema: {
        tags,
        summary: 'Read it now',
        params: calendarPathSchema,
        response: { 200: readSourceSchema, ...problemResponses },
      },
      config,
    },
    async (request) => orRefuse(await readAgain(hub, signedInOf(request), request.params, ask)),
  );
  removal(app, hub);
};
