/** Representatives of the user's brands, and their diaries. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  changeRepresentativeSchema,
  diaryQuerySchema,
  diarySchema,
  representativePathSchema,
  representativeSchema,
  representativesSchema,
} from '@shared/contracts/http/diaries.ts';
import { routes } from '@shared/contracts/routes.ts';
import { representativeSettingsSchema } from '@shared/domain/diary/representative.ts';
import type { Role } from '@shared/domain/user/user.ts';
import type { FastifyRequest } from 'fastify';
import {
  changeRepresentative,
  createRepresentative,
  listRepresentatives,
  readDiary,
} from './representatives-service.ts';

const tags = ['diaries'];
const one = `${routes.representatives}/:representativeId`;
const makers: readonly Role[] = ['team-lead', 'brand-manager', 'administrator'];

const whoOf = (request: FastifyRequest) => ({
  user: signedInOf(request),
  actor: actorOf(request),
});

const readingRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.representatives,
    {
      schema: {
        tags,
        summary: 'Representatives of my brands: where they go, their hours, their time on the road',
        response: { 200: representativesSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => ({ representatives: await listRepresentatives(hub, signedInOf(request)) }),
  );
  app.get(
    `${one}/diary`,
    {
      schema: {
        tags,
        summary: 'His appointments of my brands and his other busy times, between two instants',
        params: representativePathSchema,
        querystring: diaryQuerySchema,
        response: { 200: diarySchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      const { representativeId } = request.params;
      return orRefuse(await readDiary(hub, signedInOf(request), representativeId, request.query));
    },
  );
};

export const representativeRoutes = (app: HubApp, hub: HubDependencies): void => {
  readingRoutes(app, hub);
  app.post(
    routes.representatives,
    {
      schema: {
        tags,
        summary: 'A new representative',
        body: representativeSettingsSchema,
        response: { 201: representativeSchema, ...problemResponses },
      },
      config: { access: makers },
    },
    async (request, reply) => {
      const made = await createRepresentative(hub, whoOf(request), request.body);
      return reply.code(201).send(orRefuse(made));
    },
  );
  app.put(
    one,
    {
      schema: {
        tags,
        summary: 'Change a representative; what is booked stays booked',
        params: representativePathSchema,
        body: changeRepresentativeSchema,
        response: { 200: representativeSchema, ...problemResponses },
      },
      config: { access: makers },
    },
    async (request) => {
      const { representativeId } = request.params;
      return orRefuse(
        await changeRepresentative(hub, whoOf(request), representativeId, request.body),
      );
    },
  );
};
