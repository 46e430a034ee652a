/** Role-plays, their series, and their recorded sentences. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  newSoundSchema,
  repertoireSchema,
  rolePlayChangeSchema,
  seriesChangeSchema,
  soundKeptSchema,
  soundSchema,
} from '@shared/contracts/http/role-plays.ts';
import { routes } from '@shared/contracts/routes.ts';
import {
  rolePlayDraftSchema,
  rolePlaySchema,
  seriesDraftSchema,
  seriesSchema,
} from '@shared/domain/role-play/role-play.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import { z } from 'zod';
import * as service from './service.ts';

const tags = ['role-plays'];
const authors = { access: ['team-lead', 'administrator'] } as const;
const rolePlayPath = z.object({ rolePlayId: idSchema });
const seriesPath = z.object({ seriesId: idSchema });
const gone = { 204: z.void(), ...problemResponses };

const authorRoutes = (app: HubApp, hub: HubDependencies): void => {
  const saved = { ...problemResponses, 200: rolePlaySchema };
  app.post(
    routes.rolePlays,
    {
      schema: { tags, summary: 'A new role-play', body: rolePlayDraftSchema, response: saved },
      config: authors,
    },
    async (request) => {
      const change = { version: null, draft: request.body };
      const id = hub.newId();
      const user = signedInOf(request);
      return orRefuse(await service.saveRolePlay(hub, user, actorOf(request), id, change));
    },
  );
  app.put(
    `${routes.rolePlays}/:rolePlayId`,
    {
      schema: {
        tags,
        summary: 'A role-play, changed',
        params: rolePlayPath,
        body: rolePlayChangeSchema,
        response: saved,
      },
      config: authors,
    },
    async (request) => {
      const { params, body } = request;
      const user = signedInOf(request);
      const actor = actorOf(request);
      return orRefuse(await service.saveRolePlay(hub, user, actor, params.rolePlayId, body));
    },
  );
  app.delete(
    `${routes.rolePlays}/:rolePlayId`,
    {
      schema: {
        tags,
        summary: 'A role-play is not played any more',
        params: rolePlayPath,
        response: gone,
      },
      config: authors,
    },
    async (request, reply) => {
      const { rolePlayId } = request.params;
      const user = signedInOf(request);
      orRefuse(await service.removeRolePlay(hub, user, actorOf(request), rolePlayId));
      return reply.code(204).send();
    },
  );
};

const seriesRoutes = (app: HubApp, hub: HubDependencies): void => {
  const saved = { ...problemResponses, 200: seriesSchema };
  app.post(
    routes.rolePlaySeries,
    {
      schema: { tags, summary: 'A new series', body: seriesDraftSchema, response: saved },
      config: authors,
    },
    async (request) => {
      const change = { version: null, draft: request.body };
      const id = hub.newId();
      const user = signedInOf(request);
      return orRefuse(await service.saveSeries(hub, user, actorOf(request), id, change));
    },
  );
  app.put(
    `${routes.rolePlaySeries}/:seriesId`,
    {
      schema: {
        tags,
        summary: 'A series, changed',
        params: seriesPath,
        body: seriesChangeSchema,
        response: saved,
      },
      config: authors,
    },
    async (request) => {
      const { params, body } = request;
      const user = signedInOf(request);
      const actor = actorOf(request);
      return orRefuse(await service.saveSeries(hub, user, actor, params.seriesId, body));
    },
  );
  app.delete(
    `${routes.rolePlaySeries}/:seriesId`,
    {
      schema: {
        tags,
        summary: 'A series is not taken any more',
        params: seriesPath,
        response: gone,
      },
      config: authors,
    },
    async (request, reply) => {
      const { seriesId } = request.params;
      const user = signedInOf(request);
      orRefuse(await service.removeSeries(hub, user, actorOf(request), seriesId));
      return reply.code(204).send();
    },
  );
};

const soundRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    routes.rolePlaySounds,
    {
      schema: {
        tags,
        summary: 'A recorded sentence',
        body: newSoundSchema,
        response: { 200: soundKeptSchema, ...problemResponses },
      },
      config: authors,
    },
    async (request) => orRefuse(await service.keepSound(hub, signedInOf(request), request.body)),
  );
  app.get(
    `${routes.rolePlaySounds}/:soundId`,
    {
      schema: {
        tags,
        summary: 'A recorded sentence, to be heard',
        params: z.object({ soundId: idSchema }),
        response: { 200: soundSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) =>
      orRefuse(await service.readSound(hub, signedInOf(request), request.params.soundId)),
  );
};

export const rolePlayRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.rolePlays,
    {
      schema: {
        tags,
        summary: 'Role-plays and series of my brands',
        response: { 200: repertoireSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => service.repertoire(hub, signedInOf(request)),
  );
  authorRoutes(app, hub);
  seriesRoutes(app, hub);
  soundRoutes(app, hub);
};
